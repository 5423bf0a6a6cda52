namespace EventStore;

/// <summary>A stream holds no event of the aggregate that was asked for.</summary>
public sealed class AggregateNotFoundException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="aggregateType">The aggregate's type.</param>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="streamName">The stream.</param>
    public AggregateNotFoundException(string aggregateType, Guid aggregateId, string streamName)
        : base($"The stream '{streamName}' holds no aggregate '{aggregateType}' with the id {aggregateId}. Check the id and the stream, or use FindAsync, which gives null.")
    {
        AggregateType = aggregateType;
        AggregateId = aggregateId;
        StreamName = streamName;
    }

    /// <summary>The aggregate's type.</summary>
    public string AggregateType { get; }

    /// <summary>The aggregate's id.</summary>
    public Guid AggregateId { get; }

    /// <summary>The stream.</summary>
    public string StreamName { get; }
}
