namespace EventStore;

/// <summary>The part of an event that needs no JSON.</summary>
internal sealed record EventHeader
{
    public required Guid EventId { get; init; }

    public required string Name { get; init; }

    public Guid AggregateId { get; init; }

    public string? AggregateType { get; init; }

    public long Version { get; init; }

    public long Position { get; init; }

    public string? StreamName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC, cut to microseconds: what PostgreSQL keeps, so that both providers show the same.</summary>
    public static DateTimeOffset Normalize(DateTimeOffset time)
    {
        long ticks = time.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
