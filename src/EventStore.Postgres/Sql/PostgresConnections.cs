using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>Opens connections and knows what each of them can do. Thread-safe.</summary>
internal sealed class PostgresConnections : ISessionSource
{
    private readonly NpgsqlDataSource _source;
    private readonly bool _ownsSource;
    private readonly PostgresPrepare _prepare;

    /// <summary>
    /// By the server parameters of a connection, which live and die with the physical connection. A process id would
    /// not do: the server and a pooler may give the same one.
    /// </summary>
    private readonly ConditionalWeakTable<object, ConnectionTraits> _traits = [];

    private int _disposed;

    public PostgresConnections(NpgsqlDataSource source, bool ownsSource, PostgresOptions options)
    {
        _source = source;
        _ownsSource = ownsSource;
        _prepare = options.Prepare;
        CheckpointStepDone = options.CheckpointStepDone;
        CommandTimeout = options.CommandTimeout is { } timeout ? (int)Math.Ceiling(timeout.TotalSeconds) : null;
        var builder = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        CancellationTimeout = builder.CancellationTimeout switch
        {
            < 0 => TimeSpan.Zero,
            0 => Timeout.InfiniteTimeSpan,
            int milliseconds => TimeSpan.FromMilliseconds(milliseconds),
        };
        Schema = new StoreSchema(options.Schema, builder.Username);
    }

    public StoreSchema Schema { get; }

    /// <summary>How long a statement may take, in seconds; null for what the data source says.</summary>
    public int? CommandTimeout { get; }

    /// <summary>How long a caller who has cancelled waits for the server's answer.</summary>
    public TimeSpan CancellationTimeout { get; }

    public bool IsDisposed => _disposed != 0;

    /// <summary>See <see cref="PostgresOptions.CheckpointStepDone"/>.</summary>
    public Action<string>? CheckpointStepDone { get; }

    public void EnsureNotDisposed() => ObjectDisposedException.ThrowIf(_disposed != 0, typeof(PostgresEventLog));

    public async ValueTask<PostgresSession> OpenAsync(CancellationToken cancellationToken)
    {
        EnsureNotDisposed();
        NpgsqlConnection connection = await OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            object physical = connection.PostgresParameters;
            if (!_traits.TryGetValue(physical, out ConnectionTraits? traits))
            {
                traits = await ProbeAsync(connection, cancellationToken).ConfigureAwait(false);
                _traits.AddOrUpdate(physical, traits);
            }

            return new PostgresSession(connection, traits, CommandTimeout);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Lets go of the connections that nobody uses.</summary>
    public void CloseIdle() => _source.Clear();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0 && _ownsSource)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>An array, which a data source without arrays refuses before anything is sent.</summary>
    public static NpgsqlParameter EmptyArray() => new NpgsqlParameter<Guid[]> { TypedValue = [], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };

    /// <summary>A connection that is being opened does not look at its token while the server is silent: the caller goes on without it.</summary>
    private async ValueTask<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        ValueTask<NpgsqlConnection> opened = _source.OpenConnectionAsync(cancellationToken);
        if (opened.IsCompleted)
        {
            return await opened.ConfigureAwait(false);
        }

        Task<NpgsqlConnection> opening = opened.AsTask();
        try
        {
            return await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It may be open by now.
            _ = CloseAsync(opening);
            throw;
        }
    }

    private static async Task CloseAsync(Task<NpgsqlConnection> opening)
    {
        try
        {
            NpgsqlConnection connection = await opening.ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (Outages.IsDrivers(exception) || exception is OperationCanceledException or ObjectDisposedException)
        {
            // It was not opened, and nobody waits for it any more.
        }
    }

    /// <summary>
    /// The process behind the connection is the one that the connection was opened to: then no pooler stands between,
    /// and what is prepared here is nobody else's. A pooler answers with a process id of its own making.
    /// </summary>
    private async ValueTask<ConnectionTraits> ProbeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // The array shows what a data source without arrays lacks, before anything else is sent.
        var command = new NpgsqlCommand("select pg_backend_pid(), current_setting('default_transaction_isolation') = 'read committed' where cardinality($1) = 0", connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(EmptyArray());
            NpgsqlDataReader reader;
            try
            {
                reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (PostgresErrors.IsLackOfTypes(exception))
            {
                throw PostgresErrors.LacksTypes(exception);
            }

            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                bool reachesServer = reader.GetInt32(0) == connection.ProcessID;
                bool prepares = _prepare switch
                {
                    PostgresPrepare.Always => true,
                    PostgresPrepare.Never => false,
                    _ => reachesServer,
                };

                // Behind a pooler the next transaction may meet another session, with other defaults.
                return new ConnectionTraits(reachesServer, prepares, reachesServer && reader.GetBoolean(1));
            }
        }
    }
}
