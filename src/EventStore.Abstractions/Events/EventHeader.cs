namespace EventStore;

/// <summary>
/// What the store keeps of an event beside payload and metadata. A handler of a projection or read model that takes it
/// in place of the whole event spares the store the reading of metadata. Immutable.
/// </summary>
public sealed record EventHeader
{
    /// <inheritdoc cref="DomainEvent.EventId"/>
    public required Guid EventId { get; init; }

    /// <inheritdoc cref="DomainEvent.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="DomainEvent.AggregateId"/>
    public Guid AggregateId { get; init; }

    /// <inheritdoc cref="DomainEvent.AggregateType"/>
    public string? AggregateType { get; init; }

    /// <inheritdoc cref="DomainEvent.Version"/>
    public long Version { get; init; }

    /// <inheritdoc cref="DomainEvent.Position"/>
    public long Position { get; init; }

    /// <inheritdoc cref="DomainEvent.StreamName"/>
    public string? StreamName { get; init; }

    /// <inheritdoc cref="DomainEvent.CreatedAt"/>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC, cut to microseconds: what PostgreSQL keeps, so that both providers show the same.</summary>
    internal static DateTimeOffset Normalize(DateTimeOffset time)
    {
        long ticks = time.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
