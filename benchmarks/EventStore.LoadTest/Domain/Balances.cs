namespace EventStore.LoadTest.Domain;

/// <summary>The read model, as docs/projections.md shows one: a row for each account.</summary>
[ReadModel("balances")]
internal sealed partial class Balances(ReadModelTable table) : PostgresReadModel(table)
{
    public override Task InitAsync(CancellationToken cancellationToken) =>
        Client.ExecuteAsync($"create table {Table} (account uuid primary key, owner text, balance numeric, reference text)", cancellationToken: cancellationToken);

    private void When(AccountOpened e, DomainEvent domainEvent) =>
        Insert(new() { ["account"] = domainEvent.AggregateId, ["owner"] = e.Owner, ["balance"] = 0m, ["reference"] = e.Reference });

    private void When(MoneyDeposited e, DomainEvent domainEvent) => Set(domainEvent, e.Balance, e.Reference);

    private void When(MoneyWithdrawn e, DomainEvent domainEvent) => Set(domainEvent, e.Balance, e.Reference);

    private void When(OwnerRenamed e, DomainEvent domainEvent) =>
        Update(new() { ["account"] = domainEvent.AggregateId }, new() { ["owner"] = e.Owner, ["reference"] = e.Reference });

    private void Set(DomainEvent domainEvent, decimal balance, string reference) =>
        Update(new() { ["account"] = domainEvent.AggregateId }, new() { ["balance"] = balance, ["reference"] = reference });
}
