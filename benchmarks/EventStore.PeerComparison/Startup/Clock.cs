using System.Diagnostics;
using System.Globalization;

namespace EventStore.PeerComparison.Startup;

/// <summary>Times the start of a process: whoever starts it says when, by the machine's clock that never goes back.</summary>
internal static class Clock
{
    public const string Variable = "EVENTSTORE_STARTED_AT";

    public static string Now => Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes how many milliseconds ago this process was started.</summary>
    public static void Tell()
    {
        long now = Stopwatch.GetTimestamp();
        TimeSpan elapsed = long.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out long began)
            ? Stopwatch.GetElapsedTime(began, now)
            : DateTime.Now - Process.GetCurrentProcess().StartTime;
        Console.Out.WriteLine(elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture));
    }
}
