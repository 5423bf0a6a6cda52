using System.Globalization;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// A transaction of several round trips. An owner that freezes in the midst of it holds the projection's row: the
/// server ends it when it has been idle for as long as the lease lasts, so that somebody else can take over.
/// </summary>
internal sealed class ProjectionTransaction : IAsyncDisposable
{
    /// <summary>Shorter than that, a busy machine would look frozen.</summary>
    private static readonly TimeSpan ShortestIdleTime = TimeSpan.FromMilliseconds(100);

    private readonly StoreSchema _schema;
    private string? _setting;

    private ProjectionTransaction(PostgresSession session, StoreSchema schema, TimeSpan? lease)
    {
        Session = session;
        _schema = schema;
        if (lease is { } duration)
        {
            double idle = Math.Clamp(duration.TotalMilliseconds, ShortestIdleTime.TotalMilliseconds, int.MaxValue);
            _setting = string.Create(CultureInfo.InvariantCulture, $"set local idle_in_transaction_session_timeout = {(int)idle}");
        }
    }

    public PostgresSession Session { get; }

    /// <param name="connections">Where to.</param>
    /// <param name="lease">The lease's duration, or null if no lease is needed for what is done.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async ValueTask<ProjectionTransaction> BeginAsync(PostgresConnections connections, TimeSpan? lease, CancellationToken cancellationToken)
    {
        PostgresSession session = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await session.BeginAsync(cancellationToken).ConfigureAwait(false);
            return new ProjectionTransaction(session, connections.Schema, lease);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends statements and reads what they return.</summary>
    public async ValueTask<T> ExecuteAsync<T>(StoreOperation operation, Action<NpgsqlBatch> add, Func<NpgsqlDataReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = Session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            if (_setting is not null)
            {
                PostgresSession.Add(batch, _setting);
                _setting = null;
            }

            add(batch);
            return await ProjectionStatements.ReadAsync(Session, batch, read, _schema, operation, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends statements that return nothing.</summary>
    public async ValueTask ExecuteAsync(StoreOperation operation, Action<NpgsqlBatch> add, CancellationToken cancellationToken) =>
        _ = await ExecuteAsync(operation, add, _ => new ValueTask<bool>(true), cancellationToken).ConfigureAwait(false);

    /// <summary>Does the caller's part. What it throws surfaces as it is.</summary>
    public ValueTask WorkAsync(CheckpointWork? work, CancellationToken cancellationToken) =>
        work is null ? default : work(new PostgresCheckpointTransaction(Session.Transaction, Session.Connection), cancellationToken);

    public ValueTask CommitAsync(CancellationToken cancellationToken) => CommitAsync(null, cancellationToken);

    /// <param name="checkpoint">The checkpoint that is stored, whose work may be refused now only; null if it is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask CommitAsync(ProjectionCheckpoint? checkpoint, CancellationToken cancellationToken)
    {
        try
        {
            await Session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (checkpoint?.Work is not null && PostgresErrors.IsRefusal(exception))
        {
            throw ProjectionErrors.RefusedAtCommit(exception, checkpoint.Lease.ProjectionName);
        }
        catch (PostgresException exception)
        {
            throw ProjectionErrors.Translate(exception, _schema, StoreOperation.Project);
        }
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();
}
