using System.Transactions;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>What is sent to the server at once, and is stored all or nothing. It is executed once.</summary>
/// <param name="isBounded">Whether it gives up where it would have to wait for another transaction for long.</param>
internal abstract class AppendRequest(bool isBounded)
{
    /// <summary>The server's process that has got it; null as long as it was not sent, and behind a pooler.</summary>
    public int? Backend { get; set; }

    /// <summary>
    /// Until the end of the transaction, whichever statement waits. It stands for itself in the same round trip: the
    /// lock of a table is taken before the statement that names it is executed.
    /// </summary>
    private const string BoundSql = "select set_config('lock_timeout', '100ms', true)";

    /// <summary>Whether the server may have got all that it needs to commit.</summary>
    protected bool IsSent { get; set; }

    /// <summary>The way of a unit: in one round trip if it is small, and copied if it is large. In an ambient transaction there is no beginning another.</summary>
    public static AppendRequest Of(RecordedUnit unit, bool isBounded) =>
        unit.EventCount >= CopyRequest.LeastEvents && Transaction.Current is null ? new CopyRequest(unit, isBounded) : new UnitRequest(unit, isBounded);

    /// <returns>The position of each event.</returns>
    public abstract ValueTask<long[]> ExecuteAsync(PostgresSession session, StoreSchema schema, CancellationToken cancellationToken);

    /// <summary>Adds what has to come first.</summary>
    protected void AddBound(NpgsqlBatch batch)
    {
        if (isBounded)
        {
            PostgresSession.Add(batch, BoundSql);
        }
    }

    /// <summary>Prepares the statements of a batch, and gives up as the batch does.</summary>
    protected async ValueTask PrepareAsync(PostgresSession session, NpgsqlBatch batch, CancellationToken cancellationToken) =>
        await session.PrepareAsync(batch, isBounded ? BoundSql : null, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a batch.</summary>
    /// <returns>Its answer, at the first result that is not the bound's.</returns>
    protected async ValueTask<NpgsqlDataReader> ExecuteAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (isBounded)
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }

            return reader;
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public AppendFailure Classify(Exception exception, bool isConnected) => isBounded && exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable }
        ? AppendFailure.RolledBack
        : AppendFailures.Classify(exception, IsSent, isConnected);
}
