using System.Collections.Concurrent;

namespace EventStore.ReliabilityTests;

/// <summary>Calls on a handful of names, at random. One stream is never deleted, and what is appended to it is kept account of.</summary>
/// <param name="store">The store.</param>
/// <param name="schema">The schema of the read model's table; null where there are no tables.</param>
/// <param name="random">Decides.</param>
/// <param name="kept">The ids of what was acknowledged of the stream that stays.</param>
internal sealed class ChurnCalls(IEventStore store, string? schema, Random random, ConcurrentBag<Guid> kept)
{
    public const string Kept = "kept";

    private static readonly string[] Streams = ["a", "b", "c-1", "c-2"];
    private static readonly string[] Projections = ["p", "q"];
    private static readonly ProjectionOptions Options = new() { BlockSize = 5 };

    public ChurnStep Next() => random.Next(schema is null ? 16 : 19) switch
    {
        < 8 => NextOfStreams(),
        < 11 => NextOfReaders(),
        < 15 => NextOfProjections(Any(Projections), Any(Streams), Any(Streams)),
        15 => new("install", () => store.InstallAsync()),
        _ => NextOfTables(schema!),
    };

    private ChurnStep NextOfStreams()
    {
        string stream = Any(Streams);
        string other = Any(Streams);
        DomainEvent[] events = Events(random.Next(1, 4));
        return random.Next(8) switch
        {
            < 2 => new("create", () => store.CreateStreamAsync(stream), typeof(StreamAlreadyExistsException)),
            2 => new("delete", () => store.DeleteStreamAsync(stream), typeof(StreamNotFoundException)),
            < 5 => new("append", () => store.AppendToAsync(stream, events), typeof(StreamNotFoundException)),
            5 when stream != other => new("append to two", () => store.AppendAsync(AppendUnit.For(stream, events).And(other, Events(1))), typeof(StreamNotFoundException)),
            _ => new("append to the one that stays", async () =>
            {
                await store.AppendToAsync(Kept, events);
                Array.ForEach(events, e => kept.Add(e.EventId));
            }),
        };
    }

    private ChurnStep NextOfReaders()
    {
        string stream = Any(Streams);
        return random.Next(4) switch
        {
            0 => new("load", async () => await store.LoadAsync(stream).CountAsync(), typeof(StreamNotFoundException)),
            1 => new("merge", async () => await store.MergeAndLoadAsync([new(Kept), new(stream)]).CountAsync(), typeof(StreamNotFoundException)),
            2 => new("list", () => store.FetchAllStreamNamesAsync()),
            _ => new("query", () => store.Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync()),
        };
    }

    private ChurnStep NextOfProjections(string name, string stream, string other)
    {
        Projector<int> projector = store.Projector(name, () => 0, Options).FromStream(Kept).WhenAny((count, e, context) =>
        {
            context.LinkTo(stream, e);
            context.LinkTo(other, e);
            context.Emit(new StepTaken(1, count));
            return count + 1;
        });
        return random.Next(12) switch
        {
            < 5 => new("project", () => projector.RunAsync(), typeof(ProjectionAlreadyRunningException)),
            5 => new("reset", () => projector.ResetAsync()),
            6 => new("delete a projection", () => projector.DeleteAsync(deleteEmittedEvents: true)),
            7 => new("stop by name", () => store.Projections.StopAsync(name), typeof(ProjectionNotFoundException)),
            8 => new("reset by name", () => store.Projections.ResetAsync(name), typeof(ProjectionNotFoundException)),
            9 => new("delete by name", () => store.Projections.DeleteAsync(name, deleteEmittedEvents: true), typeof(ProjectionNotFoundException)),
            10 => new("fetch", () => store.Projections.FetchAsync(name), typeof(ProjectionNotFoundException)),
            _ => new("lag", () => store.Projections.FetchLagAsync(name), typeof(ProjectionNotFoundException)),
        };
    }

    private ChurnStep NextOfTables(string tableSchema)
    {
        ReadModelProjector<StepRows, int> projector = store
            .ReadModelProjector("m", new StepRows(new ReadModelTable("churned", tableSchema), null, () => Task.CompletedTask), () => 0, Options)
            .FromStream(Kept).WhenAny((count, _, context) =>
            {
                context.ReadModel.Add(count);
                return count + 1;
            });
        return random.Next(6) switch
        {
            < 4 => new("project into a table", () => projector.RunAsync(), typeof(ProjectionAlreadyRunningException)),
            4 => new("reset a table", () => projector.ResetAsync()),
            _ => new("delete a table", () => projector.DeleteAsync(deleteReadModel: true)),
        };
    }

    private string Any(string[] names) => names[random.Next(names.Length)];

    private static DomainEvent[] Events(int count) => [.. Enumerable.Range(0, count).Select(step => DomainEvent.Create(RigEvents.Catalog, new StepTaken(0, step)))];
}
