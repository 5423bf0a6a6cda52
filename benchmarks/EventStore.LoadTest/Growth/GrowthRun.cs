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
        Pace pace = options.Quick ? Pace.Quick : Pace.Whole;
        await using Stage stage = await Stage.OpenAsync(connection, new Script(options.Seed), pace);
        var gauge = new Gauge(new Meter(null), pace);
        var progress = new Progress(4);
        return
        [
            await TakeAsync("events", tell => new EventGrowth(stage, gauge).RunAsync(Sizes([4_000, 10_000], [10_000, 100_000, 1_000_000], 10_000_000), tell, cancellationToken)),
            await TakeAsync("streams", tell => new StreamGrowth(stage, gauge).RunAsync(Sizes([1, 10, 100], [1, 100, 10_000]), tell, cancellationToken)),
            await TakeAsync("callers", tell => new CallerGrowth(stage, gauge).RunAsync(Sizes([1, 8], [1, 2, 4, 8, 16, 32, 64]), tell, cancellationToken)),
            await TakeAsync("projections", tell => new ProjectionGrowth(stage).RunAsync(Sizes([1, 3], [1, 2, 5, 10, 25, 50]), tell, cancellationToken)),
        ];

        IReadOnlyList<int> Sizes(int[] quick, int[] whole, params int[] more) => pace.IsQuick ? quick : options.GrowthIsFull ? [.. whole, .. more] : whole;

        async Task<GrowthTable> TakeAsync(string name, Func<Action<string>, Task<GrowthTable>> take)
        {
            GrowthTable table = await take(words => progress.Tell(name, words));
            progress.Done(name, $"{table.Rows.Count} sizes");
            return table;
        }
    }
}
