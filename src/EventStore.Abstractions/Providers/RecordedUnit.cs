namespace EventStore.Providers;

/// <summary>What is stored all or nothing. Immutable.</summary>
/// <param name="Parts">At least one part, each for another stream; positions ascend part after part.</param>
public sealed record RecordedUnit(IReadOnlyList<RecordedPart> Parts)
{
    /// <summary>The number of events in all parts.</summary>
    public int EventCount => Parts.Sum(part => part.Events.Count);
}
