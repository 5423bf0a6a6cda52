namespace EventStore.Providers;

/// <summary>Events that a projection appends to one stream, which is made if it is missing. Immutable.</summary>
/// <param name="StreamName">The stream.</param>
/// <param name="IsEmitted">Whether it is the stream of the projection's own name, which nobody else may have made.</param>
/// <param name="Events">The events, in order, at least one; their memory is the caller's again when the checkpoint is stored.</param>
public sealed record ProjectionAppend(string StreamName, bool IsEmitted, IReadOnlyList<EventRecord> Events);
