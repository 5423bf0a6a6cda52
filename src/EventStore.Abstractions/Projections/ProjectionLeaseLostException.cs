namespace EventStore;

/// <summary>
/// The run has lost its lease: it was out for longer than that, and somebody else took over, or the projection was
/// deleted. Nothing of the block in progress was stored.
/// </summary>
/// <param name="projectionName">The projection.</param>
public sealed class ProjectionLeaseLostException(string projectionName)
    : EventStoreException($"The run of the projection '{projectionName}' has lost its lease, and somebody else goes on from the last checkpoint; nothing of the block in progress was stored. Run it again to wait in line, and make the lease longer than the longest pause of this process.")
{
    /// <summary>The projection.</summary>
    public string ProjectionName { get; } = projectionName;
}
