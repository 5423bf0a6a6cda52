namespace EventStore;

/// <summary>
/// An append came too late: another writer has stored that version of the aggregate, or some of the event ids are
/// known already and the others are not. Nothing was written.
/// </summary>
/// <remarks>Load the aggregate again and repeat the command on it: <c>Repository.UpdateAsync</c> does both.</remarks>
public sealed class ConcurrencyException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What collided with what, and the way out.</param>
    /// <param name="innerException">The provider's error, or null.</param>
    public ConcurrencyException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The stream of the conflict.</summary>
    public required string StreamName { get; init; }

    /// <summary>The aggregate's type, or null if the conflict is not one of an aggregate's versions.</summary>
    public string? AggregateType { get; init; }

    /// <summary>The aggregate's id, or <see cref="Guid.Empty"/> if the conflict is not one of an aggregate's versions.</summary>
    public Guid AggregateId { get; init; }

    /// <summary>The version that is taken, or 0 if the conflict is not one of an aggregate's versions.</summary>
    public long AggregateVersion { get; init; }

    /// <summary>The event ids of the append that are stored already; empty for a plain conflict of versions.</summary>
    public IReadOnlyList<Guid> KnownEventIds { get; init; } = [];

    /// <summary>Makes the exception for a version that is taken.</summary>
    /// <param name="streamName">The stream.</param>
    /// <param name="aggregateType">The aggregate's type.</param>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="aggregateVersion">The version that is taken.</param>
    /// <param name="innerException">The provider's error, or null.</param>
    public static ConcurrencyException VersionTaken(string streamName, string aggregateType, Guid aggregateId, long aggregateVersion, Exception? innerException = null) =>
        new($"Version {aggregateVersion} of aggregate '{aggregateType}' {aggregateId} is taken in stream '{streamName}': another writer was faster. Load the aggregate again and repeat the command; Repository.UpdateAsync does both.", innerException)
        {
            StreamName = streamName,
            AggregateType = aggregateType,
            AggregateId = aggregateId,
            AggregateVersion = aggregateVersion,
        };

    /// <summary>Makes the exception for event ids of which only some are stored, or stored with other names.</summary>
    /// <param name="streamName">The stream of the first such event.</param>
    /// <param name="knownEventIds">The ids that are stored.</param>
    /// <param name="innerException">The provider's error, or null.</param>
    public static ConcurrencyException IdsKnown(string streamName, IReadOnlyList<Guid> knownEventIds, Exception? innerException = null) =>
        new($"The append to stream '{streamName}' repeats {knownEventIds.Count} event id(s) that are stored already ({string.Join(", ", knownEventIds.Take(5))}{(knownEventIds.Count > 5 ? ", …" : "")}), but not as this very batch. Repeat a batch exactly as it was, or give new events new ids.", innerException)
        {
            StreamName = streamName,
            KnownEventIds = knownEventIds,
        };

    /// <summary>The same after several tries, which the first message would send the caller to.</summary>
    internal ConcurrencyException After(int tries) =>
        new($"The update of aggregate '{AggregateType}' {AggregateId} in stream '{StreamName}' came too late {tries} times in a row: other writers were faster, at last with version {AggregateVersion}. Nothing was written. Try again later, give the repository more tries (maxTries), or let fewer writers work on one aggregate.", this)
        {
            StreamName = StreamName,
            AggregateType = AggregateType,
            AggregateId = AggregateId,
            AggregateVersion = AggregateVersion,
            KnownEventIds = KnownEventIds,
        };
}
