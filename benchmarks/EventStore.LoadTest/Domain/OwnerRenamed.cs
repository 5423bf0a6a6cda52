namespace EventStore.LoadTest.Domain;

/// <summary>Every tenth event.</summary>
[Event("owner-renamed")]
internal sealed record OwnerRenamed(string Owner, string FormerOwner, string Branch, string Reference, string Note, DateTimeOffset BookedAt);
