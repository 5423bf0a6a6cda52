using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Reporting;
using EventStore.LoadTest.Servers;
using EventStore.LoadTest.Workloads;

namespace EventStore.LoadTest.Growth;

/// <summary>Takes how cost grows with events, streams, callers and projections.</summary>
internal sealed class GrowthRun(Options options, Connection connection)
{
    public async Task<IReadOnlyList<GrowthTable>> RunAsync(CancellationToken cancellationToken)
    {
        (string Name, Func<Stage, Gauge, Action<string>, Task<GrowthTable>> Take)[] parts =
        [
            ("events", (stage, gauge, tell) => new EventGrowth(stage, gauge).RunAsync(Sizes([4_000, 10_000], [10_000, 100_000, 1_000_000], 10_000_000), tell, cancellationToken)),
            ("streams", (stage, gauge, tell) => new StreamGrowth(stage, gauge).RunAsync(Sizes([1, 10, 100], [1, 100, 10_000]), tell, cancellationToken)),
            ("callers", (stage, gauge, tell) => new CallerGrowth(stage, gauge).RunAsync(Sizes([1, 8], [1, 2, 4, 8, 16, 32, 64]), tell, cancellationToken)),
            ("projections", (stage, gauge, tell) => new ProjectionGrowth(stage).RunAsync(Sizes([1, 3], [1, 2, 5, 10, 25, 50]), tell, cancellationToken)),
        ];
        parts = [.. parts.Where(part => options.Includes(part.Name))];
        if (parts.Length == 0)
        {
            throw new LoadTestException("With --growth, --only names events, streams, callers or projections.");
        }

        Pace pace = options.Quick ? Pace.Quick : Pace.Whole;
        await using Stage stage = await Stage.OpenAsync(connection, new Script(options.Seed), pace);
        var gauge = new Gauge(new Meter(null), pace);
        var progress = new Progress(parts.Length);
        var tables = new List<GrowthTable>();
        foreach ((string name, Func<Stage, Gauge, Action<string>, Task<GrowthTable>> take) in parts)
        {
            GrowthTable table = await take(stage, gauge, words => progress.Tell(name, words));
            tables.Add(table);
            progress.Done(name, $"{table.Rows.Count} sizes");
        }

        return tables;

        IReadOnlyList<int> Sizes(int[] quick, int[] whole, params int[] more) => options.Quick ? quick : options.GrowthIsFull ? [.. whole, .. more] : whole;
    }
}
