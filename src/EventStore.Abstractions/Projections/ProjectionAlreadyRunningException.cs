namespace EventStore;

/// <summary>Somebody else runs the projection: its lease is held.</summary>
/// <param name="projectionName">The projection.</param>
public sealed class ProjectionAlreadyRunningException(string projectionName)
    : EventStoreException($"The projection '{projectionName}' runs already, here or elsewhere. One run of a name goes on at a time: wait until it ends, or until the lease of an owner that vanished is over.")
{
    /// <summary>The projection.</summary>
    public string ProjectionName { get; } = projectionName;
}
