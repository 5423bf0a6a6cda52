using EventStore.Conformance;
using EventStore.Providers;

namespace EventStore.ReliabilityTests;

/// <summary>Projections that say what they are about to do, and what they have done.</summary>
internal sealed class FaultProjections(IProjectionStore inner, Action<string> reached) : PassingProjections(inner)
{
    public override async Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken)
    {
        reached("before acquisition");
        StoredProjection? stored = await Inner.AcquireAsync(lease, sources, cancellationToken);
        reached("acquisition");
        return stored;
    }

    public override async ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        reached("before renewal");
        ProjectionRequests requests = await Inner.RenewAsync(lease, cancellationToken);
        reached("renewal");
        return requests;
    }

    public override async ValueTask<IReadOnlySet<string>> RenewIdleAsync(IReadOnlyList<ProjectionLease> leases, CancellationToken cancellationToken)
    {
        reached("before renewal");
        IReadOnlySet<string> renewed = await Inner.RenewIdleAsync(leases, cancellationToken);
        reached("renewal");
        return renewed;
    }

    public override async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        reached("before checkpoint");
        ProjectionCheckpointResult result = await Inner.CheckpointAsync(checkpoint, cancellationToken);
        reached("checkpoint");
        return result;
    }

    public override async Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        reached("before release");
        await Inner.ReleaseAsync(lease, cancellationToken);
        reached("release");
    }

    public override async Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken)
    {
        reached("before initialisation");
        await Inner.ExecuteAsync(work, cancellationToken);
        reached("initialisation");
    }
}
