using EventStore.LoadTest.Domain;
using Marten.Events.Projections;

namespace EventStore.PeerComparison.Martens;

/// <summary>The fold over every event: one document that all streams go into.</summary>
internal sealed partial class MartenTurnoverProjection : MultiStreamProjection<MartenTurnover, string>
{
    public const string DocumentId = "all";

    public MartenTurnoverProjection()
    {
        Name = "turnover";
        Identity<AccountOpened>(_ => DocumentId);
        Identity<MoneyDeposited>(_ => DocumentId);
        Identity<MoneyWithdrawn>(_ => DocumentId);
        Identity<OwnerRenamed>(_ => DocumentId);
    }

    public void Apply(AccountOpened e, MartenTurnover turnover) => turnover.Accounts++;

    public void Apply(MoneyDeposited e, MartenTurnover turnover) => turnover.Deposited += e.Amount;

    public void Apply(MoneyWithdrawn e, MartenTurnover turnover) => turnover.Withdrawn += e.Amount;

    public void Apply(OwnerRenamed e, MartenTurnover turnover) => turnover.Renamed++;
}
