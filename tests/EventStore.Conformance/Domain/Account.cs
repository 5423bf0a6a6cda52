namespace EventStore.Conformance.Domain;

[Event("account-opened")]
public sealed record AccountOpened(string Owner);

[Event("money-deposited")]
public sealed record MoneyDeposited(decimal Amount);

/// <summary>An aggregate that never changes: each event gives a new one.</summary>
[Aggregate("account")]
public sealed partial record Account
{
    public string Owner { get; init; } = "";

    public decimal Balance { get; init; }

    public static Account Open(Guid id, string owner) => New(id).RecordThat(new AccountOpened(owner));

    public Account Deposit(decimal amount) => RecordThat(new MoneyDeposited(amount));

    private Account When(AccountOpened opened) => this with { Owner = opened.Owner };

    private Account When(MoneyDeposited deposited) => this with { Balance = Balance + deposited.Amount };
}
