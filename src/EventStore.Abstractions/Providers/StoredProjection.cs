namespace EventStore.Providers;

/// <summary>A projection as it is stored. Immutable.</summary>
public sealed record StoredProjection
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What was asked of it; otherwise running if somebody holds its lease, or idle.</summary>
    public required ProjectionStatus Status { get; init; }

    /// <summary>Counts the checkpoints and resets, from 0.</summary>
    public required long Revision { get; init; }

    /// <summary>Its state as UTF-8 JSON, byte for byte as it was stored; null before the first checkpoint.</summary>
    public ReadOnlyMemory<byte>? State { get; init; }

    /// <summary>Its position in each stream that it has met and that still exists.</summary>
    public IReadOnlyList<StreamPosition> Positions { get; init; } = [];

    /// <summary>What it reads from.</summary>
    public required StreamSelection Sources { get; init; }

    /// <summary>The number of its parked events.</summary>
    public long ParkedEvents { get; init; }

    /// <summary>Whether parked events are to be handled again.</summary>
    public bool Resumes { get; init; }
}
