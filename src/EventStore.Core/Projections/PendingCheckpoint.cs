using EventStore.Providers;

namespace EventStore;

/// <summary>A checkpoint that is on its way, and what is true when it has arrived. Immutable.</summary>
/// <param name="Checkpoint">What is stored.</param>
/// <param name="Handled">How many events were handled for it.</param>
/// <param name="Begun">The timestamp of its beginning.</param>
/// <param name="Storing">The storing.</param>
internal sealed record PendingCheckpoint(ProjectionCheckpoint Checkpoint, int Handled, long Begun, Task<ProjectionCheckpointResult> Storing);
