using System.Diagnostics;

namespace EventStore.ReliabilityTests;

/// <summary>Ten followers of more streams than a server at its defaults has locks for.</summary>
public sealed class ManyStreamsTests
{
    private const int Followers = 10;
    private const int Creators = 4;

    private static readonly int Streams = Rig.IsFull ? 10_000 : 1_000;

    [Fact]
    [Trait("Proves", "F-22")]
    public async Task Followers_of_thousands_of_streams_do_with_the_locks_of_a_server_at_its_defaults()
    {
        int seed = Rig.Seeds[^1];
        using IDisposable part = Report.Part($"{Streams} streams", seed);
        await using PostgresCluster cluster = await PostgresCluster.StartAsync("max_connections = 100");
        string[] streams = [.. Enumerable.Range(1, Streams).Select(number => $"stream-{number}")];
        await using RigStore store = await RigStore.CreateAsync(cluster.ConnectionString);
        long began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(streams, new ParallelOptions { MaxDegreeOfParallelism = Creators }, async (stream, cancellationToken) => await store.Store.CreateStreamAsync(stream, cancellationToken));
        TimeSpan creation = Stopwatch.GetElapsedTime(began);

        var random = new Random(seed);
        var expected = new List<(long Position, string Stream)>();
        QueryFollower[] followers = [.. Enumerable.Range(0, Followers).Select(_ => new QueryFollower(store.Store, null, Restart.Never, random))];
        var stopping = new TaskCompletionSource();
        began = Stopwatch.GetTimestamp();
        Task[] follows = [.. followers.Select(follower => Task.Run(() => follower.RunAsync(stopping.Task)))];
        for (int i = 0; i < Streams / 10; i++)
        {
            string stream = streams[random.Next(streams.Length)];
            AppendResult result = await store.Store.AppendToAsync(stream, [new Intent(stream, 0, i).ToEvent()]);
            expected.Add((result.Positions[0], stream));
        }

        stopping.SetResult();
        await Task.WhenAll(follows);
        Report.Line($"created in {creation.TotalSeconds:F1} s ({creation.TotalMilliseconds / Streams:F1} ms each, {Creators} at a time); {expected.Count} events followed by {Followers} in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        Assert.All(followers, follower => Assert.Equal(expected, follower.Deliveries.Select(delivery => (delivery.Position, delivery.Stream))));
    }
}
