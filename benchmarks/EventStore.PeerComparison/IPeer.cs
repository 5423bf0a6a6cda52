using EventStore.LoadTest.Measuring;

namespace EventStore.PeerComparison;

/// <summary>A store that is compared. What it makes works on events of its own; several of them are alive at the same time.</summary>
internal interface IPeer
{
    /// <summary>Its name, as the tables have it.</summary>
    string Name { get; }

    /// <summary>What it is, with its version and what was set.</summary>
    string Description { get; }

    /// <summary>Appends so many events of an account at once; each caller has accounts of its own.</summary>
    Task<Contender> AppendAsync(int size, int callers);

    /// <summary>Loads accounts of a hundred events.</summary>
    Task<Contender> LoadAsync();

    /// <summary>Loads an account of about ten events, records one and saves it; each caller has accounts of its own.</summary>
    Task<Contender> UpdateAsync(int callers);

    /// <summary>Builds the turnover of all accounts anew, from the first event on.</summary>
    Task<Contender> RebuildFoldAsync();

    /// <summary>Builds a row, or document, of each account anew, from the first event on.</summary>
    Task<Contender> RebuildRowsAsync();

    /// <summary>Starts a projection that follows what is appended.</summary>
    Task<ILatencyProbe> FollowAsync();
}
