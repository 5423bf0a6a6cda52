namespace EventStore.LoadTest.Domain;

/// <summary>The read model, as docs/projections.md shows one: a row for each account.</summary>
[ReadModel("balances")]
internal sealed partial class Balances(ReadModelTable table) : PostgresReadModel(table)
{
    public override Task InitAsync(CancellationToken cancellationToken) =>
        Client.ExecuteAsync($"create table {Table} (account uuid primary key, owner text, balance numeric, reference text)", cancellationToken: cancellationToken);

    private void When(AccountOpened e, EventHeader header) =>
        Insert(new() { ["account"] = header.AggregateId, ["owner"] = e.Owner, ["balance"] = 0m, ["reference"] = e.Reference });

    private void When(MoneyDeposited e, EventHeader header) => Set(header, e.Balance, e.Reference);

    private void When(MoneyWithdrawn e, EventHeader header) => Set(header, e.Balance, e.Reference);

    private void When(OwnerRenamed e, EventHeader header) =>
        Update(new() { ["account"] = header.AggregateId }, new() { ["owner"] = e.Owner, ["reference"] = e.Reference });

    private void Set(EventHeader header, decimal balance, string reference) =>
        Update(new() { ["account"] = header.AggregateId }, new() { ["balance"] = balance, ["reference"] = reference });
}
