using EventStore.Providers;

namespace EventStore.Conformance.Projections;

/// <summary>Projections of a provider whose checkpoints wait for what a test lets them wait for.</summary>
public sealed class HeldProjections(IProjectionStore inner, Func<int, Task> waits) : PassingProjections(inner)
{
    private int _begun;
    private int _underWay;

    /// <summary>How many checkpoints have begun.</summary>
    public int Begun => _begun;

    public override async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        Assert.Equal(1, Interlocked.Increment(ref _underWay));
        await waits(Interlocked.Increment(ref _begun));
        ProjectionCheckpointResult result = await Inner.CheckpointAsync(checkpoint, cancellationToken);
        Interlocked.Decrement(ref _underWay);
        return result;
    }
}
