using EventStore.LoadTest.Domain;
using Marten.Events.Aggregation;

namespace EventStore.PeerComparison.Martens;

/// <summary>The read model: a document of each account.</summary>
internal sealed partial class MartenBalanceProjection : SingleStreamProjection<MartenBalance, Guid>
{
    public MartenBalanceProjection() => Name = "balances";

    public void Apply(AccountOpened e, MartenBalance row) => (row.Owner, row.Balance, row.Reference) = (e.Owner, 0, e.Reference);

    public void Apply(MoneyDeposited e, MartenBalance row) => (row.Balance, row.Reference) = (e.Balance, e.Reference);

    public void Apply(MoneyWithdrawn e, MartenBalance row) => (row.Balance, row.Reference) = (e.Balance, e.Reference);

    public void Apply(OwnerRenamed e, MartenBalance row) => (row.Owner, row.Reference) = (e.Owner, e.Reference);
}
