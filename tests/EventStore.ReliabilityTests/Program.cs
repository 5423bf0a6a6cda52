using System.Globalization;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Parallelization(Mode = ParallelMode.None)]

namespace EventStore.ReliabilityTests;

internal static class Program
{
    /// <summary>
    /// Runs the tests; <c>--soak MINUTES</c> as the first argument runs them again and again, each time with another
    /// seed, until the time is up or one fails;
    /// <c>--measure-projections [EVENTS]</c> measures and tests nothing. The rest is what every test program takes.
    /// </summary>
    public static Task<int> Main(string[] args) => args switch
    {
        [ClientProcess.Argument, .. string[] rest] => ClientProcess.RunAsync(rest),
        [CrashCell.Argument, .. string[] rest] => CrashCell.RunAsync(rest),
        [FrozenProcess.Argument, .. string[] rest] => FrozenProcess.RunAsync(rest),
        [Figures.Argument, .. string[] rest] => Figures.RunAsync(rest),
        ["--soak", string minutes, .. string[] rest] => Soak.RunAsync(TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)), rest),
        _ => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    };
}
