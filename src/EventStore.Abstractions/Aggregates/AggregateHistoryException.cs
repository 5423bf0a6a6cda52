namespace EventStore;

/// <summary>The versions of an aggregate's history do not follow each other: an event is missing or stands twice.</summary>
public sealed class AggregateHistoryException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="aggregateType">The aggregate's type.</param>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="expectedVersion">The version that would have followed.</param>
    /// <param name="actualVersion">The version that was found.</param>
    public AggregateHistoryException(string aggregateType, Guid aggregateId, long expectedVersion, long actualVersion)
        : base($"The history of aggregate '{aggregateType}' {aggregateId} has version {actualVersion} where {expectedVersion} follows. Replay the whole history of one aggregate in the order of its versions; if it is stored like this, an event was removed or appended past the repository.")
    {
        AggregateType = aggregateType;
        AggregateId = aggregateId;
        ExpectedVersion = expectedVersion;
        ActualVersion = actualVersion;
    }

    /// <summary>The aggregate's type.</summary>
    public string AggregateType { get; }

    /// <summary>The aggregate's id.</summary>
    public Guid AggregateId { get; }

    /// <summary>The version that would have followed.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The version that was found.</summary>
    public long ActualVersion { get; }
}
