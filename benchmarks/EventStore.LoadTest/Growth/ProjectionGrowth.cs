using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Workloads;

namespace EventStore.LoadTest.Growth;

/// <summary>More and more projections of one process that catch up with the same stream at the same time.</summary>
internal sealed class ProjectionGrowth(Stage stage)
{
    private const int PoolSize = 16;

    public async Task<GrowthTable> RunAsync(IReadOnlyList<int> sizes, Action<string> tell, CancellationToken cancellationToken)
    {
        await ReadWorkloads.KeepHistoryAsync(stage);
        var rows = new List<(long, IReadOnlyList<double?>)>();
        foreach (int size in sizes)
        {
            await using IEventStore store = (stage.Connection with { PoolSize = PoolSize }).BuildStore();
            await stage.SettleAsync();
            tell($"{size} projections");
            Projector<decimal>[] projectors = [.. Enumerable.Range(0, size).Select(i => Make(store, $"turnover-of-{size}-{i}"))];
            long before = GC.GetTotalMemory(forceFullCollection: true);
            long began = TimeProvider.System.GetTimestamp();
            await Task.WhenAll(projectors.Select(projector => Task.Run(() => projector.RunAsync(cancellationToken: cancellationToken), cancellationToken)));
            double seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            double memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024d / 1024d;
            rows.Add((size, [(double)size * stage.Pace.Events / seconds, stage.Pace.Events / seconds, memory]));
        }

        return new GrowthTable(
            "growth-projections",
            $"Projections that catch up with {stage.Pace.Events:N0} events at the same time, over 16 connections",
            "projections",
            ["all together, events/s", "each, events/s", "heap that they keep, MiB"],
            rows);
    }

    private static Projector<decimal> Make(IEventStore store, string name) => store
        .Projector(name, () => 0m)
        .FromStream(ReadWorkloads.History)
        .When<MoneyDeposited>((sum, e) => sum + e.Payload.Amount)
        .When<MoneyWithdrawn>((sum, e) => sum + e.Payload.Amount)
        .When<AccountOpened>((sum, _) => sum)
        .When<OwnerRenamed>((sum, _) => sum);
}
