namespace EventStore.Providers;

/// <summary>
/// One row of a page. Its memory belongs to the page and is valid until that is disposed. What the request's
/// <see cref="EventColumns"/> leave out is <c>default</c>.
/// </summary>
public readonly record struct RecordedEvent
{
    /// <summary>Which stream: the index in the request's list.</summary>
    public int StreamIndex { get; init; }

    /// <summary>The position. 0 in the page of an aggregate without <see cref="EventColumns.Header"/>.</summary>
    public long Position { get; init; }

    /// <summary>The aggregate's version, or 0 if the event belongs to no aggregate.</summary>
    public long AggregateVersion { get; init; }

    /// <summary>The stored name in UTF-8.</summary>
    public ReadOnlyMemory<byte> Name { get; init; }

    /// <summary>The payload as UTF-8 JSON, byte for byte as it was appended.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The event's id.</summary>
    public Guid EventId { get; init; }

    /// <summary>The time of creation in UTC, in whole microseconds.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The aggregate's id, or empty if the event belongs to no aggregate.</summary>
    public Guid AggregateId { get; init; }

    /// <summary>The aggregate's type, or null if the event belongs to no aggregate.</summary>
    public string? AggregateType { get; init; }

    /// <summary>Whether the row is a link to an event of another stream.</summary>
    public bool IsLinked { get; init; }

    /// <summary>The metadata as UTF-8 JSON, without the aggregate's three names.</summary>
    public ReadOnlyMemory<byte> Metadata { get; init; }
}
