using EventStore.LoadTest.Measuring;

namespace EventStore.PeerComparison.Measuring;

/// <summary>
/// How long an event takes from its append to a projection in the same process, in a store that does nothing else. One
/// peer's projection runs at a time.
/// </summary>
internal sealed class LatencyRun(Pace pace, Random random)
{
    public const string Name = "latency";

    private const int Rounds = 4;

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(50);

    public async Task<IReadOnlyList<Outcome>> RunAsync(IReadOnlyList<IPeer> peers, Action<string> tell, CancellationToken cancellationToken)
    {
        var times = peers.ToDictionary(peer => peer, _ => new List<double>());
        int rounds = pace.IsQuick ? 1 : Rounds;
        IPeer[] order = [.. peers];
        for (int round = 1; round <= rounds; round++)
        {
            random.Shuffle(order);
            foreach (IPeer peer in order)
            {
                tell($"round {round} of {rounds}, {peer.Name}");
                times[peer].AddRange(await TimeAsync(peer, cancellationToken));
            }
        }

        return
        [
            .. from peer in peers
               let sorted = times[peer].Order().ToArray()
               select new Outcome
               {
                   Workload = Name,
                   Peer = peer.Name,
                   Rounds = sorted.Length,
                   Half = Spread.Quantile(sorted, 0.5),
                   NinetyNine = Spread.Quantile(sorted, 0.99),
               },
        ];
    }

    private async Task<List<double>> TimeAsync(IPeer peer, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        await using ILatencyProbe probe = await peer.FollowAsync();
        int warmUp = pace.IsQuick ? 1 : 3;
        for (int i = -warmUp; i < pace.Latencies; i++)
        {
            // So long that the projection is idle.
            await Task.Delay(Idle + (probe.Pause * random.NextDouble()), cancellationToken);
            TimeSpan time = await probe.TimeAsync(cancellationToken);
            if (i >= 0)
            {
                times.Add(time.TotalMilliseconds);
            }
        }

        return times;
    }
}
