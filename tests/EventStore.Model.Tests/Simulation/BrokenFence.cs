using EventStore.Conformance;
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
internal sealed class BrokenFence(IProjectionStore inner, World world) : PassingProjections(inner)
{
    public override async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        ProjectionLease lease = checkpoint.Lease with { Token = world.Ledger.OwnerOf(checkpoint.Lease) };
        StoredProjection? stored = world.Breach == Breach.TokenAndRevision ? await Inner.FindAsync(lease.ProjectionName, cancellationToken) : null;
        return await Inner.CheckpointAsync(checkpoint with { Lease = lease, Revision = stored?.Revision ?? checkpoint.Revision }, cancellationToken);
    }
}
