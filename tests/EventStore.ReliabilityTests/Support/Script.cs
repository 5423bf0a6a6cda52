using System.Diagnostics;

namespace EventStore.ReliabilityTests;

/// <summary>The scripts in <c>eng</c> that start servers.</summary>
internal static class Script
{
    public const string PostgresVariable = "EVENTSTORE_TEST_POSTGRES";

    /// <summary>Runs a script with a command and variables, and gives what it says.</summary>
    public static async Task<string> RunAsync(string script, string command, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Root(), "eng", script), command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"eng/{script} {command} failed: {await errors}");
    }

    /// <summary>The value of a variable that a script's output sets.</summary>
    public static string Variable(string output, string name)
    {
        string marker = $"export {name}='";
        return output.Split('\n').Single(line => line.StartsWith(marker, StringComparison.Ordinal))[marker.Length..].TrimEnd('\'');
    }

    private static string Root()
    {
        string directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "EventStore.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return directory;
    }
}
