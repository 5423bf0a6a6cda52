using EventStore.Postgres;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>An installed store in a schema of its own, and a way to look at its tables past the library.</summary>
internal sealed class RigStore : IAsyncDisposable
{
    private static int _schemas;

    private readonly StoreSchema _schema;

    private RigStore(IEventStore store, NpgsqlDataSource source, string schema, IReadOnlyList<string> streams)
    {
        Store = store;
        Source = source;
        Schema = schema;
        Streams = streams;
        _schema = new StoreSchema(schema);
    }

    public IEventStore Store { get; }

    /// <summary>Connections that the library does not know.</summary>
    public NpgsqlDataSource Source { get; }

    public string Schema { get; }

    public IReadOnlyList<string> Streams { get; }

    public static async Task<RigStore> CreateAsync(string connectionString, params IReadOnlyList<string> streams)
    {
        string schema = $"rig_{Interlocked.Increment(ref _schemas)}";
        var opened = new RigStore(Open(connectionString, schema), PostgresEventStoreBuilderExtensions.BuildSource(connectionString), schema, streams);
        await opened.Store.InstallAsync();
        foreach (string stream in streams)
        {
            await opened.Store.CreateStreamAsync(stream);
        }

        return opened;
    }

    /// <summary>Opens a store that is installed already.</summary>
    public static IEventStore Open(string connectionString, string schema, bool notifications = false) =>
        new EventStoreBuilder()
            .UsePostgres(connectionString, new PostgresOptions { Schema = schema, Notifications = notifications })
            .AddEvents(RigEvents.Catalog)
            .Build();

    public string TableOf(string stream) => _schema.TableOf(stream).Table;

    public string PositionSequence => _schema.Position;

    /// <summary>What the tables hold, in the order of positions: the truth that everything else is held against.</summary>
    public async Task<IReadOnlyList<StoredRow>> ReadRowsAsync()
    {
        var rows = new List<StoredRow>();
        foreach (string stream in Streams)
        {
            await using NpgsqlCommand command = Source.CreateCommand($"select position, event_id, aggregate_id, aggregate_version from {TableOf(stream)}");
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                Guid aggregate = await reader.IsDBNullAsync(2) ? Guid.Empty : reader.GetGuid(2);
                rows.Add(new StoredRow(reader.GetInt64(0), stream, reader.GetGuid(1), aggregate, aggregate == Guid.Empty ? 0 : reader.GetInt64(3)));
            }
        }

        return [.. rows.OrderBy(row => row.Position)];
    }

    public async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Source.DisposeAsync();
    }
}
