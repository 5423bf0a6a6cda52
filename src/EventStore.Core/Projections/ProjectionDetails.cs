namespace EventStore;

/// <summary>What is stored of a projection: state and positions are those of one and the same checkpoint. Immutable.</summary>
public sealed record ProjectionDetails
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is doing, or what was asked of it.</summary>
    public required ProjectionStatus Status { get; init; }

    /// <summary>Its state as JSON; null before the first checkpoint.</summary>
    public required string? State { get; init; }

    /// <summary>How far it has come in each stream that it has met and that still exists: everything up to there was handled or passed.</summary>
    public required IReadOnlyDictionary<string, long> Positions { get; init; }

    /// <summary>How many checkpoints and resets there were.</summary>
    public required long Checkpoints { get; init; }

    /// <summary>How many of its events are parked.</summary>
    public required long ParkedEvents { get; init; }
}
