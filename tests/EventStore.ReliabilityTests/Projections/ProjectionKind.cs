namespace EventStore.ReliabilityTests;

/// <summary>What a projection of the rig keeps beside its state.</summary>
public enum ProjectionKind
{
    Projector,
    ReadModel,
    Emitting,
}
