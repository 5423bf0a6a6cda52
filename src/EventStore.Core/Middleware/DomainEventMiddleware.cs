namespace EventStore;

/// <summary>Looks at an event, and gives the event that goes on: the same one or a changed copy, never null.</summary>
/// <param name="domainEvent">The event, as the middleware before has given it.</param>
/// <param name="cancellationToken">The caller's token.</param>
public delegate ValueTask<DomainEvent> DomainEventMiddleware(DomainEvent domainEvent, CancellationToken cancellationToken);
