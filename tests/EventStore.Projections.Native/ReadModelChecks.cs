using Npgsql;

namespace EventStore.Projections.Native;

/// <summary>Read models in PostgreSQL, by class and by lambdas, and one that takes the place of another.</summary>
internal sealed class ReadModelChecks(IEventStore store, NpgsqlDataSource source, string schema)
{
    public async Task RunAsync()
    {
        await Accounts.FillAsync(store);
        await ClassAsync();
        await LambdasAsync();
        await ReplaceAsync();
    }

    private async Task ClassAsync()
    {
        ReadModelTable table = new("balances", schema);
        ReadModelProjector<Balances, Balances> projector = store.ReadModelProjector(new Balances(table)).FromStream(Accounts.Stream);
        await projector.RunAsync();
        Check.Equal("Ada 30 2, Bob 30 1", await BalancesAsync(table));

        await Accounts.AppendAsync(store, Accounts.Ada, 4, new AccountClosed());
        await projector.RunAsync();
        Check.Equal("Bob 30 1", await BalancesAsync(table));

        await projector.ResetAsync();
        Check.Equal("", await BalancesAsync(table));
        await projector.RunAsync();
        Check.Equal("Bob 30 1", await BalancesAsync(table));
        await projector.DeleteAsync(deleteReadModel: true);
        Check.That(await ScalarAsync($"select to_regclass('{table}')::text") is DBNull);
    }

    private async Task LambdasAsync()
    {
        ReadModelTable table = new("by_lambdas", schema);
        await store.ReadModelProjector("by-lambdas", new Balances(table)).FromStream(Accounts.Stream)
            .When<MoneyDeposited>((balances, e) => balances.Set(e.AggregateId, e.Payload.Amount))
            .RunAsync();
        Check.Equal("20 30", await ScalarAsync($"select string_agg(balance::text, ' ' order by account) from {table}"));

        // A state beside the rows.
        ReadModelTable other = new("with_state", schema);
        decimal sum = await store.ReadModelProjector("with-state", new Balances(other), () => 0m).FromStream(Accounts.Stream)
            .When<MoneyDeposited>((sum, e, context) =>
            {
                context.ReadModel.Set(e.AggregateId, sum + e.Payload.Amount);
                return sum + e.Payload.Amount;
            })
            .RunAsync();
        Check.Equal(60m, sum);
        Check.Equal("30 60", await ScalarAsync($"select string_agg(balance::text, ' ' order by account) from {other}"));
    }

    private async Task ReplaceAsync()
    {
        await store.Projections.ReplaceAsync("by-lambdas", "with-state", async (transaction, cancellationToken) =>
        {
            var client = new ReadModelClient(((PostgresCheckpointTransaction)transaction).Transaction);
            await client.DropAsync(new ReadModelTable("by_lambdas", schema), cancellationToken);
            await client.ExecuteAsync($"alter table {schema}.with_state rename to by_lambdas", cancellationToken: cancellationToken);
        });

        Check.Equal("30 60", await ScalarAsync($"select string_agg(balance::text, ' ' order by account) from {schema}.by_lambdas"));
        Check.Equal(60m, await store.Projections.FetchStateAsync<decimal>("by-lambdas"));
    }

    private async Task<object?> BalancesAsync(ReadModelTable table) =>
        await ScalarAsync($"select coalesce(string_agg(owner || ' ' || balance || ' ' || deposits, ', ' order by owner), '') from {table} where seen is not null");

    private async Task<object?> ScalarAsync(string sql)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
