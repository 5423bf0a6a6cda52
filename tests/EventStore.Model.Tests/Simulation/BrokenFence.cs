using EventStore.Providers;

namespace EventStore.Model.Tests.Simulation;

/// <summary>How a fence is broken, for the test of the test.</summary>
internal enum Breach
{
    None,

    /// <summary>Whoever stores a checkpoint counts as the holder of the lease.</summary>
    Token,

    /// <summary>The same, and nobody asks behind which checkpoint it comes.</summary>
    TokenAndRevision,
}

/// <summary>Projections whose checkpoints are let through, whoever stores them.</summary>
internal sealed class BrokenFence(IProjectionStore inner, World world) : IProjectionStore
{
    public Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken) => inner.AcquireAsync(lease, sources, cancellationToken);

    public ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken) => inner.RenewAsync(lease, cancellationToken);

    public async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        ProjectionLease lease = checkpoint.Lease with { Token = world.Ledger.OwnerOf(checkpoint.Lease) };
        StoredProjection? stored = world.Breach == Breach.TokenAndRevision ? await inner.FindAsync(lease.ProjectionName, cancellationToken) : null;
        return await inner.CheckpointAsync(checkpoint with { Lease = lease, Revision = stored?.Revision ?? checkpoint.Revision }, cancellationToken);
    }

    public Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken) => inner.ReleaseAsync(lease, cancellationToken);

    public Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken) => inner.ResetAsync(lease, work, cancellationToken);

    public Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken) => inner.DeleteAsync(lease, deletesEmittedEvents, work, cancellationToken);

    public Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken) =>
        inner.RequestAsync(projectionName, request, onlyIfRunning, cancellationToken);

    public Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken) => inner.RequestResumptionAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => inner.FetchNamesAsync(query, cancellationToken);

    public Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken) => inner.FindAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken) => inner.FetchParkedAsync(projectionName, cancellationToken);

    public ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken) => inner.PollAsync(projectionNames, cancellationToken);

    public Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken) => inner.ExecuteAsync(work, cancellationToken);

    public Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken) =>
        inner.ReplaceAsync(projectionName, replacement, work, cancellationToken);

    public Task ListenAsync(Action wake, CancellationToken cancellationToken) => inner.ListenAsync(wake, cancellationToken);

    public bool IsTransient(Exception exception) => inner.IsTransient(exception);
}
