using System.Diagnostics;
using EventStore.LoadTest.Servers;

namespace EventStore.LoadTest.Measuring;

/// <summary>Runs a comparison: both sides in each round, in an order of chance, over the same pool.</summary>
internal sealed class Runner(Meter meter, Pace pace, Random random)
{
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <param name="comparison">What is measured.</param>
    /// <param name="connection">To the server, with the pool that both sides get.</param>
    /// <param name="tell">Gets a few words on what goes on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Result> RunAsync(Comparison comparison, Connection connection, Action<string> tell, CancellationToken cancellationToken)
    {
        tell("set up");
        await comparison.SetUp();
        try
        {
            var ours = new List<Sample>();
            var limit = new List<Sample>();
            await using (Contender us = await comparison.MakeOurs(connection))
            await using (Contender them = await comparison.MakeLimit(connection))
            {
                tell("warm up");
                long began = Stopwatch.GetTimestamp();
                for (int time = 0; time < (comparison.IsWhole && !pace.IsQuick ? 2 : 1); time++)
                {
                    await meter.RunAsync(us, comparison.Callers, Duration(comparison, pace.WarmUp * comparison.WarmUp), cancellationToken);
                    await meter.RunAsync(them, comparison.Callers, Duration(comparison, pace.WarmUp * comparison.WarmUp), cancellationToken);
                }

                for (int round = 1; round <= pace.Rounds && (round <= pace.LeastRounds || !IsLate(began)); round++)
                {
                    tell($"round {round} of {pace.Rounds}");
                    (Sample our, Sample their) = await TakeRoundAsync(comparison, us, them, cancellationToken);
                    ours.Add(our);
                    limit.Add(their);
                }
            }

            await comparison.Verify();
            tell("round trips");
            return Sum(comparison, connection, ours, limit) with
            {
                RoundTrips = await CountAsync(comparison, comparison.MakeOurs, connection, cancellationToken),
                LimitRoundTrips = await CountAsync(comparison, comparison.MakeLimit, connection, cancellationToken),
            };
        }
        finally
        {
            await comparison.TearDown();
        }
    }

    /// <summary>How long a side works: no longer than for one operation, where that is all there is to do.</summary>
    private static TimeSpan Duration(Comparison comparison, TimeSpan most) => comparison.IsWhole ? TimeSpan.Zero : most;

    private async Task<(Sample Ours, Sample Limit)> TakeRoundAsync(Comparison comparison, Contender us, Contender them, CancellationToken cancellationToken)
    {
        TimeSpan duration = Duration(comparison, pace.Round);
        if (random.Next(2) == 0)
        {
            Sample ours = await meter.RunAsync(us, comparison.Callers, duration, cancellationToken);
            return (ours, await meter.RunAsync(them, comparison.Callers, duration, cancellationToken));
        }

        Sample limit = await meter.RunAsync(them, comparison.Callers, duration, cancellationToken);
        return (await meter.RunAsync(us, comparison.Callers, duration, cancellationToken), limit);
    }

    private bool IsLate(long began) => Stopwatch.GetElapsedTime(began) > pace.Longest || Stopwatch.GetElapsedTime(_began) > pace.LongestRun;

    /// <summary>Counts an operation's round trips in a run of its own, which is not measured.</summary>
    private async Task<double> CountAsync(Comparison comparison, Func<Connection, Task<Contender>> make, Connection connection, CancellationToken cancellationToken)
    {
        await using var proxy = new RoundTripProxy(connection);
        await using Contender contender = await make(proxy.Connection);

        // Connections are opened and statements prepared before it counts.
        await meter.RunAsync(contender, comparison.Callers, Duration(comparison, pace.WarmUp * comparison.WarmUp), cancellationToken);
        await contender.Prepare();
        long before = proxy.Count;
        var unprepared = new Contender(contender.OperateAsync);
        Sample sample = await meter.RunAsync(unprepared, comparison.Callers, Duration(comparison, pace.Round / 4), cancellationToken);
        return (proxy.Count - before) / (double)sample.Operations;
    }

    private Result Sum(Comparison comparison, Connection connection, List<Sample> ours, List<Sample> limit)
    {
        return new Result
        {
            Workload = comparison.Workload,
            Callers = comparison.Callers,
            EventsPerOperation = comparison.EventsPerOperation,
            Rounds = ours.Count,
            PoolSize = connection.PoolSize,
            OursPerSecond = Rate(ours),
            LimitPerSecond = Rate(limit),
            Ratio = Spread.Of(ours.Zip(limit, (our, their) => our.Rate / their.Rate)),
            BytesPerEvent = Bytes(ours),
            LimitBytesPerEvent = Bytes(limit),
            ClientTime = Time(ours, sample => sample.Client),
            LimitClientTime = Time(limit, sample => sample.Client),
            ServerTime = meter.SeesServer ? Time(ours, sample => sample.Server) : null,
            LimitServerTime = meter.SeesServer ? Time(limit, sample => sample.Server) : null,
        };

        double Rate(List<Sample> samples) => Spread.Of(samples.Select(sample => sample.Rate)).Median * comparison.EventsPerOperation;

        // Operations of all rounds: a caller's last one may end after another's.
        double Bytes(List<Sample> samples) => samples.Sum(sample => sample.Bytes) / ((double)samples.Sum(sample => sample.Operations) * comparison.EventsPerOperation);

        TimeSpan Time(List<Sample> samples, Func<Sample, TimeSpan> time) =>
            TimeSpan.FromTicks(samples.Sum(sample => time(sample).Ticks) / samples.Sum(sample => sample.Operations));
    }
}
