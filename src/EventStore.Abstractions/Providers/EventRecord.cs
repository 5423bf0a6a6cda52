namespace EventStore.Providers;

/// <summary>An event as it is to be stored. Immutable; the memory is the engine's.</summary>
public sealed record EventRecord
{
    /// <summary>The event's id, never empty.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The stored name.</summary>
    public required string Name { get; init; }

    /// <summary>The aggregate's id, or empty if the event belongs to no aggregate.</summary>
    public Guid AggregateId { get; init; }

    /// <summary>The aggregate's type, or null if the event belongs to no aggregate.</summary>
    public string? AggregateType { get; init; }

    /// <summary>The aggregate's version, or 0 if the event belongs to no aggregate.</summary>
    public long AggregateVersion { get; init; }

    /// <summary>The time of creation in UTC, in whole microseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The payload as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The metadata as a UTF-8 JSON object, without the aggregate's three names.</summary>
    public required ReadOnlyMemory<byte> Metadata { get; init; }

    /// <summary>Whether the row is a link: it keeps its id and its aggregate, but has no claim on the version.</summary>
    public bool IsLinked { get; init; }
}
