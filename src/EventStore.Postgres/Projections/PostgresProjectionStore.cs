using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>The projections in PostgreSQL: a row each, with lease, state and positions. Thread-safe.</summary>
internal sealed class PostgresProjectionStore(PostgresConnections connections, HeadReader head, TimeProvider timeProvider, Notifications? notifications) : IProjectionStore
{
    private readonly ProjectionLeases _leases = new(connections);
    private readonly CheckpointWriter _checkpoints = new(connections, timeProvider);
    private readonly LeaseLoss _loss = new(connections, timeProvider);
    private readonly ProjectionAdministration _administration = new(connections);
    private readonly ProjectionReader _reader = new(connections, head);

    public Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken) =>
        _leases.AcquireAsync(lease, sources, cancellationToken);

    public ValueTask<IReadOnlySet<string>> RenewIdleAsync(IReadOnlyList<ProjectionLease> leases, CancellationToken cancellationToken) => _leases.RenewIdleAsync(leases, cancellationToken);

    public ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken) => _leases.RenewAsync(lease, cancellationToken);

    public async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        ProjectionCheckpointResult result = await _loss.ExplainAsync(checkpoint.Lease, () => _checkpoints.WriteAsync(checkpoint, cancellationToken)).ConfigureAwait(false);
        if (checkpoint.Appends.Count > 0)
        {
            notifications?.Note();
        }

        return result;
    }

    public Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken) => _leases.ReleaseAsync(lease, cancellationToken);

    public async Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken) =>
        await _loss.ExplainAsync(lease, () => new ValueTask<long>(_administration.ResetAsync(lease, work, cancellationToken))).ConfigureAwait(false);

    public Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken) =>
        _administration.DeleteAsync(lease, deletesEmittedEvents, work, cancellationToken);

    public Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken) =>
        _administration.RequestAsync(projectionName, request, onlyIfRunning, cancellationToken);

    public Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken) =>
        _administration.RequestResumptionAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => _reader.FetchNamesAsync(query, cancellationToken);

    public Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken) => _reader.FindAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken) =>
        _reader.FetchParkedAsync(projectionName, cancellationToken);

    public ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken) =>
        _reader.PollAsync(projectionNames, cancellationToken);

    public Task ListenAsync(Action wake, CancellationToken cancellationToken) => notifications?.ListenAsync(wake, cancellationToken) ?? Task.CompletedTask;

    public Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken) => _administration.ExecuteAsync(work, cancellationToken);

    public Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken) =>
        _administration.ReplaceAsync(projectionName, replacement, work, cancellationToken);

    public bool IsTransient(Exception exception) => ProjectionErrors.IsTransient(exception);
}
