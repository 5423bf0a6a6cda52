namespace EventStore.PeerComparison.Reflection;

/// <summary>An event of an aggregate, before or after it was stored.</summary>
internal sealed record ReflectedEvent(Guid AggregateId, int Version, object Payload, Dictionary<string, object> Metadata);
