using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>
/// Says of a failed transaction what its owner has to know first: that somebody else has the lease. The server ends the
/// session of an owner that froze within a transaction, who would take that for a cut connection.
/// </summary>
internal sealed class LeaseLoss(PostgresConnections connections, TimeProvider timeProvider)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ProjectionFence _fence = new(connections.Schema);
    private readonly ProjectionStatements _statements = new(connections);

    /// <summary>Does what needs the lease.</summary>
    /// <exception cref="ProjectionLeaseLostException">It failed as connections do, and the lease is gone.</exception>
    public async ValueTask<T> ExplainAsync<T>(ProjectionLease lease, Func<ValueTask<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (ProjectionErrors.IsTransient(exception))
        {
            await LookAsync(lease).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask LookAsync(ProjectionLease lease)
    {
        using var patience = new CancellationTokenSource(Patience, timeProvider);
        try
        {
            await _statements.ReadAsync(
                batch => _fence.AddLook(batch, lease, locks: false), reader => ProjectionFence.ReadLookAsync(reader, lease, patience.Token), patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || ProjectionErrors.IsTransient(exception))
        {
            // The server is out of reach: the failure itself says so.
        }
    }
}
