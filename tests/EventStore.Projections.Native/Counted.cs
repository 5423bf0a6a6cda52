namespace EventStore.Projections.Native;

/// <summary>The state of projections by lambdas.</summary>
[ProjectionState]
internal sealed record Counted(int Events, IReadOnlyList<string> Names)
{
    public Counted With(string name) => new(Events + 1, [.. Names, name]);
}
