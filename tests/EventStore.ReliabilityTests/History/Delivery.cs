namespace EventStore.ReliabilityTests;

/// <summary>An event as a follower got it, and when.</summary>
internal readonly record struct Delivery(long Position, string Stream, Guid EventId, long At);
