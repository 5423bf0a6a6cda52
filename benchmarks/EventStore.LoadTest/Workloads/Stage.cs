using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Limit;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;
using Npgsql;

namespace EventStore.LoadTest.Workloads;

/// <summary>The store that is measured, and what fills its streams. Its own connections take no part in a measurement.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>How many accounts are written to at the same time: an account's events stand so far from each other.</summary>
    private const int OpenAccounts = 50;

    private const int TablesAtOnce = 200;

    private readonly IEventStore _store;
    private readonly LimitStore _limit;
    private readonly Dictionary<string, Guid[]> _kept = [];

    private Stage(Connection connection, IEventStore store, LimitStore limit, Script script, Pace pace)
    {
        Connection = connection;
        Script = script;
        Pace = pace;
        _store = store;
        _limit = limit;
    }

    public Connection Connection { get; }

    public Script Script { get; }

    public Pace Pace { get; }

    /// <summary>Installs the store, in a schema that is not there yet.</summary>
    public static async Task<Stage> OpenAsync(Connection connection, Script script, Pace pace)
    {
        await using NpgsqlDataSource source = connection.BuildSource();
        await using NpgsqlCommand look = source.CreateCommand($"select to_regnamespace('{Connection.Schema}') is not null");
        if ((bool)(await look.ExecuteScalarAsync())!)
        {
            throw new LoadTestException($"The database has a schema {Connection.Schema} already: another load test runs there, or one was cut off. If nobody needs it, drop schema {Connection.Schema} cascade; or name another database by --connection.");
        }

        IEventStore store = connection.BuildStore();
        await store.InstallAsync();
        return new Stage(connection, store, await LimitStore.OpenAsync(connection), script, pace);
    }

    /// <summary>Makes a stream, and tells the name of its table.</summary>
    public async Task<string> CreateStreamAsync(string stream)
    {
        await _store.CreateStreamAsync(stream);
        return await TableOfAsync(stream);
    }

    public Task DeleteStreamAsync(string stream) => _store.DeleteStreamAsync(stream);

    /// <summary>The table that the library has made for a stream.</summary>
    public async Task<string> TableOfAsync(string stream)
    {
        await using NpgsqlConnection connection = await _limit.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"select table_name from {Connection.Schema}.event_streams where name = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public Task ExecuteAsync(string sql) => _limit.ExecuteAsync(sql);

    /// <summary>Lets nothing that was written before be written out while it is measured, where that is allowed.</summary>
    public async Task SettleAsync()
    {
        try
        {
            await ExecuteAsync("checkpoint");
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // A server that somebody else looks after.
        }
    }

    /// <summary>Makes and fills a stream once, and keeps it to the end.</summary>
    /// <returns>The accounts in it.</returns>
    public async Task<Guid[]> KeepStreamAsync(string stream, int accounts, int eventsEach)
    {
        if (!_kept.TryGetValue(stream, out Guid[]? ids))
        {
            await CreateStreamAsync(stream);
            _kept[stream] = ids = await FillAsync(stream, accounts, eventsEach);
        }

        return ids;
    }

    /// <summary>Appends accounts with so many events each.</summary>
    /// <returns>Their ids.</returns>
    public async Task<Guid[]> FillAsync(string stream, int accounts, int eventsEach)
    {
        string table = await TableOfAsync(stream);
        string sql = LimitStatements.Of(LimitStatements.Copy, table);
        Guid[] ids = [.. Enumerable.Range(0, accounts).Select(_ => Guid.CreateVersion7())];
        foreach (Guid[] open in ids.Chunk(OpenAccounts))
        {
            using var buffer = new AppendBuffer(open.Length * eventsEach);
            LimitAccount[] written = [.. open.Select(id => new LimitAccount(id))];
            for (int i = 0; i < eventsEach; i++)
            {
                foreach (LimitAccount account in written)
                {
                    account.Go(Script, 1, buffer);
                }
            }

            buffer.Complete();
            await _limit.CopyAsync(sql, buffer);
        }

        await ExecuteAsync($"vacuum (analyze) {Connection.Schema}.\"{table}\"");
        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await DropAsync();
        await _limit.DisposeAsync();
    }

    /// <summary>Drops the schema, some tables at a time: each takes locks of the server, which has room for some thousands.</summary>
    private async Task DropAsync()
    {
        var tables = new List<string>();
        await using (NpgsqlConnection connection = await _limit.OpenConnectionAsync())
        {
            await using var command = new NpgsqlCommand($"select table_name from {Connection.Schema}.event_streams", connection);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                tables.Add($"{Connection.Schema}.\"{reader.GetString(0)}\"");
            }
        }

        foreach (string[] some in tables.Chunk(TablesAtOnce))
        {
            await ExecuteAsync($"drop table if exists {string.Join(", ", some)}");
        }

        await ExecuteAsync($"drop schema {Connection.Schema} cascade");
    }
}
