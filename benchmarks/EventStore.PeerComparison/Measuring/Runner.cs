using EventStore.LoadTest.Measuring;

namespace EventStore.PeerComparison.Measuring;

/// <summary>Runs a workload: all peers in each round, in an order of chance. The first peer is the one that the others are compared to.</summary>
internal sealed class Runner(Meter meter, Pace pace, Random random)
{
    /// <param name="workload">What is measured.</param>
    /// <param name="peers">Who does it.</param>
    /// <param name="settle">Ends what the making of it has left to do on the server.</param>
    /// <param name="tell">Gets a few words on what goes on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Outcome>> RunAsync(Workload workload, IReadOnlyList<IPeer> peers, Func<Task> settle, Action<string> tell, CancellationToken cancellationToken)
    {
        var contenders = new List<Contender>();
        try
        {
            foreach (IPeer peer in peers)
            {
                tell($"set up {peer.Name}");
                contenders.Add(await workload.Make(peer));
            }

            await settle();
            foreach (Contender contender in contenders)
            {
                tell("warm up");
                await meter.RunAsync(contender, workload.Callers, workload.IsWhole ? TimeSpan.Zero : pace.WarmUp, cancellationToken);
            }

            int rounds = workload.IsWhole ? pace.WholeRounds : pace.Rounds;
            Sample[][] samples = [.. peers.Select(_ => new Sample[rounds])];
            int[] order = [.. Enumerable.Range(0, peers.Count)];
            for (int round = 0; round < rounds; round++)
            {
                tell($"round {round + 1} of {rounds}");
                random.Shuffle(order);
                foreach (int turn in order)
                {
                    samples[turn][round] = await meter.RunAsync(contenders[turn], workload.Callers, workload.IsWhole ? TimeSpan.Zero : pace.Round, cancellationToken);
                }
            }

            return [.. peers.Select((peer, i) => Sum(workload, peer, samples[i], i == 0 ? null : samples[0]))];
        }
        finally
        {
            foreach (Contender contender in contenders)
            {
                await contender.DisposeAsync();
            }
        }
    }

    private Outcome Sum(Workload workload, IPeer peer, Sample[] samples, Sample[]? ours)
    {
        double events = samples.Sum(sample => (double)sample.Times.Length) * workload.EventsPerOperation;
        double[] times = [.. samples.SelectMany(sample => sample.Times).Order()];
        return new Outcome
        {
            Workload = workload.Name,
            Peer = peer.Name,
            Callers = workload.Callers,
            EventsPerOperation = workload.EventsPerOperation,
            Rounds = samples.Length,
            PerSecond = Spread.Of(samples.Select(sample => sample.Rate * workload.EventsPerOperation)),
            Half = workload.IsWhole ? null : Spread.Quantile(times, 0.5),
            NinetyNine = workload.IsWhole ? null : Spread.Quantile(times, 0.99),
            BytesPerEvent = samples.Sum(sample => sample.Bytes) / events,
            ClientTime = samples.Sum(sample => sample.Client.TotalMicroseconds) / events,
            ServerTime = meter.SeesServer ? samples.Sum(sample => sample.Server.TotalMicroseconds) / events : null,
            Ratio = ours is null ? null : Spread.Of(ours.Zip(samples, (our, their) => our.Rate / their.Rate)),
        };
    }
}
