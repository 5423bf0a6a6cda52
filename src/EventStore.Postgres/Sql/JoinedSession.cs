using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// A part of the caller's transaction, behind a savepoint: unless it is kept, what it did is undone when it is
/// disposed, and the transaction goes on as if nothing had been asked. Nothing is prepared on a connection that is not
/// the store's.
/// </summary>
internal sealed class JoinedSession : PostgresSession
{
    private const string Savepoint = "eventstore";

    private bool _isKept;

    /// <summary>The beginning of the transaction is what tells it from another one on the same connection.</summary>
    private const string ReadBeginning = "select (extract(epoch from transaction_timestamp()) * 1000000)::bigint, cardinality($1)";

    private JoinedSession(NpgsqlConnection connection, int? commandTimeout)
        : base(connection, new ConnectionTraits(reachesServer: false, prepares: false, readsCommitted: false), commandTimeout)
    {
    }

    public override bool JoinsTransaction => true;

    /// <summary>When the transaction began, in microseconds.</summary>
    public long TransactionBeganAt { get; private set; }

    /// <summary>
    /// Sets the savepoint, in a round trip of its own and without a token: whoever goes back to a savepoint has to
    /// know that it is there, or breaks the transaction.
    /// </summary>
    public static async ValueTask<JoinedSession> OpenAsync(NpgsqlConnection connection, int? commandTimeout)
    {
        var session = new JoinedSession(connection, commandTimeout);
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            Add(batch, $"savepoint {Savepoint}");
            Add(batch, ReadBeginning).Parameters.Add(PostgresConnections.EmptyArray());
            try
            {
                session.TransactionBeganAt = (long)(await batch.ExecuteScalarAsync(CancellationToken.None).ConfigureAwait(false))!;
                return session;
            }
            catch (Exception exception) when (PostgresErrors.IsLackOfTypes(exception))
            {
                throw PostgresErrors.LacksTypes(exception);
            }
        }
    }

    public override NpgsqlBatch CreateReadingBatch() => CreateBatch();

    public override void AddCommit(NpgsqlBatch batch)
    {
    }

    public override ValueTask BeginAsync(CancellationToken cancellationToken) => default;

    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await SendAsync($"release savepoint {Savepoint}").ConfigureAwait(false);
        _isKept = true;
    }

    protected override async ValueTask EndAsync()
    {
        if (_isKept || !IsOpen)
        {
            return;
        }

        try
        {
            await SendAsync($"rollback to savepoint {Savepoint}", $"release savepoint {Savepoint}").ConfigureAwait(false);
        }
        catch (NpgsqlException) when (!IsOpen)
        {
            // With the connection the whole transaction is undone; whoever uses it next is told.
        }
    }

    private async ValueTask SendAsync(params string[] statements)
    {
        NpgsqlBatch batch = CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            foreach (string sql in statements)
            {
                Add(batch, sql);
            }

            await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
