using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EventStore.Packages.Tests;

/// <summary>Runs a program to its end, and takes nothing but success without a warning.</summary>
internal static partial class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static async Task<string> RunAsync(string directory, IReadOnlyDictionary<string, string> environment, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        string all = await output + await errors;
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{all}");
        Assert.DoesNotMatch(Warning(), all);
        return await output;
    }

    [GeneratedRegex("\\bwarning\\b[^(]", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
