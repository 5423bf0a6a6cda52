using System.Collections.Concurrent;

namespace EventStore.ReliabilityTests;

/// <summary>What became of one run: what the writers were told, and what each follower made of it.</summary>
internal sealed record TortureResult(HistoryCheck History, IReadOnlyList<DeliveryCheck> Followers, DeliveryCheck Naive, DeliveryCheck Xmin, int Contradictions);

/// <summary>Writers, followers and foreign transactions on one store for a while.</summary>
internal static class TortureRun
{
    /// <summary>A busy machine gets little done in a short time: a run that proves nothing goes on, up to a point.</summary>
    private const int FewestEvents = 500;
    private const int MostTimes = 10;

    /// <param name="cluster">The server.</param>
    /// <param name="database">A connection string to the database of the store.</param>
    /// <param name="workload">What the writers do.</param>
    /// <param name="seed">What they do by chance follows from it.</param>
    /// <param name="duration">How long they do it, at least.</param>
    public static async Task<TortureResult> RunAsync(PostgresCluster cluster, string database, Workload workload, int seed, TimeSpan duration)
    {
        await using RigStore store = await RigStore.CreateAsync($"{database};Maximum Pool Size=64", "a", "b", "c-1");
        await store.ExecuteAsync($"create table {Writer.UserTable(store)} (x int)");
        var seeds = new Random(seed);
        Random Next() => new(seeds.Next());

        var writing = new TaskCompletionSource();
        var following = new TaskCompletionSource();
        var history = new ConcurrentQueue<Intent>();
        Writer[] writers = [.. Enumerable.Range(1, workload.Writers).Select(number => new Writer(store, workload, history, Next(), number))];
        QueryFollower[] queries =
        [
            new(store.Store, null, Restart.Never, Next()),
            new(store.Store, "a", Restart.SameQuery, Next()),
            new(store.Store, null, Restart.BehindPosition, Next()),
            new(store.Store, null, Restart.FromScratch, Next()),
        ];
        Follower[] wrong = [new NaiveFollower(store), new XminFollower(store)];

        Task[] followers = [.. queries.Concat(wrong).Select(follower => Task.Run(() => follower.RunAsync(following.Task)))];
        Task[] foreign = workload.Foreign
            ? [.. ((string[])[database, cluster.ConnectionString]).Select(connectionString => (connectionString, random: Next())).Select(one => Task.Run(() => ForeignTransaction.RunAsync(one.connectionString, one.random, writing.Task)))]
            : [];
        Task[] writes = [.. writers.Select(writer => Task.Run(() => writer.RunAsync(writing.Task)))];
        Task failed = Task.WhenAny(writes.Concat(followers).Select(FailedAsync));
        for (int times = 0; times < MostTimes && !failed.IsCompleted && (times == 0 || history.Count < FewestEvents); times++)
        {
            await Task.WhenAny(Task.Delay(duration), failed);
        }

        writing.SetResult();
        await Task.WhenAll([.. writes, .. foreign]);
        following.SetResult();
        await Task.WhenAll(followers);

        IReadOnlyList<StoredRow> rows = await store.ReadRowsAsync();
        Dictionary<Guid, long> acknowledged = history.Where(intent => intent.Verdict == Verdict.Stored).ToDictionary(intent => intent.EventId, intent => intent.Ended);
        DeliveryCheck Check(Follower follower) => DeliveryCheck.Of(follower.Name, follower.Deliveries, [.. follower.Expected(rows)], acknowledged);
        var result = new TortureResult(new HistoryCheck(history, rows), [.. queries.Select(Check)], Check(wrong[0]), Check(wrong[1]), queries.Sum(query => query.Contradictions));
        Report.Line($"{result.History}; {writers.Sum(writer => writer.RolledBack)} transactions rolled back");
        foreach (DeliveryCheck check in (DeliveryCheck[])[.. result.Followers, result.Naive, result.Xmin])
        {
            Report.Line($"  {check}");
        }

        return result;
    }

    /// <summary>Ends when the task has failed, never otherwise.</summary>
    private static async Task FailedAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception)
        {
            return;
        }

        await Task.Delay(Timeout.Infinite);
    }
}
