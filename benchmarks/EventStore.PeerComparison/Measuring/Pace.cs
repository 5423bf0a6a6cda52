namespace EventStore.PeerComparison.Measuring;

/// <summary>How long everything takes. Immutable.</summary>
internal sealed record Pace
{
    /// <summary>Everything once: it shows that it runs, and its figures mean nothing.</summary>
    public static Pace Quick { get; } = new()
    {
        IsQuick = true,
        Rounds = 1,
        WholeRounds = 1,
        Round = TimeSpan.FromMilliseconds(150),
        WarmUp = TimeSpan.FromMilliseconds(100),
        Events = 2_000,
        UpdatedAccounts = 80,
        Latencies = 2,
        Starts = 1,
    };

    public static Pace Whole { get; } = new();

    public bool IsQuick { get; init; }

    public int Rounds { get; init; } = 7;

    /// <summary>How many rounds a workload has whose operation is all that there is to do.</summary>
    public int WholeRounds { get; init; } = 4;

    /// <summary>How long one peer works in one round.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>How long each peer works before the first round.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromMilliseconds(1_200);

    /// <summary>How many events projections are rebuilt from.</summary>
    public int Events { get; init; } = 100_000;

    /// <summary>How many accounts are changed, for each caller.</summary>
    public int UpdatedAccounts { get; init; } = 1_500;

    /// <summary>How many times the way of an event to a projection is timed in one round.</summary>
    public int Latencies { get; init; } = 15;

    /// <summary>How many times a program is started.</summary>
    public int Starts { get; init; } = 7;
}
