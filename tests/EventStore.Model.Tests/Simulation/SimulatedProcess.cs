namespace EventStore.Model.Tests.Simulation;

/// <summary>
/// A process of the simulation. Whatever it does with the store waits at a gate, before and behind each call, until
/// the scheduler lets it go on. One that has crashed is never let go on; one that is frozen only later.
/// </summary>
internal sealed class SimulatedProcess(World world, string name)
{
    public string Name => name;

    public bool IsDead { get; set; }

    /// <summary>The step from which on it may go on: it is frozen, or in no hurry.</summary>
    public int FrozenUntil { get; set; }

    public Task PassAsync(string gate) => IsDead ? new TaskCompletionSource().Task : world.WaitAsync(this, gate);
}
