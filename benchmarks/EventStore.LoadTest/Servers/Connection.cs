using Npgsql;

namespace EventStore.LoadTest.Servers;

/// <summary>How both sides reach the server: the same string, the same pool, sessions that are not reset. Immutable.</summary>
internal sealed record Connection(string ConnectionString)
{
    /// <summary>The schema of the measured store; the limit's statements name it.</summary>
    public const string Schema = "load_test";

    /// <summary>The most connections that a pool opens.</summary>
    public int PoolSize { get; init; } = 4;

    /// <summary>Whether concurrent appends of the library share a transaction.</summary>
    public bool GroupCommit { get; init; } = true;

    /// <summary>With its pool.</summary>
    public string Pooled => new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = PoolSize, NoResetOnClose = true }.ConnectionString;

    /// <summary>A data source for hand-written code, built as the library builds its own.</summary>
    public NpgsqlDataSource BuildSource()
    {
        var builder = new NpgsqlSlimDataSourceBuilder(Pooled);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        return builder.Build();
    }

    /// <summary>A store, as users build one.</summary>
    /// <param name="notifications">Whether it hears of the appends of other processes at once.</param>
    public IEventStore BuildStore(bool notifications = false) =>
        new EventStoreBuilder()
            .UsePostgres(Pooled, new PostgresOptions { Schema = Schema, Notifications = notifications, GroupCommit = GroupCommit })
            .AddEvents(Domain.BankEvents.Catalog)
            .Build();

    /// <summary>The same database by another way.</summary>
    public Connection Through(string host, int port) => this with
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            Host = host,
            Port = port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString,
    };
}
