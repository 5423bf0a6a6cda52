namespace EventStore.Providers;

/// <summary>What a match compares, after its field's name has been understood.</summary>
public enum MatchTarget
{
    /// <summary>The metadata entry that bears the field's name.</summary>
    Metadata,

    /// <summary>The stored name, as a text.</summary>
    EventName,

    /// <summary>The event's id.</summary>
    EventId,

    /// <summary>The time of creation.</summary>
    CreatedAt,

    /// <summary>The position, as a number.</summary>
    Position,

    /// <summary>The aggregate's id, as a text of 36 lower-case characters.</summary>
    AggregateId,

    /// <summary>The aggregate's type, as a text.</summary>
    AggregateType,

    /// <summary>The aggregate's version, as a number.</summary>
    AggregateVersion,
}
