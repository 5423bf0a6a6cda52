namespace EventStore.LoadTest.Domain;

/// <summary>Every second event.</summary>
[Event("money-deposited")]
internal sealed record MoneyDeposited(decimal Amount, decimal Balance, string Currency, string Reference, string Counterparty, string Note, DateTimeOffset BookedAt);
