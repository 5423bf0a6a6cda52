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
        WriteAsync(_leases.AcquireAsync(lease, sources, cancellationToken));

    public ValueTask<IReadOnlySet<string>> RenewIdleAsync(IReadOnlyList<ProjectionLease> leases, CancellationToken cancellationToken) =>
        new(WriteAsync(_leases.RenewIdleAsync(leases, cancellationToken).AsTask()));

    public ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken) =>
        new(WriteAsync(_leases.RenewAsync(lease, cancellationToken).AsTask()));

    public async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var work = WatchedWork.Of(checkpoint.Work);
        ProjectionCheckpoint watched = work is null ? checkpoint : checkpoint with { Work = work.DoAsync };
        ProjectionCheckpointResult result;
        try
        {
            result = await _loss.ExplainAsync(checkpoint.Lease, () => _checkpoints.WriteAsync(watched, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception exception) when (Outages.IsDrivers(exception) && exception != work?.Failure)
        {
            throw Outages.Explain(exception, connections.Schema, StoreOperation.Project);
        }

        if (checkpoint.Appends.Count > 0)
        {
            notifications?.Note();
        }

        return result;
    }

    public Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken) =>
        Outages.WatchAsync(_leases.ReleaseAsync(lease, cancellationToken), connections, StoreOperation.Project);

    public async Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken)
    {
        long revision = 0;
        await WorkAsync(work, async watched =>
            revision = await _loss.ExplainAsync(lease, () => new ValueTask<long>(_administration.ResetAsync(lease, watched, cancellationToken))).ConfigureAwait(false)).ConfigureAwait(false);
        return revision;
    }

    public Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken) =>
        WorkAsync(work, watched => _administration.DeleteAsync(lease, deletesEmittedEvents, watched, cancellationToken));

    public Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken) =>
        WriteAsync(_administration.RequestAsync(projectionName, request, onlyIfRunning, cancellationToken));

    public Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken) =>
        WriteAsync(_administration.RequestResumptionAsync(projectionName, cancellationToken));

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) =>
        ReadAsync(_reader.FetchNamesAsync(query, cancellationToken));

    public Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken) =>
        ReadAsync(_reader.FindAsync(projectionName, cancellationToken));

    public Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken) =>
        ReadAsync(_reader.FetchParkedAsync(projectionName, cancellationToken));

    public ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken) =>
        new(ReadAsync(_reader.PollAsync(projectionNames, cancellationToken).AsTask()));

    public Task ListenAsync(Action wake, CancellationToken cancellationToken) => notifications?.ListenAsync(wake, cancellationToken) ?? Task.CompletedTask;

    public Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken) =>
        WorkAsync(work, watched => _administration.ExecuteAsync(watched!, cancellationToken));

    public Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken) =>
        WorkAsync(work, watched => _administration.ReplaceAsync(projectionName, replacement, watched, cancellationToken));

    public bool IsTransient(Exception exception) => ProjectionErrors.IsTransient(exception);

    private Task<T> ReadAsync<T>(Task<T> call) => Outages.WatchAsync(call, connections, StoreOperation.ReadProjection);

    private Task<T> WriteAsync<T>(Task<T> call) => Outages.WatchAsync(call, connections, StoreOperation.Project);

    /// <summary>Does what the caller has a part in.</summary>
    private async Task WorkAsync(CheckpointWork? work, Func<CheckpointWork?, Task> call)
    {
        var watched = WatchedWork.Of(work);
        try
        {
            await call(watched is null ? null : watched.DoAsync).ConfigureAwait(false);
        }
        catch (Exception exception) when (Outages.IsDrivers(exception) && exception != watched?.Failure)
        {
            throw Outages.Explain(exception, connections.Schema, StoreOperation.Project);
        }
    }
}
