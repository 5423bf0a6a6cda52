namespace EventStore;

/// <summary>
/// A projection has come further than the store has: the store was restored, or failed over to a standby that lagged.
/// What the projection has made of events that are gone would stay.
/// </summary>
/// <param name="projectionName">The projection.</param>
/// <param name="detail">What lies ahead of what.</param>
public sealed class CheckpointAheadOfStoreException(string projectionName, string detail)
    : EventStoreException($"The projection '{projectionName}' is ahead of the store: {detail} The store has lost events that the projection has handled. Reset the projection and run it again.")
{
    /// <summary>The projection.</summary>
    public string ProjectionName { get; } = projectionName;
}
