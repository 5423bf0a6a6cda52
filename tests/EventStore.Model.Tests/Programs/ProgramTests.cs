using System.Collections.Concurrent;
using CsCheck;
using EventStore.Conformance;

namespace EventStore.Model.Tests.Programs;

/// <summary>Random programs give the same results, exceptions and histories in memory, on PostgreSQL and in a plain list.</summary>
public sealed class ProgramTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>Replays one program: the seed that a failure prints.</summary>
    private const string SeedVariable = "EVENTSTORE_TEST_SEED";

    private static readonly HashSet<string> Expected =
    [
        "AppendUnits stored", "AppendUnits known", "AppendUnits ConcurrencyException", "AppendUnits StreamNotFoundException", "AppendUnits ArgumentException",
        "AppendUnits EventRejectedException", "AppendUnits MiddlewareException", "AppendUnits NotSupportedException:",
        "FindUser user", "FindUser AggregateHistoryException", "UpdateUserWith user", "UpdateUserWith AggregateNotFoundException",
        "SaveUser user", "SaveUser ConcurrencyException", "RunQuery handled", "RunQuery NotSupportedException:",
        "Load events", "Load ArgumentOutOfRangeException", "Merge events", "Merge ArgumentException", "DeleteStream deleted", "CreateStream StreamAlreadyExistsException",
    ];

    private readonly ConcurrentBag<ProgramRunner> _runners = [];

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        foreach (ProgramRunner runner in _runners)
        {
            await runner.DisposeAsync();
        }
    }

    [Fact, Proves("F-19")]
    public async Task Random_programs_give_the_same_everywhere()
    {
        string? seed = Environment.GetEnvironmentVariable(SeedVariable);
        int programs = seed is null ? TestSize.Of(10_000) : 1;
        int operations = 0;
        await Generator.Program.SampleAsync(
            async program =>
            {
                Interlocked.Add(ref operations, program.Count);
                return await WithRunnerAsync(runner => runner.FindDifferenceAsync(program)) is null;
            },
            writeLine: line => output.WriteLine($"{line} (replay a program with {SeedVariable}=seed)"),
            seed: seed,
            iter: programs,
            threads: Math.Min(4, Environment.ProcessorCount),
            print: program => Task.Run(() => WithRunnerAsync(runner => runner.ShrinkAsync(program))).GetAwaiter().GetResult());
        output.WriteLine($"{programs} programs, {operations} operations.");
        Dictionary<string, int> seen = _runners.SelectMany(runner => runner.Seen).GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Value));
        output.WriteLine(string.Join("\n", seen.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {entry.Value}")));
        if (seed is null)
        {
            // Programs that never get so far prove nothing.
            Assert.Empty(Expected.Except(seen.Keys));
        }
    }

    private async Task<T> WithRunnerAsync<T>(Func<ProgramRunner, Task<T>> run)
    {
        if (!_runners.TryTake(out ProgramRunner? runner))
        {
            runner = await ProgramRunner.CreateAsync();
        }

        try
        {
            return await run(runner);
        }
        finally
        {
            _runners.Add(runner);
        }
    }
}
