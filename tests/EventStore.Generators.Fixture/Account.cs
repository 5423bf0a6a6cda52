namespace EventStore.Generators.Fixture;

[Aggregate("account")]
[Ignores("account-renamed")]
[Ignores<StatementSent>]
public sealed partial class Account
{
    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    public string? LastTeller { get; private set; }

    public long LastVersion { get; private set; }

    public static Account Open(Guid id, string owner, TimeProvider? timeProvider = null)
    {
        Account account = New(id, timeProvider);
        account.RecordThat(new AccountOpened(owner));
        return account;
    }

    public void Deposit(decimal amount, string? teller = null) =>
        RecordThat(new MoneyDeposited(amount), teller is null ? null : EventMetadata.Of(("teller", teller)));

    public void Withdraw(decimal amount) => RecordThat(new MoneyWithdrawn(amount));

    public void RecordInHandler() => RecordThat(new HandlerRecords());

    private void WhenAccountOpened(AccountOpened e) => Owner = e.Owner;

    private void When(MoneyDeposited e, EventMetadata metadata)
    {
        Balance += e.Amount;
        LastTeller = metadata.GetString("teller");
    }

    private void WhenMoneyWithdrawn(MoneyWithdrawn e, DomainEvent domainEvent)
    {
        if (e.Amount > Balance)
            throw new InvalidOperationException("There is not that much.");

        Balance -= e.Amount;
        LastVersion = domainEvent.Version;
    }

    private void When(HandlerRecords e) => Careless.Deposit(this);
}
