using System.Globalization;
using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Reporting;
using EventStore.LoadTest.Servers;
using EventStore.LoadTest.Workloads;

namespace EventStore.LoadTest;

/// <summary>Takes the figures of all workloads that were asked for.</summary>
internal sealed class RatioRun(Options options, Connection connection, bool isOwnServer)
{
    private readonly Random _random = new(options.Seed);

    /// <summary>The names of all workloads, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "append-1", "append-10", "append-100", "append-1000", "append-1-many",
        "rehydrate-10", "rehydrate-100", "rehydrate-1000", "update", "sequential-read", "merge-8", "catch-up-fold", "catch-up-read-model",
        .. LatencyWorkloads.Names,
    ];

    /// <returns>The report, and the results in it.</returns>
    public async Task<(string Markdown, IReadOnlyList<Result> Results)> RunAsync(CancellationToken cancellationToken)
    {
        if (!Names.Any(options.Includes))
        {
            throw new LoadTestException("No workload is called so. --list tells how they are called.");
        }

        Pace pace = options.Quick ? Pace.Quick : Pace.Whole;
        pace = options.Rounds is { } rounds ? pace with { Rounds = rounds, LeastRounds = rounds } : pace;
        var meter = new Meter(await ServerTime.FindAsync(connection));
        await using Stage stage = await Stage.OpenAsync(connection, new Script(options.Seed), pace);
        Comparison[] comparisons = [.. Comparisons(stage).Where(comparison => options.Includes(comparison.Workload))];
        string[] latencies = [.. LatencyWorkloads.Names.Where(options.Includes)];
        var progress = new Progress(comparisons.Length + latencies.Length + 1);
        IReadOnlyDictionary<int, int> pools = await new PoolSizes(meter, stage, _random).ChooseAsync(words => progress.Tell("pool sizes", words), cancellationToken);
        progress.Done("pool sizes", string.Join(", ", pools.Select(pool => $"{pool.Value} for {pool.Key}")));

        var runner = new Runner(meter, pace, _random);
        var results = new List<Result>();
        foreach (Comparison comparison in comparisons)
        {
            string name = $"{comparison.Workload}, {comparison.Callers}";
            await stage.SettleAsync();
            Result result = await runner.RunAsync(
                comparison, connection with { PoolSize = pools[comparison.Callers] }, words => progress.Tell(name, words), cancellationToken);
            results.Add(result);
            progress.Done(name, string.Create(CultureInfo.InvariantCulture, $"{result.Ratio?.Median:0.00} of {result.LimitPerSecond:N0} events/s"));
        }

        var latency = new LatencyWorkloads(stage, _random);
        foreach (string workload in latencies)
        {
            Result result = await latency.RunAsync(workload, words => progress.Tell(workload, words), cancellationToken);
            results.Add(result);
            progress.Done(workload, string.Create(CultureInfo.InvariantCulture, $"p50 {result.Half?.TotalMilliseconds:0.0} ms, p99 {result.NinetyNine?.TotalMilliseconds:0.0} ms"));
        }

        string machine = await Machine.DescribeAsync(connection, isOwnServer, options.Seed, pools);
        return (Report.Write(results, machine, pace), results);
    }

    private static IEnumerable<Comparison> Comparisons(Stage stage) =>
    [
        .. new AppendWorkloads(stage).All(),
        .. new AggregateWorkloads(stage).All(),
        .. new ReadWorkloads(stage).All(),
        .. new ProjectionWorkloads(stage).All(),
    ];
}
