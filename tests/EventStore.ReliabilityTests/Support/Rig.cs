using System.Globalization;

namespace EventStore.ReliabilityTests;

/// <summary>How much of everything, and from which seeds.</summary>
internal static class Rig
{
    public const string SeedVariable = "EVENTSTORE_SEED";

    private const int FixedSeed = 20_260_101;

    /// <summary>One seed that every run has, and one that no other run has; or the one to replay.</summary>
    public static IReadOnlyList<int> Seeds { get; } = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } seed
        ? [int.Parse(seed, CultureInfo.InvariantCulture)]
        : [FixedSeed, Random.Shared.Next()];

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("EVENTSTORE_TEST_FULL") == "1";

    /// <summary>Each seed's share of a count: all of them together do the count in a full run, and a tenth of it in a short one.</summary>
    public static int Share(int count) => Math.Max(1, ((IsFull ? count : count / 10) + Seeds.Count - 1) / Seeds.Count);

    /// <summary>All of a count in a full run, a twentieth of it in a short one; whatever the seeds.</summary>
    public static int Count(int full) => IsFull ? full : Math.Max(2, full / 20);

    /// <summary>How long a part goes on for each seed: the time in a full run, and a tenth of it in a short one.</summary>
    public static TimeSpan Time(TimeSpan time) => IsFull ? time : time / 10;
}
