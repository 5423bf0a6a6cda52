namespace EventStore;

/// <summary>A projection was named that does not exist.</summary>
/// <param name="projectionName">The name that was asked for.</param>
public sealed class ProjectionNotFoundException(string projectionName)
    : EventStoreException($"The projection '{projectionName}' does not exist. It comes into being when it runs for the first time; check the name: it is case-sensitive.")
{
    /// <summary>The name that was asked for.</summary>
    public string ProjectionName { get; } = projectionName;
}
