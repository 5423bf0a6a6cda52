namespace EventStore.LoadTest.Domain;

/// <summary>Nearly every other event.</summary>
[Event("money-withdrawn")]
internal sealed record MoneyWithdrawn(decimal Amount, decimal Balance, string Currency, string Reference, string Counterparty, string Note, DateTimeOffset BookedAt);
