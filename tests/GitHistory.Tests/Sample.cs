using System.Diagnostics;

namespace GitHistory.Tests;

/// <summary>
/// The sample as a program: the one that was built beside the tests, or the published one that
/// EVENTSTORE_GITHISTORY names.
/// </summary>
internal static class Sample
{
    public static async Task<ProgramResult> RunAsync(params IEnumerable<string> arguments)
    {
        using RunningProgram program = Start(arguments);
        return await program.EndAsync();
    }

    public static RunningProgram Start(params IEnumerable<string> arguments) => new(StartInfo(arguments));

    public static ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        if (Environment.GetEnvironmentVariable("EVENTSTORE_GITHISTORY") is { Length: > 0 } published)
        {
            return new ProcessStartInfo(published, arguments);
        }

        // artifacts/bin/GitHistory.Tests/release/ and artifacts/bin/GitHistory/release/
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string built = Path.Combine(own.Parent!.Parent!.FullName, "GitHistory", own.Name, "GitHistory.dll");
        Assert.True(File.Exists(built), $"{built} is missing: build samples/GitHistory with the same configuration, or let EVENTSTORE_GITHISTORY name a program");
        return new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : Dotnet(), ["exec", built, .. arguments]);
    }

    /// <summary>The whole path: a test takes the PATH away.</summary>
    private static string Dotnet() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Prepend(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "")
            .Select(directory => Path.Combine(directory, "dotnet"))
            .First(File.Exists);
}
