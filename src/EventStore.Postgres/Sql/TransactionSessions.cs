using Npgsql;

namespace EventStore.Postgres;

/// <summary>Gives sessions within one transaction of the caller's. Not thread-safe, as its connection is not.</summary>
internal sealed class TransactionSessions(PostgresConnections connections, NpgsqlTransaction transaction) : ISessionSource
{
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
        NpgsqlConnection connection = FindConnection();
        try
        {
            return await JoinedSession.OpenAsync(connection, connections.CommandTimeout).ConfigureAwait(false);
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

    private NpgsqlConnection FindConnection()
    {
        try
        {
            // Throws once the transaction is committed or rolled back, which the connection alone does not tell.
            _ = transaction.IsolationLevel;
            return transaction.Connection ?? throw Ended(null);
        }
        catch (InvalidOperationException exception)
        {
            throw Ended(exception);
        }
    }

    private static InvalidOperationException Ended(Exception? cause) =>
        new("The transaction that the store joins has ended: it was committed, rolled back or disposed. Begin another one, and call Within with it.", cause);
}
