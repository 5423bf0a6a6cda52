namespace EventStore;

/// <summary>
/// An event that a projection has set aside because it could not handle it, or because an earlier event of its
/// aggregate is set aside. Immutable.
/// </summary>
public sealed record ParkedEvent
{
    /// <summary>The stream.</summary>
    public required string StreamName { get; init; }

    /// <summary>The incarnation of the stream.</summary>
    public required long StreamId { get; init; }

    /// <summary>The event's position.</summary>
    public required long Position { get; init; }

    /// <summary>The event's id.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The stored name.</summary>
    public required string EventName { get; init; }

    /// <summary>The aggregate's id, or empty if the event belongs to no aggregate.</summary>
    public Guid AggregateId { get; init; }

    /// <summary>The aggregate's type, or null if the event belongs to no aggregate.</summary>
    public string? AggregateType { get; init; }

    /// <summary>What the last try failed with; null if the event only waits for an earlier one of its aggregate.</summary>
    public string? Error { get; init; }

    /// <summary>How often it was tried; 0 if the event only waits for an earlier one.</summary>
    public int Attempts { get; init; }
}
