namespace EventStore.Providers;

/// <summary>What a projection has come to, and all that is stored with it. Immutable.</summary>
public sealed record ProjectionCheckpoint
{
    /// <summary>The lease of whoever writes it.</summary>
    public required ProjectionLease Lease { get; init; }

    /// <summary>The revision that is stored, as the writer knows it; the new one is one higher.</summary>
    public required long Revision { get; init; }

    /// <summary>The state as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> State { get; init; }

    /// <summary>Every position, in place of those that are stored.</summary>
    public required IReadOnlyList<StreamPosition> Positions { get; init; }

    /// <summary>What was emitted and linked, in its order. What is known at its place already is passed over.</summary>
    public IReadOnlyList<ProjectionAppend> Appends { get; init; } = [];

    /// <summary>Events to park.</summary>
    public IReadOnlyList<ParkedEvent> Parked { get; init; } = [];

    /// <summary>Parked events that have been handled by now.</summary>
    public IReadOnlyList<ParkedEvent> Resumed { get; init; } = [];

    /// <summary>Whether the request to handle parked events again has been obeyed.</summary>
    public bool EndsResumption { get; init; }

    /// <summary>What else belongs to the transaction, a read model's rows for example, or null. It runs last.</summary>
    public CheckpointWork? Work { get; init; }
}
