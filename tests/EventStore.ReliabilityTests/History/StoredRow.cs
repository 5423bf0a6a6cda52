namespace EventStore.ReliabilityTests;

/// <summary>A row of a stream's table.</summary>
internal sealed record StoredRow(long Position, string Stream, Guid EventId, Guid AggregateId, long Version);
