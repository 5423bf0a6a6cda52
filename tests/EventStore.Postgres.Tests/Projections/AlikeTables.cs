using System.Text.RegularExpressions;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Tables alike: for operations together, for operations that are folded, and for each alone.</summary>
internal sealed class AlikeTables(TestStore store, NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public ReadModelTable Grouped { get; } = new("grouped", store.Schema);

    public ReadModelClient Client { get; } = new(transaction);

    public ReadModelTable Folded { get; } = new("folded", store.Schema);

    public ReadModelTable Alone { get; } = new("alone", store.Schema);

    public static async Task<AlikeTables> CreateAsync(string columns)
    {
        TestStore store = await TestStore.CreateAsync(connectionString: "Include Error Detail=true");
        NpgsqlConnection connection = await store.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var tables = new AlikeTables(store, connection, transaction);
        await tables.ExecuteAsync($"set local search_path = {new SqlIdentifier(store.Schema)}; {string.Join(' ', ((ReadModelTable[])[tables.Grouped, tables.Alone, tables.Folded]).Select(table => $"create table {table} ({columns.Replace("@", table.ToString(), StringComparison.Ordinal)});"))}");
        return tables;
    }

    /// <summary>Does the same to all tables. Each may refuse it if all do, for the same reason.</summary>
    /// <returns>Whether they took it.</returns>
    public async Task<bool> BothAsync(Func<RowOperations, ReadModelTable, RowOperation[]> make, string? told = null)
    {
        string? alone = await TryAloneAsync(make(new RowOperations(), Alone));
        string? together = await TryAsync(() => Client.SendAsync(make(new RowOperations(), Grouped), default));
        string? folded = await TryAsync(() => Client.SendAsync(make(new RowOperations(), Folded), new RowFolding(), default));
        Assert.True(together == alone, $"{told}: together '{together}', alone '{alone}'");
        Assert.True(folded == alone, $"{told}: folded '{folded}', alone '{alone}'");
        foreach (ReadModelTable table in (ReadModelTable[])[Grouped, Folded])
        {
            Assert.True(0L == await ScalarAsync<long>($"select count(*) from ((table {table} except all table {Alone}) union all (table {Alone} except all table {table})) d"), $"{told}: {table}");
        }

        return alone is null;
    }

    /// <summary>What is left of operations when they are folded.</summary>
    public Task<IReadOnlyList<RowOperation>> FoldAsync(params IReadOnlyList<RowOperation> operations) =>
        new RowFolding().FoldAsync(connection, operations, default).AsTask();

    /// <summary>How many statements operations come to.</summary>
    public Task<int> CountGroupsAsync(params IReadOnlyList<RowOperation> operations) => CountGroupsAsync(new RowFolding(), operations);

    /// <summary>The same where the tables may have been looked at before.</summary>
    public async Task<int> CountGroupsAsync(RowFolding folding, params IReadOnlyList<RowOperation> operations)
    {
        await folding.LookAsync(connection, operations, default);
        return RowGroup.Of(operations, folding.IsWatched).Count;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Sends each operation by itself, or none of them.</summary>
    /// <returns>What the server refuses one for; null if all were taken.</returns>
    public Task<string?> TryAloneAsync(IReadOnlyList<RowOperation> operations) => TryAsync(async () =>
    {
        foreach (RowOperation operation in operations)
        {
            await Client.SendAsync([operation], default);
        }
    });

    /// <summary>Does something, or nothing of it.</summary>
    /// <returns>What the server refuses it for; null if it was taken.</returns>
    public async Task<string?> TryAsync(Func<Task> work)
    {
        await ExecuteAsync("savepoint before");
        try
        {
            await work();
            return null;
        }
        catch (PostgresException exception)
        {
            await ExecuteAsync("rollback to savepoint before");
            return Regex.Replace($"{exception.SqlState} {exception.Detail}", "grouped|folded|alone", "table");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
        await store.DisposeAsync();
    }
}
