using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Workloads;

namespace EventStore.LoadTest.Growth;

/// <summary>More and more callers that append to one stream, over one pool.</summary>
internal sealed class CallerGrowth(Stage stage, Gauge gauge)
{
    private const int PoolSize = 8;

    public async Task<GrowthTable> RunAsync(IReadOnlyList<int> sizes, Action<string> tell, CancellationToken cancellationToken)
    {
        var rows = new List<(long, IReadOnlyList<double?>)>();
        foreach (int callers in sizes)
        {
            tell($"{callers} callers");
            Comparison comparison = new AppendWorkloads(stage).Single(callers);
            await comparison.SetUp();
            double ours = await RateAsync(comparison.MakeOurs);
            double limit = await RateAsync(comparison.MakeLimit);
            rows.Add((callers, [ours, limit]));
            await comparison.TearDown();

            async Task<double> RateAsync(Func<Servers.Connection, Task<Contender>> make)
            {
                await using Contender contender = await make(stage.Connection with { PoolSize = PoolSize });
                return await gauge.RateAsync(contender, callers, cancellationToken);
            }
        }

        return new GrowthTable("growth-callers", "Callers that append one event each to one stream, over 8 connections", "callers", ["appends, /s", "of the limit, /s"], rows);
    }
}
