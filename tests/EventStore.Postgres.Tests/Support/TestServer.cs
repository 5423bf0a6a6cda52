using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>The server that the tests run against, and stores of their own on it.</summary>
internal static class TestServer
{
    private const string Variable = "EVENTSTORE_TEST_POSTGRES";

    private static readonly Lazy<NpgsqlDataSource> Cleaner = new(() => PostgresEventStoreBuilderExtensions.BuildSource(ConnectionString));

    private static int _schemas;

    public static string ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{Variable} names no server: run ./test, or eval \"$(eng/postgres.sh start)\" first.");

    /// <summary>A pooler in transaction mode before the same server.</summary>
    public static string PoolerConnectionString => Environment.GetEnvironmentVariable("EVENTSTORE_TEST_POOLER") is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException("EVENTSTORE_TEST_POOLER names no pooler: run ./test, or eval \"$(eng/pgbouncer.sh start)\" first.");

    public static string NewSchema() => $"es_{Environment.ProcessId}_{Interlocked.Increment(ref _schemas)}";

    /// <summary>Removes a schema, over connections that all tests share.</summary>
    public static async Task DropAsync(string schema)
    {
        await using NpgsqlCommand command = Cleaner.Value.CreateCommand($"drop schema if exists {new SqlIdentifier(schema)} cascade");
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>An installed store in a schema of its own, which goes with it, and connections to look at it from outside.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private TestStore(string schema, NpgsqlDataSource source, PostgresEventLog log)
    {
        Schema = schema;
        _source = source;
        Log = log;
    }

    public string Schema { get; }

    public NpgsqlDataSource Source => _source;

    public PostgresEventLog Log { get; }

    public static async Task<TestStore> CreateAsync(string? schema = null, PostgresOptions? options = null, bool install = true, string connectionString = "")
    {
        options ??= new PostgresOptions();
        schema ??= TestServer.NewSchema();
        NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource($"{TestServer.ConnectionString};{connectionString}");
        var log = new PostgresEventLog(source, ownsSource: false, options with { Schema = schema }, TimeProvider.System);
        if (install)
        {
            await log.InstallAsync(CancellationToken.None);
        }

        return new TestStore(schema, source, log);
    }

    public async Task<TestStore> WithStreamsAsync(params string[] names)
    {
        foreach (string name in names)
        {
            await Log.CreateStreamAsync(name, CancellationToken.None);
        }

        return this;
    }

    public string TableOf(string stream) => new StoreSchema(Schema).TableOf(stream).Table;

    public async Task<AppendOutcome> TryAppendAsync(string stream, params EventRecord[] events) =>
        (await Log.AppendAsync([new RecordedUnit([new RecordedPart(stream, events)])], CancellationToken.None))[0];

    public async Task<IReadOnlyList<long>> AppendAsync(string stream, params EventRecord[] events) =>
        (await TryAppendAsync(stream, events)).Result.Positions;

    public Task<EventPage> ReadAsync(params string[] streams) =>
        Log.ReadAsync(new ReadRequest { Streams = [.. streams.Select(name => new StreamRange { StreamName = name, From = 1 })], Limit = 1000 }, CancellationToken.None).AsTask();

    public async Task<long> HeadAsync() => (await Log.ReadHeadAsync(StreamSelection.All, CancellationToken.None)).Position;

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until a statement on one of the store's tables waits for a lock.</summary>
    public async Task WaitForLockAsync()
    {
        while (await ScalarAsync<long>($"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%{Schema}%'") == 0)
        {
            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        await TestServer.DropAsync(Schema);
        await _source.DisposeAsync();
    }
}
