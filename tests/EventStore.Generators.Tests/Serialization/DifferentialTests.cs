using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EventStore.Generators.Tests.Serialization;

/// <summary>The program that compares the generated JSON with that of System.Text.Json's generator, not compiled natively.</summary>
public sealed partial class DifferentialTests
{
    private const string Program = "EventStore.Json.Differential";

    [Fact]
    public async Task Every_shape_is_written_and_read_as_by_System_Text_Json_but_for_what_is_documented()
    {
        // This program stands in a directory named by the configuration, and the other in one beside it.
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "artifacts", "bin", Program, configuration, Program)) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output);
        System.Text.RegularExpressions.Match shapes = Shapes().Match(output), summary = Summary().Match(output);
        Assert.InRange(Number(shapes, "shapes"), 40, int.MaxValue);
        Assert.InRange(Number(shapes, "sets"), 6, int.MaxValue);
        Assert.InRange(Number(summary, "checks"), 10_000, int.MaxValue);
        Assert.Equal(Number(summary, "documented"), Number(summary, "differences"));
    }

    private static int Number(System.Text.RegularExpressions.Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<shapes>\d+) shapes, \d+ samples, (?<sets>\d+) sets of options$", RegexOptions.Multiline)]
    private static partial Regex Shapes();

    [GeneratedRegex(@"^(?<checks>\d+) checks, (?<differences>\d+) differences \((?<documented>\d+) documented\)$", RegexOptions.Multiline)]
    private static partial Regex Summary();
}
