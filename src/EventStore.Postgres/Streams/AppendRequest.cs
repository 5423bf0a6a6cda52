using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>What is sent to the server at once, and is stored all or nothing. It is executed once.</summary>
/// <param name="isBounded">Whether it gives up where it would have to wait for another transaction for long.</param>
internal abstract class AppendRequest(bool isBounded)
{
    /// <summary>The server's process that has got it; null as long as it was not sent, and behind a pooler.</summary>
    public int? Backend { get; set; }

    protected bool IsBounded => isBounded;

    /// <summary>Whether the server may have got all that it needs to commit.</summary>
    protected bool IsSent { get; set; }

    /// <summary>The way of a unit: in one round trip if it is small, and copied if it is large.</summary>
    public static AppendRequest Of(RecordedUnit unit, bool isBounded) =>
        unit.EventCount >= CopyRequest.LeastEvents ? new CopyRequest(unit, isBounded) : new BatchRequest([unit], isBounded);

    /// <returns>The position of each event.</returns>
    public abstract ValueTask<long[]> ExecuteAsync(PostgresSession session, StoreSchema schema, CancellationToken cancellationToken);

    public AppendFailure Classify(Exception exception, bool isConnected) => isBounded && exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable }
        ? AppendFailure.RolledBack
        : AppendFailures.Classify(exception, IsSent, isConnected);
}
