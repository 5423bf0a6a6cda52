using EventStore.Providers;

namespace EventStore.Conformance.Projections;

/// <summary>Counts the calls that reach the projections of a provider, and passes them on.</summary>
public sealed class CountingProjections(IProjectionStore inner) : IProjectionStore
{
    private int _renewals;
    private int _polls;
    private int _checkpoints;

    public int Renewals => _renewals;

    public int Polls => _polls;

    public int Checkpoints => _checkpoints;

    public Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken) => inner.AcquireAsync(lease, sources, cancellationToken);

    public ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken) => Counted(ref _renewals).RenewAsync(lease, cancellationToken);

    public ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken) => Counted(ref _checkpoints).CheckpointAsync(checkpoint, cancellationToken);

    public Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken) => inner.ReleaseAsync(lease, cancellationToken);

    public Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken) => inner.ResetAsync(lease, work, cancellationToken);

    public Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken) => inner.DeleteAsync(lease, deletesEmittedEvents, work, cancellationToken);

    public Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken) => inner.RequestAsync(projectionName, request, onlyIfRunning, cancellationToken);

    public Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken) => inner.RequestResumptionAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => inner.FetchNamesAsync(query, cancellationToken);

    public Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken) => inner.FindAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken) => inner.FetchParkedAsync(projectionName, cancellationToken);

    public ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken) => Counted(ref _polls).PollAsync(projectionNames, cancellationToken);

    public Task ListenAsync(Action wake, CancellationToken cancellationToken) => inner.ListenAsync(wake, cancellationToken);

    public Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken) => inner.ExecuteAsync(work, cancellationToken);

    public Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken) => inner.ReplaceAsync(projectionName, replacement, work, cancellationToken);

    public bool IsTransient(Exception exception) => inner.IsTransient(exception);

    private IProjectionStore Counted(ref int calls)
    {
        Interlocked.Increment(ref calls);
        return inner;
    }
}
