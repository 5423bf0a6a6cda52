namespace EventStore.Conformance.Domain;

/// <summary>A state of a projection.</summary>
[ProjectionState]
public sealed record NameList
{
    public List<string> Names { get; init; } = [];
}
