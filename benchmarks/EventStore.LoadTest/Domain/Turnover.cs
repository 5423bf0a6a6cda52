namespace EventStore.LoadTest.Domain;

/// <summary>The projection: a fold over every event.</summary>
[Projection("turnover")]
internal sealed partial class Turnover
{
    public decimal Deposited { get; set; }

    public decimal Withdrawn { get; set; }

    public long Accounts { get; set; }

    public long Renamed { get; set; }

    private void When(AccountOpened e) => Accounts++;

    private void When(MoneyDeposited e) => Deposited += e.Amount;

    private void When(MoneyWithdrawn e) => Withdrawn += e.Amount;

    private void When(OwnerRenamed e) => Renamed++;
}
