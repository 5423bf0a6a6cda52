using System.Diagnostics;
using EventStore.Postgres;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>A standby that lags takes the place of the server while projections run.</summary>
public sealed class FailoverTests
{
    private const int Failovers = 10;
    private const int Before = 60;
    private const int Lost = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly ProjectionOptions Options = new() { BlockSize = 10, Lease = TimeSpan.FromSeconds(5), RenewalThreshold = TimeSpan.FromSeconds(1) };

    [Fact]
    [Trait("Proves", "F-16")]
    public async Task A_projection_that_has_come_further_than_the_standby_stops_and_starts_over_when_it_is_reset()
    {
        int count = Rig.IsFull ? Failovers : 1;
        using IDisposable part = Report.Part("fail over", 0);
        await using PostgresCluster cluster = await PostgresCluster.StartAsync();
        var detections = new List<TimeSpan>();
        for (int i = 0; i < count; i++)
        {
            await using RigStore store = await RigStore.CreateAsync(await cluster.CreateDatabaseAsync($"failover{i}"), CrashCell.Stream);
            RigProjection[] projections = [.. Enum.GetValues<ProjectionKind>().Select(kind => new RigProjection(kind, $"failing_{kind}".ToLowerInvariant(), store.Schema))];
            await AppendAsync(store, 1, Before);
            Task<string>[] runs = [.. projections.Select(projection => projection.RunAsync(store.Store, CrashCell.Stream, Options, keepRunning: true))];
            await UntilAllHaveAsync(Before);
            await cluster.BackUpAsync();
            await AppendAsync(store, Before + 1, Lost);
            await UntilAllHaveAsync(Before + Lost);

            await cluster.KillAsync();
            await cluster.PromoteAsync();
            long began = Stopwatch.GetTimestamp();

            // Whatever it has open leads to the old server.
            store.Source.Clear();
            foreach (Task<string> run in runs)
            {
                await Assert.ThrowsAsync<CheckpointAheadOfStoreException>(() => run.WaitAsync(Patience));
            }

            detections.Add(Stopwatch.GetElapsedTime(began));

            // What the new server gets takes places that the old one had given already.
            await AppendAsync(store, 1_001, 20);
            string whole = RigProjection.Steps(Enumerable.Range(1, Before).Concat(Enumerable.Range(1_001, 20)).Select(step => (long)step));
            foreach (RigProjection projection in projections)
            {
                await store.Store.Projections.ResetAsync(projection.Name);
                Assert.Equal(whole, await projection.TakeOverAsync(store.Store, CrashCell.Stream, Options));
                IReadOnlyList<string> written = await projection.ReadOutputAsync(store.Store, store.Source);

                // Links outlive a reset, and with it the order in which they came.
                Assert.All(written, one => Assert.Equal(whole, one));
            }

            async Task UntilAllHaveAsync(int steps)
            {
                string due = RigProjection.Steps(Enumerable.Range(1, steps).Select(step => (long)step));
                long waited = Stopwatch.GetTimestamp();
                foreach (RigProjection projection in projections)
                {
                    while (await StateAsync(store, projection) != due)
                    {
                        Assert.True(Stopwatch.GetElapsedTime(waited) < Patience, $"{projection.Name} does not come to {steps}.");
                        await Task.Delay(10);
                    }
                }
            }
        }

        Report.Line($"{count} failovers, {Lost} events lost in each: {count * 3} runs of {count * 3} ended with {nameof(CheckpointAheadOfStoreException)}, at most {detections.Max().TotalMilliseconds:F0} ms after the promotion");
    }

    private static async Task<string?> StateAsync(RigStore store, RigProjection projection)
    {
        await using NpgsqlCommand command = store.Source.CreateCommand($"select state #>> '{"{}"}' from {new StoreSchema(store.Schema).Projections} where name = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = projection.Name });
        return await command.ExecuteScalarAsync() as string;
    }

    private static Task<AppendResult> AppendAsync(RigStore store, int from, int count) =>
        store.Store.AppendToAsync(CrashCell.Stream, Enumerable.Range(from, count).Select(step => DomainEvent.Create(RigEvents.Catalog, new StepTaken(1, step))));
}
