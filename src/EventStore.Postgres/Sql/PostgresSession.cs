using System.Data;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>An open connection, and how statements travel over it. It is given back when it is disposed.</summary>
internal class PostgresSession(NpgsqlConnection connection, ConnectionTraits traits, int? commandTimeout) : IAsyncDisposable
{
    /// <summary>
    /// Each statement with a snapshot of its own, whatever isolation the user has set as the default: a follower
    /// reads the rows last, and they have to be what is there at that moment.
    /// </summary>
    private const string BeginReading = "begin isolation level read committed read only";

    private const string BeginWriting = "begin isolation level read committed";

    private NpgsqlTransaction? _transaction;

    public NpgsqlConnection Connection => connection;

    /// <summary>The transaction that <see cref="BeginAsync"/> has begun.</summary>
    public NpgsqlTransaction Transaction => _transaction!;

    /// <summary>Whether the connection still stands.</summary>
    public bool IsOpen => connection.FullState.HasFlag(ConnectionState.Open);

    /// <summary>Whether it is a part of a transaction of the caller's.</summary>
    public virtual bool JoinsTransaction => false;

    public ConnectionTraits Traits => traits;

    /// <summary>How long a statement may take, in seconds; null for what the connection says.</summary>
    public int? CommandTimeout => commandTimeout;

    /// <summary>Statements that travel together, in one transaction.</summary>
    public NpgsqlBatch CreateBatch()
    {
        NpgsqlBatch batch = connection.CreateBatch();
        if (commandTimeout is { } seconds)
        {
            batch.Timeout = seconds;
        }

        return batch;
    }

    /// <summary>Reading statements that travel together, each with a snapshot of its own.</summary>
    public virtual NpgsqlBatch CreateReadingBatch()
    {
        NpgsqlBatch batch = CreateBatch();
        Add(batch, BeginReading);
        return batch;
    }

    /// <summary>Writing statements that travel together, up to their commit, whatever isolation is the default.</summary>
    public NpgsqlBatch CreateWritingBatch()
    {
        NpgsqlBatch batch = CreateBatch();
        Add(batch, BeginWriting);
        return batch;
    }

    public static NpgsqlBatchCommand Add(NpgsqlBatch batch, string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return command;
    }

    /// <summary>Adds what ends a batch of <see cref="CreateReadingBatch"/> or <see cref="CreateWritingBatch"/>.</summary>
    public virtual void AddCommit(NpgsqlBatch batch) => Add(batch, "commit");

    /// <summary>Prepares a batch whose statements come again, where that is safe. Nothing is executed yet.</summary>
    public ValueTask PrepareAsync(NpgsqlBatch batch, CancellationToken cancellationToken) => PrepareAsync(batch, null, cancellationToken);

    /// <summary>The same; to prepare a statement takes the lock of its table.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="boundSql">What bounds the wait for it, in the transaction that it is executed in; null for no bound.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask PrepareAsync(NpgsqlBatch batch, string? boundSql, CancellationToken cancellationToken)
    {
        if (!traits.Prepares)
        {
            return;
        }

        bool prepares = true;
        bool isPrepared = true;
        foreach (NpgsqlBatchCommand command in batch.BatchCommands)
        {
            if (!traits.IsPrepared(command.CommandText))
            {
                isPrepared = false;
                prepares &= traits.NoteSeen(command.CommandText);
            }
        }

        if (!prepares)
        {
            return;
        }

        if (traits.IsFull)
        {
            traits.Clear();
            connection.UnprepareAll();
            return;
        }

        if (boundSql is null || isPrepared)
        {
            await batch.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await PrepareBoundedAsync(batch, boundSql, cancellationToken).ConfigureAwait(false);
        }

        // Not before: what is taken for prepared is not bounded.
        if (!isPrepared)
        {
            foreach (NpgsqlBatchCommand command in batch.BatchCommands)
            {
                traits.NotePrepared(command.CommandText);
            }
        }
    }

    private async ValueTask PrepareBoundedAsync(NpgsqlBatch batch, string boundSql, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            NpgsqlBatch bound = CreateBatch();
            await using (bound.ConfigureAwait(false))
            {
                Add(bound, boundSql);
                await bound.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            await batch.PrepareAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Prepares if that is worth it, and sends.</summary>
    public async ValueTask<NpgsqlDataReader> ExecuteAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await PrepareAsync(batch, cancellationToken).ConfigureAwait(false);
        return await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins a transaction of several round trips; without <see cref="CommitAsync"/> nothing of it is kept.</summary>
    public virtual async ValueTask BeginAsync(CancellationToken cancellationToken) =>
        _transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);

    public virtual async ValueTask CommitAsync(CancellationToken cancellationToken) =>
        await _transaction!.CommitAsync(cancellationToken).ConfigureAwait(false);

    public ValueTask DisposeAsync() => EndAsync();

    /// <summary>Undoes what was not committed, and gives the connection back.</summary>
    protected virtual async ValueTask EndAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync().ConfigureAwait(false);
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
