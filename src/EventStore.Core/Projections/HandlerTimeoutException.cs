namespace EventStore;

/// <summary>A handler of a projection has not come back in the time that the options give it.</summary>
/// <param name="projectionName">The projection.</param>
/// <param name="domainEvent">The event.</param>
/// <param name="timeout">The time.</param>
public sealed class HandlerTimeoutException(string projectionName, DomainEvent domainEvent, TimeSpan timeout)
    : EventStoreException($"The handler of the projection '{projectionName}' for the event '{domainEvent?.Name}' ({domainEvent?.EventId}) at position {domainEvent?.Position} of stream '{domainEvent?.StreamName}' took longer than {timeout}. Nothing of it counts. Make it faster, or raise ProjectionOptions.HandlerTimeout.")
{
    /// <summary>The projection.</summary>
    public string ProjectionName { get; } = projectionName;

    /// <summary>The event that was being handled.</summary>
    public DomainEvent DomainEvent { get; } = domainEvent!;
}
