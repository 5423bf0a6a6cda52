using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>Finds out what became of a checkpoint whose commit got no answer: the row's revision tells.</summary>
internal sealed class CheckpointInDoubt(PostgresConnections connections, TimeProvider timeProvider)
{
    /// <summary>How long it may take to find out, where no time-out of commands is set: as long as Npgsql's.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The same for a caller who has given up.</summary>
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ProjectionFence _fence = new(connections.Schema);
    private readonly ProjectionStatements _statements = new(connections);

    /// <summary>Whether a failure of a commit leaves open what became of it.</summary>
    public static bool IsUnanswered(Exception exception) => exception switch
    {
        PostgresException server => PostgresErrors.EndsSession(server),
        _ => Outages.IsDrivers(exception) || exception is OperationCanceledException,
    };

    /// <summary>Looks until it is known.</summary>
    /// <returns>What was asked of the projection, if the checkpoint is stored; null if it is not.</returns>
    public async ValueTask<ProjectionRequests?> FindAsync(ProjectionCheckpoint checkpoint, Exception cause, CancellationToken cancellationToken)
    {
        TimeSpan patience = connections.CommandTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : Patience;
        using var time = new CancellationTokenSource(patience, timeProvider);
        using CancellationTokenRegistration givenUp = cancellationToken.Register(() => time.CancelAfter(LastPatience));
        while (true)
        {
            try
            {
                return await LookAsync(checkpoint, time.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (time.IsCancellationRequested)
            {
                throw new StoreUnavailableException(
                    $"Whether the checkpoint of the projection '{checkpoint.Lease.ProjectionName}' with revision {checkpoint.Revision + 1} is stored cannot be found out: the connection ended at its commit, and the server is out of reach. Run the projection again: it goes on from what is stored.", cause)
                {
                    Store = connections.Schema.Description,
                    IsTimeout = Outages.IsTimeout(cause),
                };
            }
            catch (Exception exception) when (ProjectionErrors.IsTransient(exception))
            {
                // The server is still out of reach.
                connections.CloseIdle();
            }

            await Task.Delay(Pause, timeProvider, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the transaction that holds the row, if it is still there: the server ends it when the lease is over.</summary>
    private async ValueTask<ProjectionRequests?> LookAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        (long revision, ProjectionRequests requests) = await _statements.WriteAsync(
            batch => _fence.AddLook(batch, checkpoint.Lease, locks: true),
            reader => ProjectionFence.ReadLookAsync(reader, checkpoint.Lease, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return revision == checkpoint.Revision + 1 ? requests : null;
    }
}
