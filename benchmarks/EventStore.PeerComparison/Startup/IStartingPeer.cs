using EventStore.LoadTest.Measuring;

namespace EventStore.PeerComparison.Startup;

/// <summary>A peer whose start is timed in a process of its own.</summary>
internal interface IStartingPeer
{
    /// <summary>Makes the tables that <see cref="Start"/> appends to.</summary>
    Task InstallAsync();

    /// <summary>Makes the store, on tables that are there; an operation appends one event.</summary>
    Contender Start();
}
