using System.Diagnostics;
using System.Threading.Channels;
using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;

namespace EventStore.LoadTest.Workloads;

/// <summary>
/// From the moment that an append is called to the moment that a projection's handler has its event, in a store that
/// does nothing else. There is no limit to set beside it.
/// </summary>
internal sealed class LatencyWorkloads(Stage stage, Random random)
{
    public const string InProcess = "latency-in-process";
    public const string Notified = "latency-notified";
    public const string Polled = "latency-polled";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<string> Names { get; } = [InProcess, Notified, Polled];

    /// <param name="workload">One of <see cref="Names"/>: the projection runs in the store that appends, or in another one, which hears of the append or looks for it.</param>
    /// <param name="tell">Gets a few words on what goes on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Result> RunAsync(string workload, Action<string> tell, CancellationToken cancellationToken)
    {
        string stream = $"{workload}-events";
        await stage.CreateStreamAsync(stream);
        Connection connection = stage.Connection;
        await using IEventStore writing = connection.BuildStore(notifications: workload == Notified);
        await using IEventStore reading = connection.BuildStore(notifications: workload == Notified);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // The handler runs on the projection's own thread: what waits for it goes on elsewhere.
        var arrivals = Channel.CreateUnbounded<long>();
        Task following = (workload == InProcess ? writing : reading)
            .Projector(workload, () => 0L)
            .FromStream(stream)
            .WhenAny((count, _) =>
            {
                arrivals.Writer.TryWrite(Stopwatch.GetTimestamp());
                return count + 1;
            })
            .RunAsync(keepRunning: true, ending.Token);
        try
        {
            var repository = new Repository<Account>(writing, stream);
            Account account = Account.Open(Guid.CreateVersion7(), stage.Script);
            var times = new List<double>();
            int warmUp = stage.Pace.IsQuick ? 1 : 10;
            int latencies = workload == Polled ? stage.Pace.Latencies / 2 : stage.Pace.Latencies;
            for (int i = -warmUp; i < latencies; i++)
            {
                if (i % 20 == 0)
                {
                    tell($"event {Math.Max(i, 0)} of {latencies}");
                }

                // So long that the projection has stored its block and is idle, and at any point of its pause.
                await Task.Delay(TimeSpan.FromMilliseconds(25 + random.Next(50)), cancellationToken);
                long began = Stopwatch.GetTimestamp();
                await repository.SaveAsync(account, cancellationToken);
                long arrived = await ReceiveAsync(arrivals.Reader, following, cancellationToken);
                account.Go(stage.Script, 1);
                if (i >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(began, arrived).TotalMilliseconds);
                }
            }

            times.Sort();
            return new Result
            {
                Workload = workload,
                Callers = 1,
                Rounds = times.Count,
                PoolSize = connection.PoolSize,
                Half = TimeSpan.FromMilliseconds(Spread.Quantile(times, 0.5)),
                NinetyNine = TimeSpan.FromMilliseconds(Spread.Quantile(times, 0.99)),
            };
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAny(following);
            await stage.DeleteStreamAsync(stream);
        }
    }

    private static async Task<long> ReceiveAsync(ChannelReader<long> arrivals, Task following, CancellationToken cancellationToken)
    {
        Task<long> arrival = arrivals.ReadAsync(cancellationToken).AsTask();
        if (await Task.WhenAny(arrival, following).WaitAsync(Patience, cancellationToken) == following)
        {
            await following;
        }

        return await arrival;
    }
}
