using System.Diagnostics;

namespace GitHistory.Tests;

/// <summary>A directory for a repository, removed in the end.</summary>
internal sealed class GitDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("githistory-").FullName;

    public static async Task<GitDirectory> InitAsync()
    {
        var directory = new GitDirectory();
        await directory.GitAsync("init", "--quiet", "--initial-branch=main");
        return directory;
    }

    /// <summary>A repository with the commits of a script, checked out.</summary>
    public static async Task<GitDirectory> FromAsync(FastImport script)
    {
        GitDirectory directory = await InitAsync();
        await directory.ImportAsync(script);
        return directory;
    }

    public static async Task<GitDirectory> CloneAsync(GitDirectory origin, params IEnumerable<string> options)
    {
        var directory = new GitDirectory();
        await directory.GitAsync(["clone", "--quiet", .. options, $"file://{origin.Path}", "."]);
        return directory;
    }

    /// <summary>Adds the commits of a script; a branch that exists is moved, whatever it holds.</summary>
    public async Task ImportAsync(FastImport script)
    {
        await RunAsync(script.ToArray(), "fast-import", "--quiet", "--force");
        await GitAsync("reset", "--quiet", "--hard", "main");
    }

    public Task<string> GitAsync(params IEnumerable<string> arguments) => RunAsync([], [.. arguments]);

    /// <summary>By a program that takes names as bytes: .NET does not find a file whose name is not UTF-8.</summary>
    public void Dispose()
    {
        using var remove = Process.Start("rm", ["-rf", "--", Path]);
        remove.WaitForExit();
    }

    private async Task<string> RunAsync(byte[] input, params string[] arguments)
    {
        using var git = new RunningProgram(new ProcessStartInfo("git", ["-C", Path, .. arguments]), input);
        return (await git.EndAsync()).Answer;
    }
}
