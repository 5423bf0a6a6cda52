using System.Collections.Concurrent;
using System.Globalization;
using EventStore.Conformance;

namespace EventStore.Model.Tests.Simulation;

/// <summary>Projections through crashes, freezes and lost leases, on one thread and a clock that only the seed moves.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>Replays one seed: the one that a failure prints.</summary>
    private const string SeedVariable = "EVENTSTORE_TEST_SIMULATION_SEED";

    private const int FixedSeed = 1;

    [Fact, Proves("P-32", "P-39")]
    public async Task Whatever_happens_between_two_steps_each_event_counts_once()
    {
        bool isReplay = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), NumberStyles.None, CultureInfo.InvariantCulture, out int seed);
        int random = System.Random.Shared.Next(1 << 30);
        int half = TestSize.Of(10_000, 33) / 2;
        IEnumerable<int> seeds = isReplay ? [seed] : Enumerable.Range(FixedSeed, half).Concat(Enumerable.Range(random, half));
        var results = new ConcurrentBag<SimulationResult>();

        // Each seed keeps to one thread.
        await Parallel.ForEachAsync(seeds, async (one, _) =>
        {
            SimulationResult result = await RunAsync(one);
            Assert.True(result.IsRight, $"{SeedVariable}={one}\n{result}");
            results.Add(result with { History = [] });
        });
        (int runs, int checkpoints, int takeOvers) = (results.Count, results.Sum(result => result.Ledger.Checkpoints), results.Sum(result => result.Ledger.TakeOvers));
        Report($"{runs} seeds, from {FixedSeed} and from {random} on: {checkpoints} checkpoints, {takeOvers} leases taken over");
        Assert.True(isReplay || takeOvers > runs / 10, "Leases are hardly ever taken over.");
    }

    [Theory]
    [InlineData(Breach.Token)]
    [InlineData(Breach.TokenAndRevision)]
    internal async Task A_broken_fence_is_found(Breach breach)
    {
        int found = -1;
        for (int seed = FixedSeed; found < 0 && seed < FixedSeed + 1_000; seed++)
        {
            SimulationResult result = await RunAsync(seed, breach);

            // With the revision alone to fence, what is stored stays right: it is the ledger that knows.
            if (breach == Breach.Token ? result.Ledger.Violations.Count > 0 : result.Violations.Count > 0)
            {
                found = seed;
                output.WriteLine(result.ToString());
            }
        }

        Assert.True(found >= 0, "1,000 seeds have found nothing.");
        Report($"{breach}: found by seed {found}");
    }

    [Fact]
    public async Task A_seed_replays()
    {
        for (int seed = FixedSeed; seed <= 20; seed++)
        {
            SimulationResult first = await RunAsync(seed);
            SimulationResult again = await RunAsync(seed);
            Assert.Equal(first.History, again.History);
            Assert.Equal(first.Hash, again.Hash);
        }
    }

    /// <summary>On a thread without a context: what a gate lets go on, goes on before the gate returns.</summary>
    private static Task<SimulationResult> RunAsync(int seed, Breach breach = Breach.None) => Task.Run(() => Simulation.RunAsync(seed, breach));

    /// <summary>Past the test framework, which keeps what passing tests say to itself.</summary>
    private static void Report(FormattableString line) => Console.Out.WriteLine($"   simulation: {line.ToString(CultureInfo.InvariantCulture)}");
}
