using System.Collections.Concurrent;

namespace EventStore.ReliabilityTests;

/// <summary>The same promise in memory, where there are no transactions.</summary>
public sealed class InMemoryTortureTests
{
    private const int Writers = 16;

    public static TheoryData<int> Seeds() => [.. Rig.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Proves", "F-03")]
    public async Task No_follower_misses_or_repeats_an_event_in_memory(int seed)
    {
        using IDisposable part = Report.Part("torture in memory", seed);
        await using IEventStore store = new EventStoreBuilder().UseInMemory().AddEvents(RigEvents.Catalog).Build();
        await store.InstallAsync();
        string[] streams = ["a", "b", "c-1"];
        foreach (string stream in streams)
        {
            await store.CreateStreamAsync(stream);
        }

        var seeds = new Random(seed);
        var history = new ConcurrentQueue<Intent>();
        QueryFollower[] followers =
        [
            new(store, null, Restart.Never, new Random(seeds.Next())),
            new(store, "a", Restart.SameQuery, new Random(seeds.Next())),
            new(store, null, Restart.BehindPosition, new Random(seeds.Next())),
            new(store, null, Restart.FromScratch, new Random(seeds.Next())),
        ];
        var following = new TaskCompletionSource();
        Task[] follows = [.. followers.Select(follower => Task.Run(() => follower.RunAsync(following.Task)))];
        int steps = Rig.Share(20_000) / Writers;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => (writer, random: new Random(seeds.Next()))).Select(one => Task.Run(async () =>
        {
            for (int step = 0; step < steps; step++)
            {
                var intent = new Intent(streams[one.random.Next(streams.Length)], one.writer, step);
                intent.Begin();
                history.Enqueue(intent);
                intent.Position = (await store.AppendToAsync(intent.Stream, [intent.ToEvent()])).Positions[0];
                intent.End(Verdict.Stored);
                if (one.random.Next(8) == 0)
                {
                    await Task.Yield();
                }
            }
        })));
        following.SetResult();
        await Task.WhenAll(follows);

        // The store's own word is all there is: a load, which is no follower.
        var rows = new List<StoredRow>();
        await foreach (DomainEvent stored in store.MergeAndLoadAsync(streams.Select(stream => new LoadStreamParameter(stream))))
        {
            rows.Add(new StoredRow(stored.Position, stored.StreamName!, stored.EventId, stored.AggregateId, stored.Version));
        }

        var check = new HistoryCheck(history, rows);
        Report.Line($"{check}");
        Assert.True(check.IsFaithful, check.ToString());
        Assert.Equal(Writers * steps, check.Stored);
        foreach (QueryFollower follower in followers)
        {
            var delivery = DeliveryCheck.Of(follower.Name, follower.Deliveries, [.. follower.Expected(rows)], history.ToDictionary(intent => intent.EventId, intent => intent.Ended));
            Report.Line($"  {delivery}");
            Assert.True(delivery.IsFaithful, delivery.ToString());
            Assert.Equal(0, follower.Contradictions);
        }
    }
}
