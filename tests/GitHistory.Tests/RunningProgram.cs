using System.Diagnostics;

namespace GitHistory.Tests;

/// <summary>A program that runs, its output being read.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<byte[]> _output;
    private readonly Task<string> _errors;

    public RunningProgram(ProcessStartInfo start, byte[]? input = null)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;

        // What the machine's and the user's configuration say must not decide a test.
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        _process = Process.Start(start)!;
        _output = ReadAsync(_process.StandardOutput.BaseStream);
        _errors = _process.StandardError.ReadToEndAsync();
        using Stream stdin = _process.StandardInput.BaseStream;
        stdin.Write(input ?? []);
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Kills it as kill -9 does, unless it ends by itself before.</summary>
    public bool KillAfter(TimeSpan time)
    {
        if (_process.WaitForExit(time))
        {
            return false;
        }

        _process.Kill();
        return true;
    }

    public async Task<ProgramResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return new ProgramResult(_process.ExitCode, Bytes.ToString(await _output), await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}
