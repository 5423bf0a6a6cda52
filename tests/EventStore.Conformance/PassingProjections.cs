using EventStore.Providers;

namespace EventStore.Conformance;

/// <summary>Projections of a provider that pass every call on: what a test wants to see or to change, it overrides.</summary>
public abstract class PassingProjections(IProjectionStore inner) : IProjectionStore
{
    /// <summary>Where the calls go.</summary>
    protected IProjectionStore Inner => inner;

    public virtual Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken) => Inner.AcquireAsync(lease, sources, cancellationToken);

    public virtual ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken) => Inner.RenewAsync(lease, cancellationToken);

    public virtual ValueTask<IReadOnlySet<string>> RenewIdleAsync(IReadOnlyList<ProjectionLease> leases, CancellationToken cancellationToken) => Inner.RenewIdleAsync(leases, cancellationToken);

    public virtual ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken) => Inner.CheckpointAsync(checkpoint, cancellationToken);

    public virtual Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken) => Inner.ReleaseAsync(lease, cancellationToken);

    public virtual Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken) => Inner.ResetAsync(lease, work, cancellationToken);

    public virtual Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken) => Inner.DeleteAsync(lease, deletesEmittedEvents, work, cancellationToken);

    public Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken) => Inner.RequestAsync(projectionName, request, onlyIfRunning, cancellationToken);

    public Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken) => Inner.RequestResumptionAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => Inner.FetchNamesAsync(query, cancellationToken);

    public Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken) => Inner.FindAsync(projectionName, cancellationToken);

    public virtual Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken) => Inner.FetchParkedAsync(projectionName, cancellationToken);

    public virtual ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken) => Inner.PollAsync(projectionNames, cancellationToken);

    public Task ListenAsync(Action wake, CancellationToken cancellationToken) => Inner.ListenAsync(wake, cancellationToken);

    public virtual Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken) => Inner.ExecuteAsync(work, cancellationToken);

    public Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken) => Inner.ReplaceAsync(projectionName, replacement, work, cancellationToken);

    public virtual bool IsTransient(Exception exception) => Inner.IsTransient(exception);
}
