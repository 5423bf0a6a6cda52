using EventStore.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>
/// The common operations on the tables of a read model, within one transaction. Names are quoted and values are
/// parameters. Not thread-safe: one call at a time, as with the connection.
/// </summary>
public sealed class ReadModelClient
{
    /// <summary>What travels at once: neither side should have to keep more than that.</summary>
    private const int MaxOperations = 1_000;

    /// <summary>Where there are no more statements than that, there is little to fold.</summary>
    private const int EnoughGroups = 3;

    private const string Savepoint = "\"eventstore rows\"";

    private readonly RowOperations _operations = new();

    /// <summary>Makes a client.</summary>
    /// <param name="transaction">A transaction that is open. The client neither commits it nor rolls it back.</param>
    public ReadModelClient(NpgsqlTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        Transaction = transaction;
    }

    /// <summary>The transaction, for statements of one's own.</summary>
    public NpgsqlTransaction Transaction { get; }

    private NpgsqlConnection Connection => Transaction.Connection
        ?? throw new InvalidOperationException("The transaction of the read model has ended. Use its client within the operation that it was given to.");

    /// <summary>Tells whether a table exists.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<bool> ExistsAsync(ReadModelTable table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        NpgsqlBatch batch = Connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            PostgresSession.Add(batch, "select to_regclass($1) is not null").Parameters.Add(new NpgsqlParameter<string> { TypedValue = table.ToString(), NpgsqlDbType = NpgsqlDbType.Text });
            return (bool)(await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    /// <summary>Executes a statement of one's own, <c>create table</c> for example. Nothing of what users have entered belongs into its text.</summary>
    /// <param name="sql">The statement, with <c>$1</c>, <c>$2</c> and so on for the values.</param>
    /// <param name="values">The values, of the types that <see cref="ColumnValues"/> takes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of rows that it changed; −1 if it changes none.</returns>
    public Task<int> ExecuteAsync(string sql, IReadOnlyList<object?>? values = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        return SendAsync([new RowOperation(RowStatement.Of(sql), values ?? [])], cancellationToken);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">The columns that are set, at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">No column is named.</exception>
    public Task InsertAsync(ReadModelTable table, ColumnValues values, CancellationToken cancellationToken = default) =>
        SendAsync([_operations.Insert(table, values)], cancellationToken);

    /// <summary>Changes rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="identifiers">The columns that tell which rows, at least one; null means a column that is null.</param>
    /// <param name="values">The columns that are set, at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of rows that were changed.</returns>
    /// <exception cref="ArgumentException">No column is named.</exception>
    public Task<int> UpdateAsync(ReadModelTable table, ColumnValues identifiers, ColumnValues values, CancellationToken cancellationToken = default) =>
        SendAsync([_operations.Update(table, identifiers, values)], cancellationToken);

    /// <summary>Adds a row, or changes the one that is there.</summary>
    /// <param name="table">The table.</param>
    /// <param name="identifiers">The columns of a unique index of the table, at least one.</param>
    /// <param name="values">The other columns that are set, at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">No column is named, or one among both.</exception>
    public Task UpsertAsync(ReadModelTable table, ColumnValues identifiers, ColumnValues values, CancellationToken cancellationToken = default) =>
        SendAsync([_operations.Upsert(table, identifiers, values)], cancellationToken);

    /// <summary>Removes rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="identifiers">The columns that tell which rows, at least one; null means a column that is null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of rows that were removed.</returns>
    /// <exception cref="ArgumentException">No column is named.</exception>
    public Task<int> RemoveAsync(ReadModelTable table, ColumnValues identifiers, CancellationToken cancellationToken = default) =>
        SendAsync([_operations.Remove(table, identifiers)], cancellationToken);

    /// <summary>Empties a table. It takes the right to TRUNCATE, and whoever reads the table waits until the transaction ends.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task ResetAsync(ReadModelTable table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ExecuteAsync($"truncate {table}", cancellationToken: cancellationToken);
    }

    /// <summary>Drops a table, if there is one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task DropAsync(ReadModelTable table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ExecuteAsync($"drop table if exists {table}", cancellationToken: cancellationToken);
    }

    /// <summary>Sends operations together, in their order.</summary>
    /// <returns>The number of rows that were changed, each as often as it was sent.</returns>
    internal Task<int> SendAsync(IReadOnlyList<RowOperation> operations, CancellationToken cancellationToken) => SendAsync(operations, null, cancellationToken);

    /// <summary>
    /// The same; where a folding is given, what meets the same row may be sent once, and tables are looked at whether they
    /// can tell how many statements there were.
    /// </summary>
    internal async Task<int> SendAsync(IReadOnlyList<RowOperation> operations, RowFolding? folding, CancellationToken cancellationToken)
    {
        int rows = 0;
        foreach (RowOperation[] chunk in operations.Chunk(MaxOperations))
        {
            List<RowGroup> groups = RowGroup.Of(chunk);
            bool folds = groups.Count > EnoughGroups;
            if (folding is not null && (folds || groups.Count < chunk.Length))
            {
                await folding.LookAsync(Connection, chunk, cancellationToken).ConfigureAwait(false);
                if (folds || groups.Exists(group => folding.IsWatched(group.Statement)))
                {
                    groups = RowGroup.Of(folds ? folding.Fold(chunk) : chunk, folding.IsWatched);
                }
            }

            rows += groups.Count == chunk.Length
                ? await ExecuteAsync(batch => AddEach(chunk, batch), cancellationToken).ConfigureAwait(false)
                : await SendAsync(groups, chunk, cancellationToken).ConfigureAwait(false);
        }

        return rows;
    }

    /// <summary>
    /// Sends groups. Where the server refuses one, the operations go one by one: what the server takes for the same row
    /// and we did not comes right then, and what is refused after all is refused for what it is.
    /// </summary>
    private async Task<int> SendAsync(List<RowGroup> groups, RowOperation[] operations, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(
                batch =>
                {
                    PostgresSession.Add(batch, $"savepoint {Savepoint}");
                    groups.ForEach(group => group.AddTo(batch));
                    PostgresSession.Add(batch, $"release savepoint {Savepoint}");
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (PostgresErrors.IsRefusal(exception))
        {
            return await ExecuteAsync(
                batch =>
                {
                    PostgresSession.Add(batch, $"rollback to savepoint {Savepoint}");
                    PostgresSession.Add(batch, $"release savepoint {Savepoint}");
                    AddEach(operations, batch);
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static void AddEach(RowOperation[] operations, NpgsqlBatch batch) => Array.ForEach(operations, operation => operation.AddTo(batch));

    private async Task<int> ExecuteAsync(Action<NpgsqlBatch> fill, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = Connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            fill(batch);
            return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
