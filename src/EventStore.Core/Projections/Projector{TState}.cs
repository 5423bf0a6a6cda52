using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>
/// A projection: a state that follows events, and is stored with the positions that it has come to. It may emit events
/// of its own and link events into other streams. Give it <c>Init</c>, one source (<c>From…</c>) and handlers, in any
/// order, and run it; one that was made of a class marked <see cref="ProjectionAttribute"/> needs a source only.
/// </summary>
/// <typeparam name="TState">The state; the store's catalog knows its JSON.</typeparam>
/// <remarks>
/// Not thread-safe, save <see cref="StopAsync"/>, <see cref="ResetAsync"/> and <see cref="DeleteAsync"/>, which may be
/// called at any time, from handlers too.
/// </remarks>
public sealed class Projector<TState> : EventHandlerBuilder<Projector<TState>, TState, ProjectionContext>
{
    private readonly ProjectionControl<TState> _control;
    private readonly Func<EventCatalog, JsonTypeInfo<TState>> _findJson;

    internal Projector(StoreEngine store, string name, Func<TState>? init, ProjectionOptions? options)
    {
        _control = new ProjectionControl<TState>(store, name, options ?? new ProjectionOptions(), init);
        _findJson = ProjectionStateJson<TState>.FindIn;
    }

    internal Projector(StoreEngine store, string name, Func<TState> init, ProjectionOptions? options, JsonTypeInfo<TState> json)
        : this(store, name, init, options)
    {
        _findJson = _ => json;
    }

    /// <summary>The projection's name.</summary>
    public string Name => _control.Name;

    /// <summary>Whether this object runs; <see cref="IProjectionManager"/> tells of runs elsewhere.</summary>
    public ProjectionStatus Status => _control.Status;

    /// <summary>
    /// The state: while it runs what the last handler returned, after a run that of the last checkpoint, and before the
    /// first run what the init function returns.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no init function yet.</exception>
    public TState State => _control.State;

    /// <summary>Sets what makes the state that the projection starts with.</summary>
    /// <param name="init">Makes it; called whenever the projection starts over.</param>
    /// <exception cref="InvalidOperationException">There is an init function already, or it runs.</exception>
    public Projector<TState> Init(Func<TState> init)
    {
        _control.SetInit(init);
        return this;
    }

    /// <summary>Follows the events of its source from the last checkpoint on.</summary>
    /// <param name="keepRunning">
    /// Whether it goes on when it has handled everything, and follows what is appended; otherwise it ends at the head
    /// that was visible when it began.
    /// </param>
    /// <param name="cancellationToken">Ends the run after the handler in progress; what was handled is stored.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ProjectionAlreadyRunningException">Somebody runs the projection, here or elsewhere.</exception>
    /// <exception cref="ProjectionLeaseLostException">Somebody has taken over; nothing of the block in progress was stored.</exception>
    /// <exception cref="ProjectionStateException">The stored state cannot be read as <typeparamref name="TState"/>, or a new one cannot be written.</exception>
    /// <exception cref="CheckpointAheadOfStoreException">The store has lost events that were handled.</exception>
    /// <exception cref="StoreUnavailableException">The server is out of reach: when the run begins, or later unless <paramref name="keepRunning"/> lets it wait.</exception>
    /// <exception cref="InvalidOperationException">Init function, source, handlers or the JSON of the state are missing, or it runs already.</exception>
    /// <exception cref="UnknownEventException">No catalog of the store knows the type that a handler takes.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the store was disposed.</exception>
    /// <remarks>What a handler throws surfaces, unless <see cref="ProjectionOptions.PoisonPolicy"/> says otherwise; the state is that of the last checkpoint then.</remarks>
    public async Task<TState> RunAsync(bool keepRunning = false, CancellationToken cancellationToken = default)
    {
        await _control.RunAsync(Define, keepRunning, cancellationToken).ConfigureAwait(false);
        return State;
    }

    /// <summary>Ends the run after the block in progress, with its checkpoint (where a block is handled ahead: after the one that is being stored). Without a run, here or elsewhere, it does nothing.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) => _control.StopAsync(cancellationToken);

    /// <summary>
    /// Forgets state and positions and deletes the stream that was emitted to. A run starts over by itself if it keeps
    /// running, and ends otherwise. One that never ran is left alone.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ResetAsync(CancellationToken cancellationToken = default) => _control.ResetAsync(null, cancellationToken);

    /// <summary>Deletes the projection; a run ends after the block in progress. One that never ran is left alone.</summary>
    /// <param name="deleteEmittedEvents">Whether the stream that was emitted to goes too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DeleteAsync(bool deleteEmittedEvents, CancellationToken cancellationToken = default) => _control.DeleteAsync(null, deleteEmittedEvents, cancellationToken);

    private protected override void EnsureNotRunning() => _control.EnsureNotRunning();

    private ProjectionDefinition<TState> Define()
    {
        StoreEngine store = _control.Store;
        EventSources sources = _control.Resolve(Sources);
        if (Handlers.IsEmpty)
        {
            throw ProjectionControl<TState>.Missing("handler", "When or WhenAny");
        }

        var output = new ProjectionOutput(store, Name);
        return new ProjectionDefinition<TState>
        {
            Store = store,
            Name = Name,
            Options = _control.Options,
            StateJson = new ProjectionStateJson<TState>(Name, _findJson),
            Init = _control.Init,
            Sources = sources,
            EventNames = Handlers.NamesIn(store.Catalog),
            Output = output,
            Handle = (state, domainEvent, cancellationToken) => HandleAsync(state, domainEvent, output, cancellationToken),
            ReadsMetadata = Handlers.ReadMetadata,
            OfPayloads = Handlers.OfPayloads,
        };
    }

    private async ValueTask<TState> HandleAsync(TState state, DomainEvent domainEvent, ProjectionOutput output, CancellationToken cancellationToken)
    {
        var context = new ProjectorContext(_control.Store, output, domainEvent, _control.StopHere);
        try
        {
            return Handlers.TryFind(domainEvent, out EventHandlers<TState, ProjectionContext>.Handler? handler)
                ? await handler(state, domainEvent, context, cancellationToken).ConfigureAwait(false)
                : state;
        }
        finally
        {
            context.End();
        }
    }
}
