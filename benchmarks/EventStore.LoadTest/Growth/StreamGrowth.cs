using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Workloads;

namespace EventStore.LoadTest.Growth;

/// <summary>More and more streams, each with some events: a table each.</summary>
internal sealed class StreamGrowth(Stage stage, Gauge gauge)
{
    private const int Callers = 8;
    private const int Prime = 7_919;

    /// <summary>How many events there are in all, in however many streams.</summary>
    private int Events => stage.Pace.IsQuick ? 200 : 10_000;

    public async Task<GrowthTable> RunAsync(IReadOnlyList<int> sizes, Action<string> tell, CancellationToken cancellationToken)
    {
        var rows = new List<(long, IReadOnlyList<double?>)>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = cancellationToken };
        foreach (int size in sizes)
        {
            await using IEventStore store = (stage.Connection with { PoolSize = Callers }).BuildStore();
            string[] streams = [.. Enumerable.Range(0, size).Select(i => $"spread-{i}")];
            var ids = new Guid[size];
            Repository<Account>[] repositories = [.. streams.Select(stream => new Repository<Account>(store, stream))];
            tell($"make {size:N0} streams");
            await Parallel.ForAsync(0, size, parallel, async (i, token) =>
            {
                await store.CreateStreamAsync(streams[i], token);
                Account account = Account.Open(ids[i] = Guid.CreateVersion7(), stage.Script);
                account.Go(stage.Script, (Events / size) - 1);
                await repositories[i].SaveAsync(account, token);
            });

            await stage.SettleAsync();
            tell($"measure {size:N0} streams");
            int[] next = [.. Enumerable.Range(0, Callers).Select(caller => caller * 131)];
            double gets = await gauge.RateAsync(new Contender(caller => GetAsync(Turn(caller))), Callers, cancellationToken);
            (double all, double again) = await FollowAllAsync(store, cancellationToken);
            double appends = await gauge.RateAsync(
                new Contender(caller => repositories[Turn(caller)].SaveAsync(Account.Open(Guid.CreateVersion7(), stage.Script), cancellationToken)), Callers, cancellationToken);
            rows.Add((size, [appends, size == 1 ? null : gets, all, again]));
            tell($"delete {size:N0} streams");
            await Parallel.ForEachAsync(streams, parallel, async (stream, token) => await store.DeleteStreamAsync(stream, token));

            int Turn(int caller) => (next[caller] += Prime) % size;

            Task GetAsync(int stream) => repositories[stream].GetAsync(ids[stream], cancellationToken);
        }

        return new GrowthTable(
            "growth-streams",
            $"Streams, with {Events:N0} events in all",
            "streams",
            ["appends of one by 8 callers, /s", "rehydrates by 8 callers, /s", "a query from all, events/s", "the same with nothing new, /s"],
            rows);
    }

    /// <summary>A query over all streams, from their start, and then at their end.</summary>
    private async Task<(double Events, double Again)> FollowAllAsync(IEventStore store, CancellationToken cancellationToken)
    {
        Query<long> query = store.Query(() => 0L).FromAll().WhenAny((count, _) => count + 1);
        long began = TimeProvider.System.GetTimestamp();
        long count = await query.RunAsync(cancellationToken);
        double seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        if (count != Events)
        {
            throw new InvalidOperationException($"There are {Events} events in all streams, and {count} were read.");
        }

        return (count / seconds, await gauge.RateAsync(new Contender(_ => query.RunAsync(cancellationToken)), 1, cancellationToken));
    }
}
