using EventStore.Providers;

namespace EventStore.ReliabilityTests;

/// <summary>Projections that say what they are about to do, and what they have done.</summary>
internal sealed class FaultProjections(IProjectionStore inner, Action<string> reached) : IProjectionStore
{
    public async Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken)
    {
        reached("before acquisition");
        StoredProjection? stored = await inner.AcquireAsync(lease, sources, cancellationToken);
        reached("acquisition");
        return stored;
    }

    public async ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        reached("before renewal");
        ProjectionRequests requests = await inner.RenewAsync(lease, cancellationToken);
        reached("renewal");
        return requests;
    }

    public async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        reached("before checkpoint");
        ProjectionCheckpointResult result = await inner.CheckpointAsync(checkpoint, cancellationToken);
        reached("checkpoint");
        return result;
    }

    public async Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        reached("before release");
        await inner.ReleaseAsync(lease, cancellationToken);
        reached("release");
    }

    public Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken) => inner.ResetAsync(lease, work, cancellationToken);

    public Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken) =>
        inner.DeleteAsync(lease, deletesEmittedEvents, work, cancellationToken);

    public Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken) =>
        inner.RequestAsync(projectionName, request, onlyIfRunning, cancellationToken);

    public Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken) => inner.RequestResumptionAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => inner.FetchNamesAsync(query, cancellationToken);

    public Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken) => inner.FindAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken) => inner.FetchParkedAsync(projectionName, cancellationToken);

    public ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken) => inner.PollAsync(projectionNames, cancellationToken);

    public async Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken)
    {
        reached("before initialisation");
        await inner.ExecuteAsync(work, cancellationToken);
        reached("initialisation");
    }

    public Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken) =>
        inner.ReplaceAsync(projectionName, replacement, work, cancellationToken);

    public Task ListenAsync(Action wake, CancellationToken cancellationToken) => inner.ListenAsync(wake, cancellationToken);

    public bool IsTransient(Exception exception) => inner.IsTransient(exception);
}
