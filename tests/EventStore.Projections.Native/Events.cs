namespace EventStore.Projections.Native;

[Event("account-opened")]
internal sealed record AccountOpened(string Owner);

[Event("money-deposited")]
internal sealed record MoneyDeposited(decimal Amount);

[Event("account-closed")]
internal sealed record AccountClosed;

/// <summary>What a projection emits.</summary>
[Event("deposit-noticed")]
internal sealed record DepositNoticed(decimal Sum);

[EventCatalog]
internal static partial class BankEvents;
