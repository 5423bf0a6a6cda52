namespace EventStore.Providers;

/// <summary>How far a follower may read, and in which streams. Immutable.</summary>
/// <param name="Position">The last position it may deliver; 0 or more.</param>
/// <param name="Streams">The streams that exist, in no particular order.</param>
public sealed record StoreHead(long Position, IReadOnlyList<StreamInfo> Streams)
{
    /// <summary>
    /// The last position that was given to an event. An append that has begun may hold <see cref="Position"/> back, also
    /// behind what was delivered before: its events come later nevertheless.
    /// </summary>
    internal long LastPosition { get; init; } = Position;
}
