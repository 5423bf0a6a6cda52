namespace EventStore.ReliabilityTests;

/// <summary>A follower misses nothing, however writers commit; and the same rig finds what other rules miss.</summary>
public sealed class TortureTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (string workload in Workload.All.Keys)
        {
            foreach (int seed in Rig.Seeds)
            {
                cases.Add(workload, seed);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Proves", "F-03")]
    [Trait("Proves", "F-04")]
    public async Task No_follower_misses_or_repeats_an_event_and_the_rig_finds_those_that_do(string name, int seed)
    {
        using IDisposable part = Report.Part($"torture, {name}", seed);
        Workload workload = Workload.All[name];
        string database = await fixture.Cluster.CreateDatabaseAsync($"torture_{Guid.NewGuid():n}");

        TortureResult result = await TortureRun.RunAsync(fixture.Cluster, database, workload, seed, Rig.Time(Duration));

        AssertFaithful(result);
        Assert.InRange(result.Naive.Skipped, 1, int.MaxValue);
        if (workload.DefeatsXmin)
        {
            Assert.InRange(result.Xmin.Skipped, 1, int.MaxValue);
        }
    }

    internal static void AssertFaithful(TortureResult result)
    {
        Assert.True(result.History.IsFaithful, result.History.ToString());
        Assert.Equal(0, result.History.Unknown);
        Assert.NotEqual(0, result.History.Stored);
        Assert.Equal(0, result.Contradictions);
        Assert.All(result.Followers, follower => Assert.True(follower.IsFaithful, follower.ToString()));
    }
}
