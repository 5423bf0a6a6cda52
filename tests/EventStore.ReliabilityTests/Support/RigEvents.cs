namespace EventStore.ReliabilityTests;

/// <summary>What the rig's writers append.</summary>
[Event("step-taken")]
public sealed record StepTaken(int Writer, long Step);

[EventCatalog]
public static partial class RigEvents;
