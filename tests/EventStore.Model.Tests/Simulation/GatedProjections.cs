using EventStore.Providers;

namespace EventStore.Model.Tests.Simulation;

/// <summary>
/// The projections as one process sees them. A read model that takes part in transactions gets one: its rows are there
/// when the call has succeeded, and never otherwise. What succeeds stands in the ledger.
/// </summary>
internal sealed class GatedProjections(IProjectionStore inner, SimulatedProcess process, Ledger ledger) : IProjectionStore
{
    public async Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken)
    {
        await process.PassAsync("acquire");
        StoredProjection? stored = await inner.AcquireAsync(lease, sources, cancellationToken);
        ledger.Acquired(lease);
        await process.PassAsync("has acquired");
        return stored;
    }

    public async ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        await process.PassAsync("renew");
        ProjectionRequests requests = await inner.RenewAsync(lease, cancellationToken);
        ledger.Wrote(lease, "renewal");
        await process.PassAsync("has renewed");
        return requests;
    }

    public async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        await process.PassAsync("checkpoint");
        var transaction = new SimulatedTransaction();
        ProjectionCheckpointResult result = await inner.CheckpointAsync(checkpoint with { Work = transaction.Enlist(checkpoint.Work) }, cancellationToken);
        transaction.Commit();
        ledger.Wrote(checkpoint.Lease, "checkpoint");
        ledger.Moved(checkpoint.Lease.ProjectionName, checkpoint.Positions);
        await process.PassAsync("has checkpoint");
        return result;
    }

    public async Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        await process.PassAsync("release");
        await inner.ReleaseAsync(lease, cancellationToken);
        ledger.Released(lease);
        await process.PassAsync("has released");
    }

    public async Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken)
    {
        await process.PassAsync("reset");
        var transaction = new SimulatedTransaction();
        long revision = await inner.ResetAsync(lease, transaction.Enlist(work), cancellationToken);
        transaction.Commit();
        ledger.Wrote(lease, "reset");
        ledger.StartedOver(lease.ProjectionName);
        await process.PassAsync("has reset");
        return revision;
    }

    public async Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken)
    {
        await process.PassAsync("delete");
        var transaction = new SimulatedTransaction();
        await inner.DeleteAsync(lease, deletesEmittedEvents, transaction.Enlist(work), cancellationToken);
        transaction.Commit();
        ledger.Wrote(lease, "deletion");
        ledger.StartedOver(lease.ProjectionName);
        await process.PassAsync("has deleted");
    }

    public Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken) =>
        inner.RequestAsync(projectionName, request, onlyIfRunning, cancellationToken);

    public Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken) => inner.RequestResumptionAsync(projectionName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => inner.FetchNamesAsync(query, cancellationToken);

    public Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken) => inner.FindAsync(projectionName, cancellationToken);

    public async Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken)
    {
        await process.PassAsync("parked");
        IReadOnlyList<ParkedEvent> parked = await inner.FetchParkedAsync(projectionName, cancellationToken);
        await process.PassAsync("has parked");
        return parked;
    }

    public ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken) => inner.PollAsync(projectionNames, cancellationToken);

    public async Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken)
    {
        await process.PassAsync("execute");
        var transaction = new SimulatedTransaction();
        await inner.ExecuteAsync(transaction.Enlist(work)!, cancellationToken);
        transaction.Commit();
        await process.PassAsync("has executed");
    }

    public Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken) =>
        inner.ReplaceAsync(projectionName, replacement, work, cancellationToken);

    public Task ListenAsync(Action wake, CancellationToken cancellationToken) => inner.ListenAsync(wake, cancellationToken);

    public bool IsTransient(Exception exception) => inner.IsTransient(exception);
}
