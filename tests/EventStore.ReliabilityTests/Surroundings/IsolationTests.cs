namespace EventStore.ReliabilityTests;

/// <summary>The promise holds whatever isolation the database gives to those who ask for none.</summary>
public sealed class IsolationTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("repeatable read")]
    [InlineData("serializable")]
    [Trait("Proves", "F-21")]
    public async Task No_follower_misses_or_repeats_an_event_under_another_default_isolation(string isolation)
    {
        int seed = Rig.Seeds[^1];
        using IDisposable part = Report.Part($"default isolation {isolation}", seed);
        string database = await fixture.Cluster.CreateDatabaseAsync($"isolated_{isolation.Split(' ')[0]}", isolation);

        TortureResult result = await TortureRun.RunAsync(fixture.Cluster, database, new Workload(isolation) { Holds = true }, seed, Rig.Time(Duration));

        TortureTests.AssertFaithful(result);
        Assert.InRange(result.Naive.Skipped, 1, int.MaxValue);
    }
}
