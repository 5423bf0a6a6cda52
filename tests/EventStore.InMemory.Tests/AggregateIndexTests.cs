namespace EventStore.InMemory.Tests;

public sealed class AggregateIndexTests
{
    [Fact]
    public void A_version_between_two_others_takes_nothing_from_a_reader()
    {
        AggregateIndex before = new AggregateIndex().With(1, 0).With(2, 1).With(5, 2);

        AggregateIndex after = before.With(3, 3);

        Assert.Equal([1, 2, 5], VersionsOf(before));
        Assert.Equal([1, 2, 3, 5], VersionsOf(after));
        Assert.Equal((3, 2), (after.Find(3), after.Find(5)));
        Assert.Equal([1, 2, 3, 5, 6], VersionsOf(after.With(6, 4)));
    }

    [Fact]
    public void Versions_are_found_in_their_order_whatever_the_order_of_the_appends()
    {
        var index = new AggregateIndex();
        foreach (int version in (int[])[7, 1, 9, 4, 2, 8, 3, 6, 5])
        {
            index = index.With(version, version * 10);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], VersionsOf(index));
        Assert.All(Enumerable.Range(1, 9), version => Assert.Equal(version * 10, index.Find(version)));
    }

    private static long[] VersionsOf(AggregateIndex index) => Array.ConvertAll(index.Entries.ToArray(), entry => entry.Version);
}
