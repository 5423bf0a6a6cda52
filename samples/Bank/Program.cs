using EventStore;

// readme:begin
await using IEventStore store = new EventStoreBuilder().UseInMemory().AddEvents(BankEvents.Catalog).Build();
await store.InstallAsync();
await store.CreateStreamAsync("accounts");

var accounts = new Repository<Account>(store, "accounts");
var id = Guid.CreateVersion7();
await accounts.SaveAsync(Account.Open(id, "Ada"));
await accounts.UpdateAsync(id, account => account.Deposit(100)); // load, act, save; up to three times if somebody was faster
await accounts.UpdateAsync(id, account => account.Withdraw(30));

Account ada = await accounts.GetAsync(id);
Console.WriteLine($"{ada.Owner} has {ada.Balance}, after {ada.Version} events");

decimal turnover = await store.Query(() => 0m)
    .FromStream("accounts")
    .When<MoneyDeposited>((sum, e) => sum + e.Payload.Amount)
    .When<MoneyWithdrawn>((sum, e) => sum + e.Payload.Amount)
    .RunAsync();
Console.WriteLine($"The bank moved {turnover}");

[Event("account-opened")]  internal sealed record AccountOpened(string Owner);
[Event("money-deposited")] internal sealed record MoneyDeposited(decimal Amount);
[Event("money-withdrawn")] internal sealed record MoneyWithdrawn(decimal Amount);

[EventCatalog] internal static partial class BankEvents; // every event of this project

[Aggregate("account")]
internal sealed partial class Account
{
    public string Owner { get; private set; } = "";
    public decimal Balance { get; private set; }

    public static Account Open(Guid id, string owner)
    {
        Account account = New(id);
        account.RecordThat(new AccountOpened(owner)); // an event without a handler below does not compile
        return account;
    }

    public void Deposit(decimal amount) => RecordThat(new MoneyDeposited(amount));

    public void Withdraw(decimal amount)
    {
        if (amount > Balance)
        {
            throw new InvalidOperationException($"{Owner} has only {Balance}");
        }

        RecordThat(new MoneyWithdrawn(amount));
    }

    private void WhenAccountOpened(AccountOpened e) => Owner = e.Owner;
    private void WhenMoneyDeposited(MoneyDeposited e) => Balance += e.Amount;
    private void WhenMoneyWithdrawn(MoneyWithdrawn e) => Balance -= e.Amount;
}
// readme:end
