using EventStore.Providers;
using Microsoft.Extensions.Logging;

namespace EventStore;

/// <summary>
/// Makes an event store: choose a provider (<c>UseInMemory</c> or <c>UsePostgres</c>), add the catalogs, build. Not
/// thread-safe.
/// </summary>
/// <example><c>await using var store = new EventStoreBuilder().UseInMemory().AddEvents(BankEvents.Catalog).Build();</c></example>
public sealed class EventStoreBuilder
{
    private readonly Dictionary<DomainEventAction, List<DomainEventMiddleware>> _middlewares = [];
    private EventStoreOptions _options = new();
    private EventCatalog _catalog = EventCatalog.Empty;
    private Func<EventLogContext, IEventLog>? _provider;

    /// <summary>Adds the events of a catalog, which loading, appending and querying by type need. May be called several times.</summary>
    /// <param name="catalog">For example <c>BankEvents.Catalog</c>.</param>
    /// <exception cref="ArgumentException">Two different types of events share a name.</exception>
    public EventStoreBuilder AddEvents(EventCatalog catalog)
    {
        _catalog = _catalog.Including(catalog);
        return this;
    }

    /// <summary>Adds a middleware behind those that the action has already.</summary>
    /// <param name="action">When it runs.</param>
    /// <param name="middleware">What it does; it gives the event that goes on.</param>
    public EventStoreBuilder AddMiddleware(DomainEventAction action, DomainEventMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        if (!Enum.IsDefined(action))
        {
            throw new ArgumentOutOfRangeException(nameof(action), action, "There is no such action.");
        }

        if (!_middlewares.TryGetValue(action, out List<DomainEventMiddleware>? chain))
        {
            _middlewares.Add(action, chain = []);
        }

        chain.Add(middleware);
        return this;
    }

    /// <summary>Sets how many events are read at once; 1,000 by default.</summary>
    /// <param name="pageSize">1 or more; checked by <see cref="Build"/>.</param>
    public EventStoreBuilder WithPageSize(int pageSize)
    {
        _options = _options with { PageSize = pageSize };
        return this;
    }

    /// <summary>Sets how large the payload and the metadata of an event may each be; 1 MiB by default.</summary>
    /// <param name="bytes">Bytes of UTF-8 JSON, 2 or more; checked by <see cref="Build"/>.</param>
    public EventStoreBuilder WithMaxEventSize(int bytes)
    {
        _options = _options with { MaxEventSize = bytes };
        return this;
    }

    /// <summary>Sets how many events a unit may have; 100,000 by default.</summary>
    /// <param name="events">1 or more; checked by <see cref="Build"/>.</param>
    public EventStoreBuilder WithMaxUnitEvents(int events)
    {
        _options = _options with { MaxUnitEvents = events };
        return this;
    }

    /// <summary>Sets what tells the time; the system's clock by default.</summary>
    /// <param name="timeProvider">The clock.</param>
    public EventStoreBuilder WithTimeProvider(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        _options = _options with { TimeProvider = timeProvider };
        return this;
    }

    /// <summary>Sets where the store writes its log, under the category <c>EventStore</c>; nowhere by default. docs/observability.md lists what it says.</summary>
    /// <param name="loggerFactory">Makes the logger; it outlives the store.</param>
    public EventStoreBuilder WithLoggerFactory(ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(loggerFactory);
        _options = _options with { Logger = loggerFactory.CreateLogger(EventStoreDiagnostics.LogCategory) };
        return this;
    }

    /// <summary>Sets where events are kept. For providers: users call <c>UseInMemory</c> or <c>UsePostgres</c>.</summary>
    /// <param name="provider">Makes the event log; called by each <see cref="Build"/>.</param>
    /// <exception cref="InvalidOperationException">A provider is set already.</exception>
    public EventStoreBuilder UseEventLog(Func<EventLogContext, IEventLog> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        if (_provider is not null)
        {
            throw new InvalidOperationException("The builder has a provider already. Call UseInMemory or UsePostgres once.");
        }

        _provider = provider;
        return this;
    }

    /// <summary>Makes the event store. Nothing is sent to a server yet.</summary>
    /// <exception cref="InvalidOperationException">No provider is set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A page size or a limit is out of its range.</exception>
    public IEventStore Build()
    {
        if (_provider is null)
        {
            throw new InvalidOperationException("The builder does not know where to keep events. Call UseInMemory() or UsePostgres(…) first.");
        }

        CheckRange(_options.PageSize, 1, "The page size", nameof(WithPageSize));
        CheckRange(_options.MaxEventSize, 2, "The largest size of an event", nameof(WithMaxEventSize));
        CheckRange(_options.MaxUnitEvents, 1, "The largest number of events in a unit", nameof(WithMaxUnitEvents));
        var pipeline = new MiddlewarePipeline(_catalog, _middlewares.ToDictionary(chain => chain.Key, chain => (IReadOnlyList<DomainEventMiddleware>)[.. chain.Value]));
        return new StoreEngine(_provider(new EventLogContext(_options.TimeProvider, _options.Logger)), _catalog, pipeline, _options);
    }

    private static void CheckRange(int value, int least, string what, string method)
    {
        if (value < least)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"{what} is at least {least}; see {method}.");
        }
    }
}
