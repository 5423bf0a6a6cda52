using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;

namespace EventStore.LoadTest.Workloads;

/// <summary>Finds the pool that serves the limit best: more connections than cores are soon in each other's way.</summary>
internal sealed class PoolSizes(Meter meter, Stage stage, Random random)
{
    private const int ForOneCaller = 4;

    private static readonly int[] Sizes = [4, 8, 16];

    /// <returns>For a number of callers, the size.</returns>
    public async Task<IReadOnlyDictionary<int, int>> ChooseAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        var chosen = new Dictionary<int, int> { [1] = ForOneCaller };
        foreach (int callers in (int[])[8, 64])
        {
            Comparison comparison = new AppendWorkloads(stage).Single(callers);
            await comparison.SetUp();
            Contender[] contenders = [.. await Task.WhenAll(Sizes.Select(size => comparison.MakeLimit(stage.Connection with { PoolSize = size })))];
            try
            {
                var rates = new List<double>[Sizes.Length];
                for (int i = 0; i < rates.Length; i++)
                {
                    rates[i] = [];
                    await meter.RunAsync(contenders[i], callers, stage.Pace.WarmUp / 2, cancellationToken);
                }

                for (int round = 0; round < stage.Pace.PoolRounds; round++)
                {
                    tell($"pool for {callers} callers, round {round + 1}");
                    int[] order = [.. Enumerable.Range(0, Sizes.Length)];
                    random.Shuffle(order);
                    foreach (int i in order)
                    {
                        rates[i].Add((await meter.RunAsync(contenders[i], callers, stage.Pace.Round, cancellationToken)).Rate);
                    }
                }

                double[] medians = [.. rates.Select(rate => Spread.Of(rate).Median)];
                chosen[callers] = Sizes[Array.IndexOf(medians, medians.Max())];
            }
            finally
            {
                foreach (Contender contender in contenders)
                {
                    await contender.DisposeAsync();
                }

                await comparison.TearDown();
            }
        }

        return chosen;
    }
}
