using EventStore.Conformance;
using EventStore.Providers;

namespace EventStore.Model.Tests.Simulation;

/// <summary>
/// The projections as one process sees them. A read model that takes part in transactions gets one: its rows are there
/// when the call has succeeded, and never otherwise. What succeeds stands in the ledger.
/// </summary>
internal sealed class GatedProjections(IProjectionStore inner, SimulatedProcess process, Ledger ledger) : PassingProjections(inner)
{
    public override async Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken)
    {
        await process.PassAsync("acquire");
        StoredProjection? stored = await Inner.AcquireAsync(lease, sources, cancellationToken);
        ledger.Acquired(lease);
        await process.PassAsync("has acquired");
        return stored;
    }

    public override async ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        await process.PassAsync("renew");
        ProjectionRequests requests = await Inner.RenewAsync(lease, cancellationToken);
        ledger.Wrote(lease, "renewal");
        await process.PassAsync("has renewed");
        return requests;
    }

    public override async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        await process.PassAsync("checkpoint");
        var transaction = new SimulatedTransaction();
        ProjectionCheckpointResult result = await Inner.CheckpointAsync(checkpoint with { Work = transaction.Enlist(checkpoint.Work) }, cancellationToken);
        transaction.Commit();
        ledger.Wrote(checkpoint.Lease, "checkpoint");
        ledger.Moved(checkpoint.Lease.ProjectionName, checkpoint.Positions);
        await process.PassAsync("has checkpoint");
        return result;
    }

    public override async Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        await process.PassAsync("release");
        await Inner.ReleaseAsync(lease, cancellationToken);
        ledger.Released(lease);
        await process.PassAsync("has released");
    }

    public override async Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken)
    {
        await process.PassAsync("reset");
        var transaction = new SimulatedTransaction();
        long revision = await Inner.ResetAsync(lease, transaction.Enlist(work), cancellationToken);
        transaction.Commit();
        ledger.Wrote(lease, "reset");
        ledger.StartedOver(lease.ProjectionName);
        await process.PassAsync("has reset");
        return revision;
    }

    public override async Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken)
    {
        await process.PassAsync("delete");
        var transaction = new SimulatedTransaction();
        await Inner.DeleteAsync(lease, deletesEmittedEvents, transaction.Enlist(work), cancellationToken);
        transaction.Commit();
        ledger.Wrote(lease, "deletion");
        ledger.StartedOver(lease.ProjectionName);
        await process.PassAsync("has deleted");
    }

    public override async Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken)
    {
        await process.PassAsync("parked");
        IReadOnlyList<ParkedEvent> parked = await Inner.FetchParkedAsync(projectionName, cancellationToken);
        await process.PassAsync("has parked");
        return parked;
    }

    public override async Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken)
    {
        await process.PassAsync("execute");
        var transaction = new SimulatedTransaction();
        await Inner.ExecuteAsync(transaction.Enlist(work)!, cancellationToken);
        transaction.Commit();
        await process.PassAsync("has executed");
    }
}
