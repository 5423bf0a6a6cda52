using System.ComponentModel;
using System.Diagnostics;

namespace GitHistory.Git;

/// <summary>A running git. Its output is bytes, read while it runs; leaving the scope ends it.</summary>
internal sealed class GitProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private GitProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public static GitProcess Start(string directory, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", directory, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return new GitProcess(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            throw new UserException("git is not installed, or not on the PATH");
        }
    }

    /// <summary>Runs git to its end.</summary>
    /// <returns>Its exit code and its output without the final line break.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string directory, CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        using GitProcess git = Start(directory, arguments);
        git.Input.Close();
        using var reader = new StreamReader(git.Output);
        string output = await reader.ReadToEndAsync(cancellationToken);
        await git._process.WaitForExitAsync(cancellationToken);
        return (git._process.ExitCode, output.TrimEnd('\n'));
    }

    /// <summary>Waits for the end, once the output is read: only then is it known to be complete.</summary>
    public async Task EnsureSuccessAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        if (_process.ExitCode != 0)
        {
            throw new UserException(Reason(await _errors, _process.ExitCode));
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>Git may say a lot: its first complaint is the reason, what follows is advice.</summary>
    private static string Reason(string errors, int exitCode)
    {
        string[] lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? reason = lines.FirstOrDefault(line => line.StartsWith("fatal: ", StringComparison.Ordinal)) ?? lines.FirstOrDefault();
        return reason is null ? $"git ended with exit code {exitCode}" : $"git: {reason.Replace("fatal: ", "", StringComparison.Ordinal)}";
    }
}
