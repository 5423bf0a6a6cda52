namespace EventStore;

/// <summary>Followers are held up by appends whose transactions stay open. Immutable.</summary>
/// <param name="Position">The position that followers have not passed since.</param>
/// <param name="Duration">For how long they have been seen to wait there.</param>
/// <param name="OpenAppends">Who holds them up, the oldest first; empty if it has ended meanwhile.</param>
public sealed record WatermarkStall(long Position, TimeSpan Duration, IReadOnlyList<OpenAppend> OpenAppends);
