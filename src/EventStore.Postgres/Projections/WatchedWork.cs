using System.Data;
using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>The caller's part of a transaction: what it throws surfaces as it is, unless its connection has ended.</summary>
internal sealed class WatchedWork(CheckpointWork work)
{
    /// <summary>What the work itself has thrown while the connection stood.</summary>
    public Exception? Failure { get; private set; }

    public static WatchedWork? Of(CheckpointWork? work) => work is null ? null : new WatchedWork(work);

    public async ValueTask DoAsync(ICheckpointTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await work(transaction, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            bool stands = transaction is PostgresCheckpointTransaction { Connection: var connection } && connection.FullState.HasFlag(ConnectionState.Open);
            Failure = stands ? exception : null;
            throw;
        }
    }
}
