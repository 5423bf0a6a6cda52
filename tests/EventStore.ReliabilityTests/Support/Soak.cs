using System.Diagnostics;

namespace EventStore.ReliabilityTests;

/// <summary>Runs this program again and again.</summary>
internal static class Soak
{
    public static async Task<int> RunAsync(TimeSpan duration, string[] args)
    {
        long began = Stopwatch.GetTimestamp();
        for (int round = 1; Stopwatch.GetElapsedTime(began) < duration; round++)
        {
            Report.Line($"soak: round {round}, after {Stopwatch.GetElapsedTime(began):hh\\:mm\\:ss} of {duration:hh\\:mm\\:ss}");
            using Process process = Process.Start(Environment.ProcessPath!, args);
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                return process.ExitCode;
            }
        }

        return 0;
    }
}
