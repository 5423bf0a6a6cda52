using System.Collections.Concurrent;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>
/// Everything at once on a handful of names: streams and projections are made, used, reset and deleted side by side. What
/// a race does to a caller is one of the exceptions that are documented for the call, and never a bare refusal of the server.
/// </summary>
public sealed class ChurnTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    private const int Workers = 6;

    public static TheoryData<int> Seeds() => [.. Rig.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Proves", "F-05")]
    [Trait("Proves", "F-09")]
    public async Task Whatever_meets_on_the_same_names_ends_as_documented(int seed)
    {
        using IDisposable part = Report.Part("churn", seed);
        await using RigStore rig = await RigStore.CreateAsync(fixture.Cluster.ConnectionString, ChurnCalls.Kept);
        await using IEventStore second = RigStore.Open(fixture.Cluster.ConnectionString, rig.Schema);

        await RunAsync([rig.Store, second], rig.Schema, Rig.Share(12_000), seed);

        await using NpgsqlCommand tables = rig.Source.CreateCommand("select count(*) from pg_tables t where t.schemaname = $1 and exists (select from pg_indexes i where i.schemaname = $1 and i.indexname = t.tablename || '_event_id')");
        tables.Parameters.Add(new NpgsqlParameter { Value = rig.Schema });
        Assert.Equal((long)(await rig.Store.FetchAllStreamNamesAsync(TestContext.Current.CancellationToken)).Count, (long)(await tables.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Proves", "F-05")]
    [Trait("Proves", "F-09")]
    public async Task Whatever_meets_on_the_same_names_in_memory_ends_as_documented(int seed)
    {
        using IDisposable part = Report.Part("churn in memory", seed);
        await using IEventStore store = new EventStoreBuilder().UseInMemory().AddEvents(RigEvents.Catalog).Build();
        await store.InstallAsync(TestContext.Current.CancellationToken);
        await store.CreateStreamAsync(ChurnCalls.Kept, TestContext.Current.CancellationToken);

        await RunAsync([store], null, Rig.Share(60_000), seed);
    }

    private static async Task RunAsync(IEventStore[] stores, string? schema, int steps, int seed)
    {
        var outcomes = new ConcurrentDictionary<string, int>();
        var kept = new ConcurrentBag<Guid>();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var calls = new ChurnCalls(stores[worker % stores.Length], schema, new Random(seed + worker), kept);
            for (int i = 0; i < steps / Workers; i++)
            {
                ChurnStep step = calls.Next();
                string outcome = "done";
                try
                {
                    await step.Call();
                }
                catch (Exception exception) when (Array.Exists(step.Expected, type => type == exception.GetType()))
                {
                    outcome = exception.GetType().Name;
                }

                outcomes.AddOrUpdate($"{step.Name}: {outcome}", 1, (_, count) => count + 1);
            }
        })));

        Report.Line($"{string.Join(", ", outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal).Select(outcome => $"{outcome.Key} {outcome.Value}"))}");
        await AssertConsistentAsync(stores[0], kept);
    }

    private static async Task AssertConsistentAsync(IEventStore store, ConcurrentBag<Guid> kept)
    {
        Assert.Equal(kept.Order(), (await store.LoadAsync(ChurnCalls.Kept).ToListAsync()).Select(e => e.EventId).Order());
        foreach (string name in await store.FetchAllStreamNamesAsync())
        {
            List<DomainEvent> events = await store.LoadAsync(name).ToListAsync();
            Assert.Equal(events.Select(e => e.Position).Distinct().Order(), events.Select(e => e.Position));
            Assert.Equal(events.Count, events.DistinctBy(e => e.EventId).Count());
        }
    }
}
