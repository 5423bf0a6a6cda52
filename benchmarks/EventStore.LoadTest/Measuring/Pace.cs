namespace EventStore.LoadTest.Measuring;

/// <summary>How long everything takes. Immutable.</summary>
internal sealed record Pace
{
    /// <summary>Everything once: it shows that it runs, and its figures mean nothing.</summary>
    public static Pace Quick { get; } = new()
    {
        IsQuick = true,
        Rounds = 1,
        Round = TimeSpan.FromMilliseconds(80),
        WarmUp = TimeSpan.FromMilliseconds(40),
        Events = 5_000,
        Latencies = 5,
        PoolRounds = 1,
    };

    public static Pace Whole { get; } = new();

    public bool IsQuick { get; init; }

    public int Rounds { get; init; } = 9;

    /// <summary>How many rounds a workload has at least.</summary>
    public int LeastRounds { get; init; } = 3;

    /// <summary>After this time a workload begins no further round, so that a slow machine comes to its end too.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>The same for the whole run.</summary>
    public TimeSpan LongestRun { get; init; } = TimeSpan.FromMinutes(9);

    /// <summary>How long one side works in one round.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long each side works before the first round.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromMilliseconds(700);

    /// <summary>How many events the streams have that are read as a whole.</summary>
    public int Events { get; init; } = 100_000;

    /// <summary>How many times the way of an event to a projection is timed.</summary>
    public int Latencies { get; init; } = 200;

    /// <summary>How many rounds choose the size of the pool.</summary>
    public int PoolRounds { get; init; } = 3;
}
