using EventStore.Providers;

namespace EventStore;

/// <summary>Keeps the lease of a run: renews it while nothing is stored, takes it again after an interruption, gives it back.</summary>
internal sealed class ProjectionLeaseKeeper(StoreEngine store, ProjectionLease lease, ProjectionOptions options, RunSignals signals)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private IProjectionStore Projections => store.Log.Projections;

    /// <summary>Takes the lease; from then on the projection exists.</summary>
    /// <param name="sources">What it reads from.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<StoredProjection> TakeAsync(StreamSelection sources, CancellationToken cancellationToken)
    {
        StoredProjection stored = (await OwnLease.TakeAsync(store, lease, sources, cancellationToken).ConfigureAwait(false))!;
        signals.Began();
        return signals.WhatIsAsked(stored);
    }

    /// <summary>Renews the lease if that is due, and tells what was asked of the projection meanwhile; null if nothing was.</summary>
    /// <param name="age">Knows of the last renewal.</param>
    /// <param name="hasAsked">Whether a checkpoint of this pass has told it already.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<ProjectionRequests?> RenewAsync(LeaseAge age, bool hasAsked, CancellationToken cancellationToken)
    {
        if (age.SinceRenewal >= options.RenewalThreshold)
        {
            ProjectionRequests requests = await Projections.RenewAsync(lease, cancellationToken).ConfigureAwait(false);
            age.Renewed();
            return signals.WhatIsAsked(requests);
        }

        if (hasAsked && !signals.Stops)
        {
            return null;
        }

        ProjectionPulse pulse = await Projections.PollAsync([lease.ProjectionName], cancellationToken).ConfigureAwait(false);
        return pulse.Requested.Count > 0 && await Projections.FindAsync(lease.ProjectionName, cancellationToken).ConfigureAwait(false) is { } stored
            ? new ProjectionRequests(signals.WhatIsAsked(stored.Status), stored.Resumes)
            : signals.Stops ? new ProjectionRequests(ProjectionStatus.Stopping, Resumes: false)
            : null;
    }

    /// <summary>The pauses of one interruption: it may come back once more before the run is on its way again.</summary>
    public static Pause NewPause() => new(FirstPause, LongestPause);

    /// <summary>Takes the lease again if nobody else has, as soon as the storage answers.</summary>
    /// <param name="pause">The pauses of the interruption.</param>
    /// <param name="revision">The last checkpoint that the run knows.</param>
    /// <param name="isDeleting">Whether the run has told the storage to delete the projection: then it was done if there is none.</param>
    /// <param name="cause">What has interrupted the run.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The projection as it is stored; null if it is deleted.</returns>
    public async ValueTask<StoredProjection?> ComeBackAsync(Pause pause, long revision, bool isDeleting, Exception cause, CancellationToken cancellationToken)
    {
        store.Options.Logger.RunInterrupted(cause, lease.ProjectionName);
        while (true)
        {
            EventStoreTelemetry.InterruptedRuns.Add(1);
            await pause.WaitAsync(store.TimeProvider, cancellationToken).ConfigureAwait(false);
            try
            {
                StoredProjection? stored = await Projections.AcquireAsync(lease, null, cancellationToken).ConfigureAwait(false);
                if (stored is null && !isDeleting)
                {
                    throw new ProjectionLeaseLostException(lease.ProjectionName);
                }

                if (stored?.Revision < revision)
                {
                    throw new CheckpointAheadOfStoreException(lease.ProjectionName, $"its run knows revision {revision}, the store has {stored.Revision}.");
                }

                store.Options.Logger.RunResumed(lease.ProjectionName);
                return stored is null ? null : signals.WhatIsAsked(stored);
            }
            catch (ProjectionAlreadyRunningException)
            {
                throw new ProjectionLeaseLostException(lease.ProjectionName);
            }
            catch (Exception exception) when (Projections.IsTransient(exception))
            {
                // It is still away.
            }
        }
    }

    /// <summary>Gives the lease back; it ends by itself where the storage does not answer.</summary>
    public async ValueTask ReleaseAsync()
    {
        try
        {
            await Projections.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ObjectDisposedException || Projections.IsTransient(exception))
        {
            // What has ended the run is what its caller has to know.
        }
    }
}
