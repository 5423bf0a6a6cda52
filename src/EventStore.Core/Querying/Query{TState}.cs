using EventStore.Providers;

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
    private TState? _state;
    private bool _hasState;
    private int _running;
    private volatile bool _stopped;

    internal Query(StoreEngine store, Func<TState>? init)
    {
        _store = store;
        _loop = new EventLoop(store, store.Options.PageSize);
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
        EventSources sources = (Sources ?? throw Missing("a source", "FromStream, FromStreams, FromCategory, FromCategories or FromAll")).Resolve(_store.Catalog);
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
            await _loop.RunAsync(sources, eventNames, StepAsync, null, cancellationToken).ConfigureAwait(false);
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
        _loop.MoveTo([]);
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

    private ValueTask<bool> StepAsync(in RecordedEvent row, StreamInfo stream, CancellationToken cancellationToken) =>
        HandleAsync(_store.Reader.Read(row, stream.Name), cancellationToken);

    private async ValueTask<bool> HandleAsync(DomainEvent stored, CancellationToken cancellationToken)
    {
        DomainEvent domainEvent = await _store.Pipeline.RunAsync(DomainEventAction.Loaded, stored, cancellationToken).ConfigureAwait(false);
        if (Handlers.TryFind(domainEvent, out EventHandlers<TState, QueryContext>.Handler? handler))
        {
            _state = await handler(_state!, domainEvent, _context, cancellationToken).ConfigureAwait(false);
        }

        return _stopped;
    }
}
