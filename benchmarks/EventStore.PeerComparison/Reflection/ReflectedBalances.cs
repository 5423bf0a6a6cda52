using EventStore.LoadTest.Domain;
using Npgsql;

namespace EventStore.PeerComparison.Reflection;

/// <summary>The read model: a statement for each event, those of a page in one batch.</summary>
internal sealed class ReflectedBalances(ReflectionStore store) : ReflectedProjection(store, "balances")
{
    private readonly List<NpgsqlBatchCommand> _statements = [];

    /// <summary>What all rows have together.</summary>
    public async Task<decimal> SumAsync()
    {
        await using NpgsqlConnection connection = await Store.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("select sum(balance) from reflected_balances", connection);
        return (decimal)(await command.ExecuteScalarAsync())!;
    }

    protected override async Task ClearAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("truncate reflected_balances", connection);
        await command.ExecuteNonQueryAsync();
    }

    protected override void Write(NpgsqlBatch batch)
    {
        foreach (NpgsqlBatchCommand statement in _statements)
        {
            batch.BatchCommands.Add(statement);
        }

        _statements.Clear();
    }

    public void WhenAccountOpened(AccountOpened e, Guid id) =>
        Add("insert into reflected_balances (account, owner, balance, reference) values ($1, $2, 0, $3)", id, e.Owner, e.Reference);

    public void WhenMoneyDeposited(MoneyDeposited e, Guid id) => Set(id, e.Balance, e.Reference);

    public void WhenMoneyWithdrawn(MoneyWithdrawn e, Guid id) => Set(id, e.Balance, e.Reference);

    public void WhenOwnerRenamed(OwnerRenamed e, Guid id) =>
        Add("update reflected_balances set owner = $2, reference = $3 where account = $1", id, e.Owner, e.Reference);

    private void Set(Guid id, decimal balance, string reference) =>
        Add("update reflected_balances set balance = $2, reference = $3 where account = $1", id, balance, reference);

    private void Add(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        _statements.Add(command);
    }
}
