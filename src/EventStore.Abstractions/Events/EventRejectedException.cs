namespace EventStore;

/// <summary>An event was refused before anything was sent, since it could not be stored or read back as it is.</summary>
public sealed class EventRejectedException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="reason">What is wrong with it, and the way out.</param>
    /// <param name="jsonPath">Where in its JSON, for example <c>$.payload.lines[3].name</c>, or null.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public EventRejectedException(DomainEvent domainEvent, string reason, string? jsonPath = null, Exception? innerException = null)
        : base($"The event '{domainEvent?.Name}' ({domainEvent?.EventId}) is refused{(jsonPath is null ? "" : $" at {jsonPath}")}: {reason}", innerException)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        EventName = domainEvent.Name;
        EventId = domainEvent.EventId;
        JsonPath = jsonPath;
    }

    /// <summary>The event's name.</summary>
    public string EventName { get; }

    /// <summary>The event's id.</summary>
    public Guid EventId { get; }

    /// <summary>Where in its JSON (<c>$.payload…</c> or <c>$.metadata…</c>), or null if the fault lies elsewhere.</summary>
    public string? JsonPath { get; }
}
