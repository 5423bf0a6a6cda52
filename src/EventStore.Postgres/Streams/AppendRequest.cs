using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>One unit on its way to the server: a transaction of its own in one round trip.</summary>
/// <param name="unit">The unit.</param>
/// <param name="isBounded">Whether it gives up where it would have to wait for another transaction for long.</param>
internal class AppendRequest(RecordedUnit unit, bool isBounded = false)
{
    /// <summary>The server's process that has got it last; null as long as it was not sent, and behind a pooler.</summary>
    public int? Backend { get; set; }

    public virtual void AddTo(NpgsqlBatch batch, StoreSchema schema)
    {
        foreach (RecordedPart part in unit.Parts)
        {
            StreamTable table = schema.TableOf(part.StreamName);
            AppendStatement.AddTo(batch, isBounded ? table.BoundedAppendSql : table.AppendSql, part.Events);
        }
    }

    /// <returns>The position of each event.</returns>
    public virtual ValueTask<long[]> SendAsync(NpgsqlBatch batch, CancellationToken cancellationToken) => AppendStatement.SendAsync(batch, unit.EventCount, cancellationToken);

    public AppendFailure Classify(Exception exception, bool isSent, bool isConnected) => isBounded && exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable }
        ? AppendFailure.RolledBack
        : AppendFailures.Classify(exception, isSent, isConnected);
}
