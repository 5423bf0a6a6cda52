using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>
/// Keeps a read model up to date: handlers stack operations on it, which are done before (in the store's own database:
/// with) each checkpoint. Give it <c>Init</c>, one source (<c>From…</c>) and handlers, in any order, and run it; one that
/// was made of a class marked <see cref="ReadModelAttribute"/> needs a source only.
/// </summary>
/// <typeparam name="TReadModel">The read model.</typeparam>
/// <typeparam name="TState">A state beside it, which is stored with the checkpoint; the read model itself where there is none.</typeparam>
/// <remarks>
/// Not thread-safe, save <see cref="StopAsync"/>, <see cref="ResetAsync"/> and <see cref="DeleteAsync"/>, which may be
/// called at any time, from handlers too.
/// </remarks>
public sealed class ReadModelProjector<TReadModel, TState> : EventHandlerBuilder<ReadModelProjector<TReadModel, TState>, TState, ReadModelContext<TReadModel>>
    where TReadModel : class, IReadModel
{
    private readonly ProjectionControl<TState> _control;
    private readonly Func<EventCatalog, JsonTypeInfo<TState>>? _findJson;

    internal ReadModelProjector(StoreEngine store, string name, TReadModel readModel, Func<TState>? init, ProjectionOptions? options, Func<EventCatalog, JsonTypeInfo<TState>>? findJson)
    {
        ReadModel = readModel;
        _control = new ProjectionControl<TState>(store, name, options ?? new ProjectionOptions(), init);
        _findJson = findJson;
    }

    /// <summary>The projection's name.</summary>
    public string Name => _control.Name;

    /// <summary>The read model.</summary>
    public TReadModel ReadModel { get; }

    /// <inheritdoc cref="Projector{TState}.Status"/>
    public ProjectionStatus Status => _control.Status;

    /// <inheritdoc cref="Projector{TState}.State"/>
    public TState State => _control.State;

    /// <inheritdoc cref="Projector{TState}.Init"/>
    public ReadModelProjector<TReadModel, TState> Init(Func<TState> init)
    {
        _control.SetInit(init);
        return this;
    }

    /// <summary>Follows the events of its source from the last checkpoint on. The read model is made first if it is not there yet.</summary>
    /// <inheritdoc cref="Projector{TState}.RunAsync"/>
    public async Task<TState> RunAsync(bool keepRunning = false, CancellationToken cancellationToken = default)
    {
        await _control.RunAsync(Define, keepRunning, cancellationToken).ConfigureAwait(false);
        return State;
    }

    /// <inheritdoc cref="Projector{TState}.StopAsync"/>
    public Task StopAsync(CancellationToken cancellationToken = default) => _control.StopAsync(cancellationToken);

    /// <summary>
    /// Forgets state and positions, and empties the read model. A run starts over by itself if it keeps running, and
    /// ends otherwise. One that never ran is left alone.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ResetAsync(CancellationToken cancellationToken = default) => _control.ResetAsync(ReadModel, cancellationToken);

    /// <summary>Deletes the projection; a run ends after the block in progress. One that never ran is left alone.</summary>
    /// <param name="deleteReadModel">Whether the read model goes too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DeleteAsync(bool deleteReadModel, CancellationToken cancellationToken = default) => _control.DeleteAsync(ReadModel, deleteReadModel, cancellationToken);

    private protected override void EnsureNotRunning() => _control.EnsureNotRunning();

    private ProjectionDefinition<TState> Define()
    {
        StoreEngine store = _control.Store;
        EventSources sources = _control.Resolve(Sources);
        if (Handlers.IsEmpty)
        {
            throw ProjectionControl<TState>.Missing("handler", "When or WhenAny");
        }

        return new ProjectionDefinition<TState>
        {
            Store = store,
            Name = Name,
            Options = _control.Options,
            StateJson = new ProjectionStateJson<TState>(Name, _findJson),
            Init = _control.Init,
            Sources = sources,
            EventNames = Handlers.NamesIn(store.Catalog),
            ReadModel = ReadModel,
            Handle = HandleAsync,
            ReadsMetadata = Handlers.ReadMetadata,
            OfPayloads = Handlers.OfPayloads,
        };
    }

    private ValueTask<TState> HandleAsync(TState state, DomainEvent domainEvent, CancellationToken cancellationToken)
    {
        var context = new ReadModelContext<TReadModel>(ReadModel, domainEvent, _control.StopHere);
        return Handlers.TryFind(domainEvent, out EventHandlers<TState, ReadModelContext<TReadModel>>.Handler? handler)
            ? handler(state, domainEvent, context, cancellationToken)
            : new(state);
    }
}
