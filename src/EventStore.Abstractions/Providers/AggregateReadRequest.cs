namespace EventStore.Providers;

/// <summary>One page of the history of an aggregate. Immutable.</summary>
public sealed record AggregateReadRequest
{
    /// <summary>The stream.</summary>
    public required string StreamName { get; init; }

    /// <summary>The incarnation that is meant, or 0 for whichever is there.</summary>
    public long StreamId { get; init; }

    /// <summary>The aggregate's type.</summary>
    public required string AggregateType { get; init; }

    /// <summary>The aggregate's id.</summary>
    public required Guid AggregateId { get; init; }

    /// <summary>The version behind which to begin; 0 for the first page.</summary>
    public long AfterVersion { get; init; }

    /// <summary>The number of rows at most, 1 or more.</summary>
    public required int Limit { get; init; }

    /// <summary>What the rows carry.</summary>
    public EventColumns Columns { get; init; }
}
