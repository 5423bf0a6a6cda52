using EventStore.Providers;

namespace EventStore.Conformance.Projections;

/// <summary>Projections of a provider whose calls a test holds back, or lets fail before or after they are done.</summary>
public sealed class SteeredProjections(IProjectionStore inner) : PassingProjections(inner)
{
    /// <summary>The lease that was asked for last.</summary>
    public ProjectionLease? Lease { get; private set; }

    public Func<Task> BeforeAcquire { get; set; } = () => Task.CompletedTask;

    public Func<Task> AfterAcquire { get; set; } = () => Task.CompletedTask;

    public Func<Task> AfterRelease { get; set; } = () => Task.CompletedTask;

    public Func<Task> BeforeReset { get; set; } = () => Task.CompletedTask;

    public Func<Task> BeforeDelete { get; set; } = () => Task.CompletedTask;

    public Func<Task> AfterDelete { get; set; } = () => Task.CompletedTask;

    public override async Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken)
    {
        Lease = lease;
        await BeforeAcquire();
        StoredProjection? stored = await Inner.AcquireAsync(lease, sources, cancellationToken);
        await AfterAcquire();
        return stored;
    }

    public override async Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        await Inner.ReleaseAsync(lease, cancellationToken);
        await AfterRelease();
    }

    public override async Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken)
    {
        await BeforeReset();
        return await Inner.ResetAsync(lease, work, cancellationToken);
    }

    public override async Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken)
    {
        await BeforeDelete();
        await Inner.DeleteAsync(lease, deletesEmittedEvents, work, cancellationToken);
        await AfterDelete();
    }

    public override bool IsTransient(Exception exception) => exception is StoreUnavailableException || Inner.IsTransient(exception);
}
