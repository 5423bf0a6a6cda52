using System.Globalization;
using EventStore.LoadTest;
using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Reporting;
using EventStore.LoadTest.Servers;
using EventStore.PeerComparison.Martens;
using EventStore.PeerComparison.Measuring;
using EventStore.PeerComparison.Ours;
using EventStore.PeerComparison.Reflection;
using EventStore.PeerComparison.Reporting;
using EventStore.PeerComparison.Startup;

namespace EventStore.PeerComparison;

/// <summary>Takes the figures of all workloads and peers that were asked for.</summary>
internal sealed class ComparisonRun(Options options, Connection connection, bool isOwnServer)
{
    private readonly Random _random = new(options.Seed);

    /// <summary>The names of all workloads, and of all peers.</summary>
    public static IEnumerable<string> Names =>
    [
        .. Workload.All(Pace.Whole).Select(workload => workload.Name).Distinct(), LatencyRun.Name, StartupRun.Name, "",
        .. Peers(new Setting(new Connection(""), new Script(0), Pace.Whole)).Select(peer => peer.Name),
    ];

    public async Task<Comparison> RunAsync(CancellationToken cancellationToken)
    {
        Pace pace = options.Quick ? Pace.Quick : Pace.Whole;
        pace = options.Rounds is { } rounds ? pace with { Rounds = rounds, WholeRounds = rounds } : pace;
        var setting = new Setting(connection, new Script(options.Seed), pace);
        IPeer[] peers = [.. Peers(setting).Where((peer, i) => i == 0 || options.Peers.Count == 0 || options.Peers.Contains(peer.Name))];
        Workload[] workloads = [.. Workload.All(pace).Where(workload => options.Includes(workload.Name))];
        bool looksAtLatency = options.Includes(LatencyRun.Name);
        bool starts = options.Includes(StartupRun.Name);
        int total = workloads.Length + (looksAtLatency ? 1 : 0) + (starts ? 1 : 0);
        if (total == 0)
        {
            throw new LoadTestException("No workload is called so. --list tells how they are called.");
        }

        var progress = new Progress(total);
        var runner = new Runner(new Meter(await ServerTime.FindAsync(connection)), pace, _random);
        var outcomes = new List<Outcome>();
        foreach (Workload workload in workloads)
        {
            string name = $"{workload.Name}, {workload.Callers}";
            IReadOnlyList<Outcome> found = await runner.RunAsync(workload, peers, setting.SettleAsync, words => progress.Tell(name, words), cancellationToken);
            outcomes.AddRange(found);
            progress.Done(name, Describe(found, outcome => string.Create(CultureInfo.InvariantCulture, $"{outcome.PerSecond?.Median:N0}/s")));
        }

        if (looksAtLatency)
        {
            IReadOnlyList<Outcome> found = await new LatencyRun(pace, _random).RunAsync(peers, words => progress.Tell(LatencyRun.Name, words), cancellationToken);
            outcomes.AddRange(found);
            progress.Done(LatencyRun.Name, Describe(found, outcome => string.Create(CultureInfo.InvariantCulture, $"{outcome.Half:0.0} ms")));
        }

        IReadOnlyList<StartOutcome> started = [];
        if (starts)
        {
            started = await new StartupRun(setting, _random).RunAsync(words => progress.Tell(StartupRun.Name, words), cancellationToken);
            progress.Done(StartupRun.Name, string.Join(", ", started.Select(start => string.Create(CultureInfo.InvariantCulture, $"{start.Program} {start.Milliseconds.Median:0} ms"))));
        }

        return new Comparison(pace.IsQuick, await Conditions.DescribeAsync(connection, isOwnServer, options.Seed, peers), outcomes, started);
    }

    private static string Describe(IEnumerable<Outcome> outcomes, Func<Outcome, string> figure) =>
        string.Join(", ", outcomes.Select(outcome => $"{outcome.Peer} {figure(outcome)}"));

    /// <summary>The library first: it is what the others are compared to.</summary>
    private static IEnumerable<IPeer> Peers(Setting setting) =>
    [
        new OurPeer(setting),
        new MartenPeer(setting, new MartenConfiguration(setting.Connection.Pooled, fastest: false)),
        new MartenPeer(setting, new MartenConfiguration(setting.Connection.Pooled, fastest: true)),
        new ReflectionPeer(setting),
    ];
}
