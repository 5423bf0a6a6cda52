namespace EventStore.ReliabilityTests;

/// <summary>What the writers do while others follow.</summary>
internal sealed record Workload(string Name)
{
    public int Writers { get; init; } = 8;

    /// <summary>How long a transaction stays open behind its append, at most.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMilliseconds(30);

    /// <summary>Whether one transaction in forty is held open for a second.</summary>
    public bool Holds { get; init; }

    /// <summary>Whether transactions that append nothing are open for seconds, in this database and in another one.</summary>
    public bool Foreign { get; init; }

    /// <summary>
    /// Whether a reader that trusts xmin surely loses events here: where an old transaction is nearly always open,
    /// xmin is held back so far that it seldom does.
    /// </summary>
    public bool DefeatsXmin { get; init; } = true;

    public static IReadOnlyDictionary<string, Workload> All { get; } = new Workload[]
    {
        new("8 writers, 0 to 30 ms"),
        new("8 writers, 0 to 30 ms, one in forty held for a second") { Holds = true },
        new("16 writers, 0 to 200 ms, held and foreign transactions") { Writers = 16, LongestDelay = TimeSpan.FromMilliseconds(200), Holds = true, Foreign = true, DefeatsXmin = false },
    }.ToDictionary(workload => workload.Name);
}
