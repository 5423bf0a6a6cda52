using System.Diagnostics;
using System.Globalization;

namespace EventStore.ReliabilityTests;

/// <summary>
/// This program once more, running one projection after the other as it is told, line by line, and saying how each run
/// has ended. It can be frozen.
/// </summary>
internal sealed class FrozenProcess : IAsyncDisposable
{
    /// <summary>The first argument of a process that is to be frozen.</summary>
    public const string Argument = "--freeze";

    public const string Stream = "steps";

    private const string Begun = "begun";

    public static readonly ProjectionOptions Options = new() { BlockSize = 10, Lease = TimeSpan.FromMilliseconds(300), RenewalThreshold = TimeSpan.FromMilliseconds(50) };

    private readonly Process _process;

    public FrozenProcess(string connectionString, string schema) =>
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Argument, connectionString, schema]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Lets it begin with a projection, and waits until it handles the first event.</summary>
    public async Task BeginAsync(ProjectionKind kind, string name)
    {
        await _process.StandardInput.WriteLineAsync(FormattableString.Invariant($"{kind} {name}"));
        Assert.Equal(Begun, await _process.StandardOutput.ReadLineAsync());
    }

    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>What the run has ended with.</summary>
    public async Task<string?> EndAsync() => await _process.StandardOutput.ReadLineAsync();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>What the process does.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        await using IEventStore store = RigStore.Open(arguments[0], arguments[1]);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            string[] words = line.Split(' ');
            var projection = new RigProjection(Enum.Parse<ProjectionKind>(words[0]), words[1], arguments[1])
            {
                Waits = step =>
                {
                    if (step == 1)
                    {
                        Console.Out.WriteLine(Begun);
                    }

                    return Task.Delay(step % 3 == 0 ? 1 : 0);
                },
            };
            try
            {
                await projection.RunAsync(store, Stream, Options);
                Console.Out.WriteLine("done");
            }
            catch (Exception exception)
            {
                Console.Out.WriteLine(exception is ProjectionLeaseLostException ? nameof(ProjectionLeaseLostException) : $"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" "));
            }
        }

        return 0;
    }

    private async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
