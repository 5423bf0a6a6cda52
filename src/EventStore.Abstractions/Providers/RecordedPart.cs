namespace EventStore.Providers;

/// <summary>The part of a unit that goes to one stream. Immutable.</summary>
/// <param name="StreamName">The stream.</param>
/// <param name="Events">Its events, in order, at least one.</param>
public sealed record RecordedPart(string StreamName, IReadOnlyList<EventRecord> Events);
