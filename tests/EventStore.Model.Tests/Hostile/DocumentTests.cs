using System.Text.Json;
using CsCheck;
using EventStore.Conformance;

namespace EventStore.Model.Tests.Hostile;

/// <summary>A document is refused by both stores for the same reason, or both give it back as it was.</summary>
public sealed class DocumentTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Stream = "documents";
    private const int BatchSize = 50;

    private readonly PostgresServer _server = new();
    private readonly InMemoryStorage _storage = new();
    private readonly List<IEventStore> _stores = [];
    private int _kept;
    private int _refused;

    public async ValueTask InitializeAsync()
    {
        EventStoreBuilder postgres = new EventStoreBuilder().AddEvents(RawDocument.Catalog);
        _server.Use(postgres);
        _stores.Add(new EventStoreBuilder().AddEvents(RawDocument.Catalog).UseInMemory(_storage).Build());
        _stores.Add(postgres.Build());
        foreach (IEventStore store in _stores)
        {
            await store.InstallAsync();
            await store.CreateStreamAsync(Stream);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IEventStore store in _stores)
        {
            await store.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Fact, Proves("A-21", "A-27", "E-10", "E-12")]
    public async Task A_document_is_refused_or_comes_back_as_it_was()
    {
        await Documents.Any.Array[BatchSize, BatchSize].SampleAsync(RoundTripAsync, writeLine: output.WriteLine, iter: TestSize.Of(100_000, 20) / BatchSize, threads: 1, print: documents => string.Join("\n", documents));

        output.WriteLine($"{_kept} kept, {_refused} refused.");
        Assert.InRange(_refused, _kept / 20, _kept);
    }

    private async Task RoundTripAsync(string[] documents)
    {
        DomainEvent[] events = [.. documents.Select(Event)];
        var ends = new List<string[]>();
        foreach (IEventStore store in _stores)
        {
            IReadOnlyList<AppendOutcome> outcomes = await store.AppendAsync(events.Select(e => AppendUnit.For(Stream, [e])));
            ends.Add([.. outcomes.Select(End)]);
            await CheckKeptAsync(store, outcomes, events, documents);
        }

        Assert.Equal(ends[0], ends[1]);
        _kept += ends[0].Count(end => end == "kept");
        _refused += ends[0].Count(end => end != "kept");
    }

    /// <summary>Every other document is metadata.</summary>
    private static DomainEvent Event(string document, int index)
    {
        if (index % 2 == 0)
        {
            return DomainEvent.Create(RawDocument.Catalog, new RawDocument(document));
        }

        using JsonDocument parsed = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = 1000 });
        return DomainEvent.Create(RawDocument.Catalog, new RawDocument("{}"), null, EventMetadata.Of(("document", parsed.RootElement)));
    }

    private static string End(AppendOutcome outcome) => outcome.Exception switch
    {
        null => "kept",
        EventRejectedException rejected => $"{rejected.EventName} {rejected.JsonPath} {rejected.Message}",
        var other => throw new InvalidOperationException("A document is refused as an event.", other),
    };

    private static async Task CheckKeptAsync(IEventStore store, IReadOnlyList<AppendOutcome> outcomes, DomainEvent[] events, string[] documents)
    {
        int[] kept = [.. Enumerable.Range(0, events.Length).Where(i => outcomes[i].IsStored)];
        if (kept.Length == 0)
        {
            return;
        }

        List<DomainEvent> loaded = await store.LoadAsync(Stream, outcomes[kept[0]].Result.Positions[0]).ToListAsync();
        Assert.Equal(kept.Select(i => events[i].EventId), loaded.Select(e => e.EventId));
        foreach ((int i, DomainEvent e) in kept.Zip(loaded))
        {
            if (i % 2 == 0)
            {
                Assert.Equal(documents[i], ((RawDocument)e.Payload).Json);
            }
            else
            {
                Assert.Equal(Canonical.Of(events[i].Metadata["document"]), Canonical.Of(e.Metadata["document"]));
            }
        }
    }
}
