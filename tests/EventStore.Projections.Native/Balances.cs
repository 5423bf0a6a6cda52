namespace EventStore.Projections.Native;

/// <summary>A read model by a class, with every common operation on rows and one of its own.</summary>
[ReadModel("balances")]
internal sealed partial class Balances(ReadModelTable table) : PostgresReadModel(table)
{
    public override Task InitAsync(CancellationToken cancellationToken) =>
        Client.ExecuteAsync($"create table {Table} (account uuid primary key, owner text, balance numeric not null default 0, deposits bigint not null default 0, seen timestamptz)", cancellationToken: cancellationToken);

    /// <summary>For handlers by lambdas.</summary>
    public void Set(Guid account, decimal balance) => Upsert(new() { ["account"] = account }, new() { ["balance"] = balance });

    private void When(AccountOpened e, DomainEvent domainEvent) =>
        Insert(new() { ["account"] = domainEvent.AggregateId, ["owner"] = e.Owner, ["seen"] = domainEvent.CreatedAt });

    private void When(MoneyDeposited e, DomainEvent<MoneyDeposited> domainEvent, ReadModelContext context)
    {
        Guid account = domainEvent.AggregateId;
        Stack(token => Client.ExecuteAsync($"update {Table} set balance = balance + $1, deposits = deposits + v from unnest($2) as v where account = $3", [e.Amount, new long[] { 1 }, account], token));
        Update(new() { ["account"] = account }, new() { ["seen"] = context.Event.CreatedAt });
    }

    private void When(AccountClosed e, DomainEvent domainEvent) => Remove(new() { ["account"] = domainEvent.AggregateId });
}
