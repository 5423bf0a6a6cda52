using EventStore.Providers;

namespace EventStore.Conformance.Projections;

/// <summary>Counts the calls that reach the projections of a provider, and passes them on.</summary>
public sealed class CountingProjections(IProjectionStore inner) : PassingProjections(inner)
{
    private int _renewals;
    private int _polls;
    private int _checkpoints;

    public int Renewals => _renewals;

    public int Polls => _polls;

    public int Checkpoints => _checkpoints;

    public override ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken) => Counted(ref _renewals).RenewAsync(lease, cancellationToken);

    public override ValueTask<IReadOnlySet<string>> RenewIdleAsync(IReadOnlyList<ProjectionLease> leases, CancellationToken cancellationToken) => Counted(ref _renewals).RenewIdleAsync(leases, cancellationToken);

    public override ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken) => Counted(ref _checkpoints).CheckpointAsync(checkpoint, cancellationToken);

    public override ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken) => Counted(ref _polls).PollAsync(projectionNames, cancellationToken);

    private IProjectionStore Counted(ref int calls)
    {
        Interlocked.Increment(ref calls);
        return Inner;
    }
}
