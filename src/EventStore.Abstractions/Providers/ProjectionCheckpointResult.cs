namespace EventStore.Providers;

/// <summary>What came of a checkpoint. Immutable.</summary>
/// <param name="Requests">What was asked of the projection meanwhile.</param>
/// <param name="Positions">The position of each appended event, append after append; 0 for one that was known already.</param>
public sealed record ProjectionCheckpointResult(ProjectionRequests Requests, IReadOnlyList<long> Positions);
