namespace EventStore;

/// <summary>
/// Folds a state from events, in memory: give it <c>Init</c>, one source (<c>From…</c>) and handlers, in any order, and
/// run it. It remembers how far it came: the next run goes on there. Not thread-safe, save <see cref="Stop"/>.
/// </summary>
/// <typeparam name="TState">The state.</typeparam>
public sealed class Query<TState> : EventHandlerBuilder<Query<TState>, TState, QueryContext>
{
    private readonly StoreEngine _store;
    private readonly EventLoop _loop;
    private readonly QueryContext _context;
    private Func<TState>? _init;
    private EventSources? _sources;
    private TState? _state;
    private bool _hasState;
    private int _running;
    private volatile bool _stopped;

    internal Query(StoreEngine store, Func<TState>? init)
    {
        _store = store;
        _loop = new EventLoop(store);
        _context = new QueryContext(Stop);
        _init = init;
    }

    /// <summary>What the query is doing: idle or running.</summary>
    public ProjectionStatus Status => Volatile.Read(ref _running) == 0 ? ProjectionStatus.Idle : ProjectionStatus.Running;

    /// <summary>The state: what the last handler returned; before the first run what the init function returns.</summary>
    /// <exception cref="InvalidOperationException">There is no init function yet.</exception>
    public TState State
    {
        get
        {
            if (!_hasState)
            {
                _state = (_init ?? throw Missing("an init function", "Init"))();
                _hasState = true;
            }

            return _state!;
        }
    }

    /// <summary>Sets what makes the state that the query starts with.</summary>
    /// <param name="init">Makes it; called once for the first run, and once after each <see cref="Reset"/>.</param>
    /// <exception cref="InvalidOperationException">There is an init function already, or the query runs.</exception>
    public Query<TState> Init(Func<TState> init)
    {
        ArgumentNullException.ThrowIfNull(init);
        EnsureNotRunning();
        _init = _init is null ? init : throw new InvalidOperationException("The query has an init function already. Call Init once, or give it to Query(…).");
        return this;
    }

    /// <summary>Reads one stream; one that does not exist (yet) counts as empty.</summary>
    /// <param name="streamName">The stream.</param>
    /// <param name="matcher">Which of its events; null means all.</param>
    /// <exception cref="InvalidOperationException">There is a source already, or the query runs.</exception>
    public Query<TState> FromStream(string streamName, MetadataMatcher? matcher = null) => From(() => EventSources.Streams([new StreamSource(streamName, matcher)]));

    /// <summary>Reads several streams as one sequence in the order of the appends; those that do not exist (yet) count as empty.</summary>
    /// <param name="streamNames">The streams, at least one, each once.</param>
    /// <exception cref="ArgumentException">No stream, or one twice.</exception>
    /// <exception cref="InvalidOperationException">There is a source already, or the query runs.</exception>
    public Query<TState> FromStreams(params IEnumerable<string> streamNames)
    {
        ArgumentNullException.ThrowIfNull(streamNames);
        return From(() => EventSources.Streams(streamNames.Select(name => new StreamSource(name))));
    }

    /// <summary>Reads several streams, each with its own matcher, as one sequence in the order of the appends.</summary>
    /// <param name="streams">The streams, at least one, each once.</param>
    /// <exception cref="ArgumentException">No stream, or one twice.</exception>
    /// <exception cref="InvalidOperationException">There is a source already, or the query runs.</exception>
    public Query<TState> FromStreams(params IEnumerable<StreamSource> streams) => From(() => EventSources.Streams(streams));

    /// <summary>Reads every stream of a category (the text before a name's first dash).</summary>
    /// <param name="category">The category; one without streams is empty.</param>
    /// <param name="matcher">Which of their events; null means all.</param>
    /// <exception cref="InvalidOperationException">There is a source already, or the query runs.</exception>
    public Query<TState> FromCategory(string category, MetadataMatcher? matcher = null) => From(() => EventSources.Categories([category], matcher));

    /// <summary>Reads every stream of several categories.</summary>
    /// <param name="categories">The categories, at least one, each once.</param>
    /// <exception cref="ArgumentException">No category, or one twice.</exception>
    /// <exception cref="InvalidOperationException">There is a source already, or the query runs.</exception>
    public Query<TState> FromCategories(params IEnumerable<string> categories) => From(() => EventSources.Categories(categories, null));

    /// <summary>Reads every stream but the internal ones, whose names start with a dollar sign.</summary>
    /// <param name="matcher">Which of their events; null means all.</param>
    /// <exception cref="InvalidOperationException">There is a source already, or the query runs.</exception>
    public Query<TState> FromAll(MetadataMatcher? matcher = null) => From(() => EventSources.All(matcher));

    /// <summary>Handles the events that are visible now and not handled yet, in the order of the appends.</summary>
    /// <param name="cancellationToken">Ends the run after the handler in progress; the next run goes on behind it.</param>
    /// <returns>The state.</returns>
    /// <exception cref="InvalidOperationException">Init function, source or handlers are missing, or the query runs already.</exception>
    /// <exception cref="UnknownEventException">No catalog of the store knows the type that a handler takes.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>What a handler throws surfaces; the state is what the handler before it returned, and the next run begins with the same event.</remarks>
    public async Task<TState> RunAsync(CancellationToken cancellationToken = default)
    {
        _store.EnsureNotDisposed();
        EventSources sources = (_sources ?? throw Missing("a source", "FromStream, FromStreams, FromCategory, FromCategories or FromAll")).Resolve(_store.Catalog);
        if (Handlers.IsEmpty)
        {
            throw Missing("a handler", "When or WhenAny");
        }

        IReadOnlyList<string>? eventNames = Handlers.NamesIn(_store.Catalog);
        _ = State;
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw Running();
        }

        try
        {
            _stopped = false;
            await _loop.RunAsync(sources, eventNames, HandleAsync, cancellationToken).ConfigureAwait(false);
            return State;
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    /// <summary>Forgets state and positions: the next run starts over.</summary>
    /// <exception cref="InvalidOperationException">The query runs.</exception>
    public void Reset()
    {
        EnsureNotRunning();
        _loop.Reset();
        _state = default;
        _hasState = false;
    }

    /// <summary>Ends the run after the handler in progress. May be called from any thread; without a run it does nothing.</summary>
    public void Stop() => _stopped = true;

    private protected override void EnsureNotRunning()
    {
        if (Volatile.Read(ref _running) != 0)
        {
            throw Running();
        }
    }

    private static InvalidOperationException Missing(string what, string method) => new($"The query has no {what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..]}. Call {method} before.");

    private static InvalidOperationException Running() => new("The query runs. Wait for it, or make another query: one query runs once at a time.");

    private async ValueTask<bool> HandleAsync(DomainEvent domainEvent)
    {
        if (Handlers.TryFind(domainEvent, out EventHandlers<TState, QueryContext>.Handler? handler))
        {
            _state = await handler(_state!, domainEvent, _context).ConfigureAwait(false);
        }

        return _stopped;
    }

    private Query<TState> From(Func<EventSources> sources)
    {
        EnsureNotRunning();
        _sources = _sources is null ? sources() : throw new InvalidOperationException("The query has a source already. Call one of FromStream, FromStreams, FromCategory, FromCategories and FromAll, once.");
        return this;
    }
}
