namespace EventStore.Providers;

/// <summary>Whether anything has happened that projections wait for. Immutable.</summary>
/// <param name="Position">The position up to which a follower may read.</param>
/// <param name="Requested">Those of the projections of which something was asked.</param>
public sealed record ProjectionPulse(long Position, IReadOnlyList<string> Requested);
