using System.Diagnostics;
using System.Globalization;

namespace EventStore.ReliabilityTests;

/// <summary>
/// Figures for whoever reads the run: they are its result as much as the green is. Written past the test framework,
/// which keeps what passing tests say to itself.
/// </summary>
internal static class Report
{
    public static void Line(FormattableString line) => Console.Out.WriteLine($"   {line.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Says what begins, with the seed that replays it, and at the end how long it took.</summary>
    public static IDisposable Part(string name, int seed)
    {
        Line($"{name}: {Rig.SeedVariable}={seed}");
        return new Timing(name);
    }

    private sealed class Timing(string name) : IDisposable
    {
        private readonly long _began = Stopwatch.GetTimestamp();

        public void Dispose() => Line($"{name}: took {Stopwatch.GetElapsedTime(_began).TotalSeconds:F1} s");
    }
}
