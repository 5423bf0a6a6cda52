namespace EventStore;

/// <summary>Makes projectors, after a look at their names and options.</summary>
internal static class ProjectionFactory
{
    public static Projector<TState> Create<TState>(StoreEngine store, string name, Func<TState>? init, ProjectionOptions? options)
    {
        Check(store, name, options);
        return new Projector<TState>(store, name, init, options);
    }

    public static Projector<TProjection> Create<TProjection>(StoreEngine store, ProjectionOptions? options)
        where TProjection : class, IProjection<TProjection>
    {
        Check(store, TProjection.ProjectionName, options);
        var projector = new Projector<TProjection>(store, TProjection.ProjectionName, TProjection.Create, options, TProjection.StateJson);
        projector.Handlers.AddGenerated(TProjection.EventTypes, TProjection.HandlersReadContext, TProjection.HandlersReadMetadata, TProjection.FindEvent, TProjection.HandleAsync);
        return projector;
    }

    public static ReadModelProjector<TReadModel, TState> Create<TReadModel, TState>(StoreEngine store, string name, TReadModel readModel, Func<TState> init, ProjectionOptions? options)
        where TReadModel : class, IReadModel
    {
        ArgumentNullException.ThrowIfNull(readModel);
        Check(store, name, options);
        return new ReadModelProjector<TReadModel, TState>(store, name, readModel, init, options, ProjectionStateJson<TState>.FindIn);
    }

    public static ReadModelProjector<TReadModel, TReadModel> Create<TReadModel>(StoreEngine store, string name, TReadModel readModel, ProjectionOptions? options)
        where TReadModel : class, IReadModel
    {
        ArgumentNullException.ThrowIfNull(readModel);
        Check(store, name, options);
        return new ReadModelProjector<TReadModel, TReadModel>(store, name, readModel, () => readModel, options, null);
    }

    public static ReadModelProjector<TReadModel, TReadModel> CreateGenerated<TReadModel>(StoreEngine store, TReadModel readModel, ProjectionOptions? options)
        where TReadModel : class, IReadModel, IReadModelHandlers<TReadModel>
    {
        ArgumentNullException.ThrowIfNull(readModel);
        Check(store, TReadModel.ReadModelName, options);
        var projector = new ReadModelProjector<TReadModel, TReadModel>(store, TReadModel.ReadModelName, readModel, () => readModel, options, null);
        projector.Handlers.AddGenerated(TReadModel.EventTypes, TReadModel.HandlersReadContext, TReadModel.HandlersReadMetadata, TReadModel.FindEvent, TReadModel.HandleAsync);
        return projector;
    }

    private static void Check(StoreEngine store, string name, ProjectionOptions? options)
    {
        StreamNames.CheckNew(name);
        options?.Check();
        store.EnsureNotDisposed();
        if (store.JoinsTransaction)
        {
            throw new InvalidOperationException("Projections are not part of a transaction of the caller's. Start them from the store itself.");
        }
    }
}
