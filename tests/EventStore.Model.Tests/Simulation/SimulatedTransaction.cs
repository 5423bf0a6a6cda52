using EventStore.Providers;

namespace EventStore.Model.Tests.Simulation;

/// <summary>What a read model writes within a call, until the call has succeeded.</summary>
internal sealed class SimulatedTransaction : ICheckpointTransaction
{
    private readonly List<Action> _writes = [];

    public CheckpointWork? Enlist(CheckpointWork? work) => work is null ? null : (_, cancellationToken) => work(this, cancellationToken);

    public void Write(Action write) => _writes.Add(write);

    public void Commit() => _writes.ForEach(write => write());
}
