namespace EventStore.Generators.Fixture;

[Event("account-opened")]
public sealed record AccountOpened(string Owner);

[Event("money-deposited", "deposit-made", "paid-in")]
public sealed record MoneyDeposited(decimal Amount);

[Event("money-withdrawn")]
public readonly record struct MoneyWithdrawn(decimal Amount);

[Event("statement-sent", "letter-sent")]
public sealed record StatementSent(DateOnly On);

[Event("handler-records")]
public sealed record HandlerRecords;
