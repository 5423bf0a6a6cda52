namespace EventStore.LoadTest.Domain;

/// <summary>The first event of each account.</summary>
[Event("account-opened")]
internal sealed record AccountOpened(string Owner, string Country, string Currency, string Branch, string Reference, string Note, DateTimeOffset BookedAt);
