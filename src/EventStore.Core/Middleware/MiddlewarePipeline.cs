namespace EventStore;

/// <summary>Runs the middlewares of an action, one after the other, in the order in which they were added.</summary>
internal sealed class MiddlewarePipeline(EventCatalog catalog, IReadOnlyDictionary<DomainEventAction, IReadOnlyList<DomainEventMiddleware>> chains)
{
    public bool Has(DomainEventAction action) => chains.ContainsKey(action);

    public async ValueTask<DomainEvent> RunAsync(DomainEventAction action, DomainEvent domainEvent, CancellationToken cancellationToken)
    {
        if (!chains.TryGetValue(action, out IReadOnlyList<DomainEventMiddleware>? chain))
        {
            return domainEvent;
        }

        foreach (DomainEventMiddleware middleware in chain)
        {
            DomainEvent given = domainEvent;
            domainEvent = await middleware(given, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"A {action} middleware gave null for the event '{given.Name}' ({given.EventId}). Give the event that goes on: the same one, or a changed copy.");
            if (action == DomainEventAction.PreAppend)
            {
                CheckIdentity(given, domainEvent);
                domainEvent = catalog.Name(domainEvent);
            }
        }

        return domainEvent;
    }

    private static void CheckIdentity(DomainEvent given, DomainEvent changed)
    {
        string? what =
            given.EventId != changed.EventId ? $"the event id ({given.EventId} became {changed.EventId})"
            : given.AggregateId != changed.AggregateId ? $"the aggregate's id ({given.AggregateId} became {changed.AggregateId})"
            : given.AggregateType != changed.AggregateType ? $"the aggregate's type ('{given.AggregateType}' became '{changed.AggregateType}')"
            : given.Version != changed.Version ? $"the version ({given.Version} became {changed.Version})"
            : null;
        if (what is not null)
        {
            throw new InvalidOperationException($"A PreAppend middleware changed {what} of the event '{given.Name}'. It may change payload and metadata only: a repeated append could not be recognised otherwise.");
        }
    }
}
