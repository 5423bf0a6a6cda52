using Npgsql;

namespace GitHistory.Tests;

/// <summary>A database of its own, on the server that EVENTSTORE_TEST_POSTGRES names; dropped in the end.</summary>
public sealed class PostgresDatabase : IAsyncLifetime
{
    private readonly string _name = $"githistory_{Guid.NewGuid():N}";

    public static string Server { get; } =
        Environment.GetEnvironmentVariable("EVENTSTORE_TEST_POSTGRES") is { Length: > 0 } server
            ? server
            : throw new InvalidOperationException("EVENTSTORE_TEST_POSTGRES names no server: run ./test, or eval \"$(eng/postgres.sh start)\" before.");

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString;

    /// <summary>The options that make the sample use it.</summary>
    public string[] Options => ["--store", "postgres", "--connection", ConnectionString];

    public async ValueTask InitializeAsync() => await ExecuteAsync(Server, $"create database {_name}");

    public async ValueTask DisposeAsync() => await ExecuteAsync(Server, $"drop database {_name} with (force)");

    /// <summary>Drops what is stored, so that the next import starts over.</summary>
    public Task ClearAsync() => ExecuteAsync(ConnectionString, "drop schema if exists es cascade");

    /// <summary>How many events there are; 0 as long as there is no store.</summary>
    public async Task<int> CountEventsAsync() => (await ReadEventsAsync()).Count;

    /// <summary>Every event of the store, by stream and in order: name, ids, version, time and payload.</summary>
    public async Task<IReadOnlyList<string>> ReadEventsAsync()
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionString);
        if (await ScalarAsync(source, "select to_regclass('es.event_streams')::text") is DBNull)
        {
            return [];
        }

        string tables = (string)(await ScalarAsync(source, "select coalesce(string_agg(name || '=' || table_name, ';' order by name), '') from es.event_streams"))!;
        var events = new List<string>();
        foreach (string[] table in tables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=')))
        {
            await using NpgsqlCommand command = source.CreateCommand($"select concat_ws(' ', event_name, event_id, aggregate_id, aggregate_version, created_at, payload) from es.\"{table[1]}\" order by position");
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                events.Add($"{table[0]}: {reader.GetString(0)}");
            }
        }

        return events;
    }

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        return await ScalarAsync(source, sql);
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
