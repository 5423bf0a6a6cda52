using EventStore.LoadTest.Domain;

namespace EventStore.PeerComparison.Reflection;

/// <summary>The fold over every event.</summary>
internal sealed class ReflectedTurnover(ReflectionStore store) : ReflectedProjection(store, "turnover")
{
    private readonly Totals _totals = new();

    public decimal Balance => _totals.Deposited - _totals.Withdrawn;

    protected override object State => _totals;

    public void WhenAccountOpened(AccountOpened e, Guid id) => _totals.Accounts++;

    public void WhenMoneyDeposited(MoneyDeposited e, Guid id) => _totals.Deposited += e.Amount;

    public void WhenMoneyWithdrawn(MoneyWithdrawn e, Guid id) => _totals.Withdrawn += e.Amount;

    public void WhenOwnerRenamed(OwnerRenamed e, Guid id) => _totals.Renamed++;

    private sealed class Totals
    {
        public decimal Deposited { get; set; }

        public decimal Withdrawn { get; set; }

        public long Accounts { get; set; }

        public long Renamed { get; set; }
    }
}
