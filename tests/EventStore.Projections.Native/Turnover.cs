namespace EventStore.Projections.Native;

/// <summary>A projection by a class that changes, with every kind of further parameter.</summary>
[Projection("turnover")]
internal sealed partial class Turnover
{
    public decimal Total { get; set; }

    public Dictionary<Guid, string> Owners { get; set; } = [];

    private void When(AccountOpened e, DomainEvent domainEvent) => Owners[domainEvent.AggregateId] = e.Owner;

    private async Task When(MoneyDeposited e, ProjectionContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Total += e.Amount;
        context.Emit(new DepositNoticed(Total));
    }
}
