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
    private const string Kept = "kept";

    private static readonly string[] Streams = ["a", "b", "c-1", "c-2"];
    private static readonly string[] Projections = ["p", "q"];

    [Fact]
    [Trait("Proves", "F-05")]
    [Trait("Proves", "F-09")]
    public async Task Whatever_meets_on_the_same_names_ends_as_documented()
    {
        foreach (int seed in Rig.Seeds)
        {
            using IDisposable part = Report.Part("churn", seed);
            await using RigStore rig = await RigStore.CreateAsync(fixture.Cluster.ConnectionString, Kept);
            await using IEventStore second = RigStore.Open(fixture.Cluster.ConnectionString, rig.Schema);
            var outcomes = new ConcurrentDictionary<string, int>();
            var kept = new ConcurrentBag<Guid>();

            await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
            {
                var random = new Random(seed + worker);
                for (int step = 0; step < Rig.Share(12_000) / Workers; step++)
                {
                    (string name, Func<Task> call, Type[] expected) = Pick(worker % 2 == 0 ? rig.Store : second, rig.Schema, random, kept);
                    string outcome = "done";
                    try
                    {
                        await call();
                    }
                    catch (Exception exception) when (Array.Exists(expected, type => type == exception.GetType()))
                    {
                        outcome = exception.GetType().Name;
                    }

                    outcomes.AddOrUpdate($"{name}: {outcome}", 1, (_, count) => count + 1);
                }
            })));

            foreach ((string outcome, int count) in outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal))
            {
                Report.Line($"{count,6} {outcome}");
            }

            await AssertConsistentAsync(rig, kept);
        }
    }

    private static (string Name, Func<Task> Call, Type[] Expected) Pick(IEventStore store, string schema, Random random, ConcurrentBag<Guid> kept)
    {
        string stream = Streams[random.Next(Streams.Length)];
        string other = Streams[random.Next(Streams.Length)];
        string projection = Projections[random.Next(Projections.Length)];
        DomainEvent[] events = [.. Enumerable.Range(0, random.Next(1, 4)).Select(step => DomainEvent.Create(RigEvents.Catalog, new StepTaken(0, step)))];
        switch (random.Next(18))
        {
            case 0 or 1:
                return ("create", () => store.CreateStreamAsync(stream), [typeof(StreamAlreadyExistsException)]);
            case 2:
                return ("delete", () => store.DeleteStreamAsync(stream), [typeof(StreamNotFoundException)]);
            case 3 or 4:
                return ("append", () => store.AppendToAsync(stream, events), [typeof(StreamNotFoundException)]);
            case 5:
                return ("append to two", AppendToTwoAsync, [typeof(StreamNotFoundException)]);
            case 6:
                return ("append to the one that stays", AppendToKeptAsync, []);
            case 7:
                return ("load", async () => await store.LoadAsync(stream).CountAsync(), [typeof(StreamNotFoundException)]);
            case 8:
                return ("merge", async () => await store.MergeAndLoadAsync([new(Kept), new(stream)]).CountAsync(), [typeof(StreamNotFoundException)]);
            case 9:
                return ("query", () => store.Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync(), []);
            case 10 or 11:
                return ("project", () => Projector().RunAsync(), [typeof(ProjectionAlreadyRunningException)]);
            case 12:
                return ("reset", () => Projector().ResetAsync(), []);
            case 13:
                return ("project into a table", () => ReadModel().RunAsync(), [typeof(ProjectionAlreadyRunningException)]);
            case 14:
                return ("reset a table", () => ReadModel().ResetAsync(), []);
            case 15 or 16:
                return random.Next(6) switch
                {
                    0 => ("stop by name", () => store.Projections.StopAsync(projection), [typeof(ProjectionNotFoundException)]),
                    1 => ("reset by name", () => store.Projections.ResetAsync(projection), [typeof(ProjectionNotFoundException)]),
                    2 => ("delete by name", () => store.Projections.DeleteAsync(projection, deleteEmittedEvents: true), [typeof(ProjectionNotFoundException)]),
                    3 => ("status", () => store.Projections.FetchAsync(projection), [typeof(ProjectionNotFoundException)]),
                    4 => ("lag", () => store.Projections.FetchLagAsync(projection), [typeof(ProjectionNotFoundException)]),
                    _ => ("delete a table", () => ReadModel().DeleteAsync(deleteReadModel: true), []),
                };
            default:
                return random.Next(3) switch
                {
                    0 => ("delete a projection", () => Projector().DeleteAsync(deleteEmittedEvents: true), []),
                    1 => ("install", () => store.InstallAsync(), []),
                    _ => ("list", async () => await store.FetchAllStreamNamesAsync(), []),
                };
        }

        Projector<int> Projector() => store.Projector(projection, () => 0, new ProjectionOptions { BlockSize = 5 }).FromStream(Kept).WhenAny((count, e, context) =>
        {
            context.LinkTo(stream, e);
            context.LinkTo(other, e);
            context.Emit(new StepTaken(1, count));
            return count + 1;
        });

        ReadModelProjector<StepRows, int> ReadModel() => store
            .ReadModelProjector("m", new StepRows(new ReadModelTable("churned", schema), null, () => Task.CompletedTask), () => 0, new ProjectionOptions { BlockSize = 5 })
            .FromStream(Kept).WhenAny((count, _, context) =>
            {
                context.ReadModel.Add(count);
                return count + 1;
            });

        async Task AppendToTwoAsync() =>
            await store.AppendAsync(stream == other ? AppendUnit.For(stream, events) : AppendUnit.For(stream, events).And(other, [DomainEvent.Create(RigEvents.Catalog, new StepTaken(2, 0))]));

        async Task AppendToKeptAsync()
        {
            await store.AppendToAsync(Kept, events);
            foreach (DomainEvent e in events)
            {
                kept.Add(e.EventId);
            }
        }
    }

    private static async Task AssertConsistentAsync(RigStore rig, ConcurrentBag<Guid> kept)
    {
        List<DomainEvent> stored = await rig.Store.LoadAsync(Kept).ToListAsync();
        Assert.Equal(kept.Order(), stored.Select(e => e.EventId).Order());

        IReadOnlyList<string> names = await rig.Store.FetchAllStreamNamesAsync();
        foreach (string name in names)
        {
            List<DomainEvent> events = await rig.Store.LoadAsync(name).ToListAsync();
            Assert.Equal(events.Select(e => e.Position).Distinct().Order(), events.Select(e => e.Position));
            Assert.Equal(events.Count, events.DistinctBy(e => e.EventId).Count());
        }

        await using NpgsqlCommand tables = rig.Source.CreateCommand("select count(*) from pg_tables t where t.schemaname = $1 and exists (select from pg_indexes i where i.schemaname = $1 and i.indexname = t.tablename || '_event_id')");
        tables.Parameters.Add(new NpgsqlParameter { Value = rig.Schema });
        Assert.Equal((long)names.Count, (long)(await tables.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }
}
