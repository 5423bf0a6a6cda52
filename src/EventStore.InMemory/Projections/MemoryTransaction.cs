using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>What stands for a transaction: nothing else in memory takes part in it.</summary>
internal sealed class MemoryTransaction : ICheckpointTransaction
{
    public static readonly MemoryTransaction Instance = new();
}
