using Npgsql;

namespace EventStore.Postgres;

/// <summary>Gives sessions within one transaction of the caller's. Not thread-safe, as its connection is not.</summary>
internal sealed class TransactionSessions(PostgresConnections connections, NpgsqlTransaction transaction) : ISessionSource
{
    /// <summary>Npgsql makes of a transaction that is disposed the next one on its physical connection: the object alone does not tell whose it is.</summary>
    private readonly NpgsqlConnection? _connection = ConnectionOf(transaction);

    private long? _beganAt;
    private bool _disposed;

    public StoreSchema Schema => connections.Schema;

    public void EnsureNotDisposed()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(IEventStore));
        connections.EnsureNotDisposed();
    }

    public async ValueTask<PostgresSession> OpenAsync(CancellationToken cancellationToken)
    {
        EnsureNotDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        if (_connection is null || ConnectionOf(transaction) != _connection)
        {
            throw Ended();
        }

        try
        {
            JoinedSession session = await JoinedSession.OpenAsync(_connection, connections.CommandTimeout).ConfigureAwait(false);
            if (session.TransactionBeganAt != (_beganAt ??= session.TransactionBeganAt))
            {
                await session.DisposeAsync().ConfigureAwait(false);
                throw Ended();
            }

            return session;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InFailedSqlTransaction)
        {
            throw new InvalidOperationException("A statement of the transaction has failed before, and the server takes no other one. Roll it back, to a savepoint at least.", exception);
        }
    }

    /// <summary>The transaction is the caller's, and so is its connection.</summary>
    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return default;
    }

    /// <summary>Null once the transaction is committed, rolled back or disposed, which the connection alone does not tell.</summary>
    private static NpgsqlConnection? ConnectionOf(NpgsqlTransaction transaction)
    {
        try
        {
            _ = transaction.IsolationLevel;
            return transaction.Connection;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static InvalidOperationException Ended() =>
        new("The transaction that the store joins has ended: it was committed, rolled back or disposed. Begin another one, and call Within with it.");
}
