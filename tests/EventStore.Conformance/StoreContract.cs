using EventStore.Conformance.Domain;

namespace EventStore.Conformance;

/// <summary>What every contract starts from: stores over one storage that is the test's own.</summary>
public abstract class StoreContract(TestStorage storage) : IAsyncLifetime
{
    /// <summary>The stream of the usual fixture.</summary>
    protected const string Fixture = "user-123";

    /// <summary>The aggregate of the usual fixture.</summary>
    protected static readonly Guid FixtureId = Guid.Parse("00000000-0000-7000-8000-000000000123");

    private readonly List<IEventStore> _stores = [];
    private IEventStore? _store;

    /// <summary>The store of most tests, with the whole domain's catalog.</summary>
    protected IEventStore Store => _store ??= CreateStore();

    /// <summary>Whether the storage is installed before the test runs.</summary>
    protected virtual bool InstallsFirst => true;

    public async ValueTask InitializeAsync()
    {
        if (InstallsFirst)
        {
            await Store.InstallAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IEventStore store in _stores)
        {
            await store.DisposeAsync();
        }

        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes another store over the same storage.</summary>
    protected IEventStore CreateStore(Action<EventStoreBuilder>? configure = null) => CreateStore(Users.Catalog, configure);

    /// <summary>Makes another store over the same storage, which knows other events.</summary>
    protected IEventStore CreateStore(EventCatalog catalog, Action<EventStoreBuilder>? configure = null)
    {
        EventStoreBuilder builder = new EventStoreBuilder().AddEvents(catalog);
        storage.Use(builder);
        configure?.Invoke(builder);
        IEventStore store = builder.Build();
        _stores.Add(store);
        return store;
    }

    /// <summary>Makes another store over the same storage, and counts what it sends to its provider.</summary>
    protected (IEventStore Store, CountingLog Log) CreateCountedStore(Action<EventStoreBuilder>? configure = null)
    {
        var log = new CountingLog(((StoreEngine)CreateStore()).Log);
        EventStoreBuilder builder = new EventStoreBuilder().AddEvents(Users.Catalog).UseEventLog(_ => log);
        configure?.Invoke(builder);
        return (builder.Build(), log);
    }

    /// <summary>Creates a stream that holds some events, and gives their positions.</summary>
    protected async Task<IReadOnlyList<long>> CreateStreamAsync(string streamName, params IEnumerable<DomainEvent> events)
    {
        await Store.CreateStreamAsync(streamName);
        return (await Store.AppendToAsync(streamName, events)).Positions;
    }

    /// <summary>Creates the usual fixture: 50 events of one user, of which the last names "Sascha".</summary>
    protected Task<IReadOnlyList<long>> CreateFixtureAsync(string streamName = Fixture) =>
        CreateStreamAsync(streamName, Make.History(streamName == Fixture ? FixtureId : Guid.CreateVersion7(), 50));

    protected async Task<List<DomainEvent>> LoadAllAsync(string streamName) => await Store.LoadAsync(streamName).ToListAsync();

    protected async Task<List<long>> PositionsOfAsync(string streamName) => await Store.LoadAsync(streamName).Select(e => e.Position).ToListAsync();
}
