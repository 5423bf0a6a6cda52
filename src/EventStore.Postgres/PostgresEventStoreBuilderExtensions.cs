using EventStore.Postgres;
using Npgsql;

namespace EventStore;

/// <summary>Chooses PostgreSQL as the place where events are kept.</summary>
public static class PostgresEventStoreBuilderExtensions
{
    /// <summary>
    /// Keeps events in PostgreSQL, over a data source of its own that is disposed with the store. The store keeps
    /// nothing in a session, so that connections are not reset between uses.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">As Npgsql reads it.</param>
    /// <param name="options">Where in the database, and how; null means the defaults.</param>
    /// <exception cref="ArgumentException">The connection string or an option is not valid.</exception>
    public static EventStoreBuilder UsePostgres(this EventStoreBuilder builder, string connectionString, PostgresOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        PostgresOptions valid = Check(options);
        CheckConnectionString(connectionString);
        return builder.UseEventLog(context =>
            new PostgresEventLog(BuildSource(connectionString), ownsSource: true, valid, context.TimeProvider, context.Logger));
    }

    /// <summary>
    /// Keeps events in PostgreSQL, over a data source of the caller's, which the store does not dispose. It has to send
    /// arrays: a slim one is built with <c>EnableArrays()</c>. <c>No Reset On Close</c> makes it faster.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="dataSource">The data source.</param>
    /// <param name="options">Where in the database, and how; null means the defaults.</param>
    /// <exception cref="ArgumentException">The data source multiplexes its connections, or an option is not valid.</exception>
    public static EventStoreBuilder UsePostgres(this EventStoreBuilder builder, NpgsqlDataSource dataSource, PostgresOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dataSource);
        PostgresOptions valid = Check(options);
        CheckConnectionString(dataSource.ConnectionString);
        return builder.UseEventLog(context => new PostgresEventLog(dataSource, ownsSource: false, valid, context.TimeProvider, context.Logger));
    }

    internal static NpgsqlDataSource BuildSource(string connectionString)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        return builder.Build();
    }

    private static void CheckConnectionString(string connectionString)
    {
        if (new NpgsqlConnectionStringBuilder(connectionString).Multiplexing)
        {
            throw new ArgumentException("A multiplexing data source sends the statements of one transaction over several connections. Leave Multiplexing out.", nameof(connectionString));
        }
    }

    private static PostgresOptions Check(PostgresOptions? options)
    {
        options ??= new PostgresOptions();
        _ = new StoreSchema(options.Schema);
        if (!Enum.IsDefined(options.Prepare))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Prepare, "There is no such way to prepare.");
        }

        if (options.StallThreshold < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.StallThreshold, "The threshold of a stall is zero or more.");
        }

        return options.CommandTimeout is { } timeout && timeout < TimeSpan.FromSeconds(1)
            ? throw new ArgumentOutOfRangeException(nameof(options), timeout, "A command's time-out is one second or more; null means what the data source says.")
            : options;
    }
}
