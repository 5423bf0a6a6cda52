namespace EventStore.Conformance.Streams;

public abstract class LoadContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("R-01")]
    public async Task A_stream_loads_whole_in_both_directions()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        await Store.CreateStreamAsync("empty");

        Assert.Equal(positions, await ForwardsAsync(Fixture));
        Assert.Equal(positions.Reverse(), await BackwardsAsync(Fixture));
        Assert.Empty(await ForwardsAsync("empty"));
        Assert.Empty(await BackwardsAsync("empty"));
    }

    [Fact, Proves("R-02")]
    public async Task A_missing_stream_is_noticed_by_the_enumeration_not_by_the_call()
    {
        foreach (IAsyncEnumerable<DomainEvent> load in (IAsyncEnumerable<DomainEvent>[])[Store.LoadAsync("missing"), Store.LoadBackwardsAsync("missing")])
        {
            await using IAsyncEnumerator<DomainEvent> enumerator = load.GetAsyncEnumerator();
            var exception = await Assert.ThrowsAsync<StreamNotFoundException>(() => enumerator.MoveNextAsync().AsTask());
            Assert.Equal("missing", exception.StreamName);
        }
    }

    [Fact, Proves("R-03")]
    public async Task A_load_begins_at_the_position_it_is_given()
    {
        IReadOnlyList<long> p = await CreateStreamAsync(Stream, Make.Events(3));

        Assert.Equal([p[1], p[2]], await ForwardsAsync(Stream, from: p[1]));
        Assert.Empty(await ForwardsAsync(Stream, from: p[2] + 1));
        Assert.Empty(await ForwardsAsync(Stream, from: long.MaxValue));
    }

    [Fact, Proves("R-04")]
    public void Positions_and_counts_are_positive()
    {
        foreach (long bad in (long[])[0, -1, long.MinValue])
        {
            Refuses(() => Store.LoadAsync(Stream, from: bad));
            Refuses(() => Store.LoadAsync(Stream, count: bad));
            Refuses(() => Store.LoadBackwardsAsync(Stream, from: bad));
            Refuses(() => Store.LoadBackwardsAsync(Stream, count: bad));
            Refuses(() => new LoadStreamParameter(Stream, bad));
            Refuses(() => Store.MergeAndLoadAsync([new(Stream)], bad));
        }

        Refuses(() => CreateStore(builder => builder.WithPageSize(0)));
        Refuses(() => CreateStore(builder => builder.WithPageSize(-5)));

        static void Refuses(Func<object?> call) => Assert.ThrowsAny<ArgumentOutOfRangeException>(call);
    }

    [Fact, Proves("R-04", "R-05")]
    public async Task A_count_ends_a_load_and_without_one_all_come()
    {
        IReadOnlyList<long> p = await CreateStreamAsync(Stream, Make.Events(4));

        Assert.Equal([p[1], p[2]], await ForwardsAsync(Stream, from: p[1], count: 2));
        Assert.Equal([p[1], p[2], p[3]], await ForwardsAsync(Stream, from: p[1], count: 10));
        Assert.Equal([p[1], p[2], p[3]], await ForwardsAsync(Stream, from: p[1], count: long.MaxValue));
        Assert.Equal(p, await ForwardsAsync(Stream, count: null));
    }

    [Fact, Proves("R-06")]
    public async Task The_last_position_is_included()
    {
        IReadOnlyList<long> p = await CreateStreamAsync(Stream, Make.Events(4));

        Assert.Equal([p[1], p[2]], await ForwardsAsync(Stream, from: p[1], to: p[2]));
        Assert.Equal([p[1]], await ForwardsAsync(Stream, from: p[1], to: p[1]));
        Assert.Empty(await ForwardsAsync(Stream, from: p[2], to: p[1]));
        Assert.Empty(await ForwardsAsync(Stream, to: 0));
        Assert.Empty(await ForwardsAsync(Stream, to: -1));
        Assert.Equal(p, await ForwardsAsync(Stream, to: long.MaxValue));
    }

    [Fact, Proves("R-07")]
    public async Task A_count_counts_what_is_delivered()
    {
        IReadOnlyList<long> p = await CreateStreamAsync(Stream, Enumerable.Range(1, 10).Select(n => Make.Event(metadata: EventMetadata.Of(("even", n % 2 == 0)))));
        MetadataMatcher even = Match.Metadata("even", true);

        Assert.Equal([p[1], p[3]], await ForwardsAsync(Stream, count: 2, matcher: even));
        Assert.Equal([p[9], p[7]], await BackwardsAsync(Stream, count: 2, matcher: even));
    }

    [Fact, Proves("R-08")]
    public async Task A_position_is_no_index()
    {
        IReadOnlyList<long> p = await CreateStreamAsync(Stream, Make.Events(3));
        await CreateStreamAsync("others", Make.Events(7));
        long fourth = (await Store.AppendToAsync(Stream, Make.Events(1))).Positions.Single();

        Assert.True(fourth > p[2] + 7);
        Assert.Equal([fourth], await ForwardsAsync(Stream, from: p[2] + 1));
        Assert.Equal([p[2]], await BackwardsAsync(Stream, from: fourth - 1, count: 1));
    }

    [Fact, Proves("R-09")]
    public async Task A_backward_load_begins_at_the_end_or_where_it_is_told()
    {
        IReadOnlyList<long> p = await CreateStreamAsync(Stream, Enumerable.Range(1, 4).Select(n => Make.Event(metadata: EventMetadata.Of(("n", n)))));

        Assert.Equal([p[3], p[2]], await BackwardsAsync(Stream, count: 2));
        Assert.Equal([p[2], p[1]], await BackwardsAsync(Stream, from: p[2], count: 2));
        Assert.Equal([p[0]], await BackwardsAsync(Stream, from: p[0]));
        Assert.Equal([p[1]], await BackwardsAsync(Stream, from: p[1], matcher: Match.Metadata("n", 2)));
        Assert.Equal(p.Reverse(), await BackwardsAsync(Stream, from: long.MaxValue));
    }

    [Theory, Proves("R-10")]
    [InlineData(1_000)]
    [InlineData(2_000)]
    [InlineData(2_500)]
    public async Task Several_pages_are_one_sequence(int size)
    {
        IReadOnlyList<long> positions = await CreateStreamAsync(Stream, Make.Events(size));

        Assert.Equal(positions, await ForwardsAsync(Stream));
        Assert.Equal(positions.Reverse(), await BackwardsAsync(Stream));
    }

    [Fact, Proves("R-11")]
    public async Task A_matcher_finds_an_aggregate_over_many_pages()
    {
        Guid other = Guid.CreateVersion7();
        await CreateStreamAsync(Stream, Make.History(FixtureId, 100).Zip(Make.History(other, 100)).SelectMany(pair => (DomainEvent[])[pair.First, pair.Second]));
        IEventStore store = CreateStore(builder => builder.WithPageSize(5));

        List<DomainEvent> loaded = await store.LoadAsync(Stream, matcher: Match.AggregateId(FixtureId)).ToListAsync();

        Assert.All(loaded, e => Assert.Equal(FixtureId, e.AggregateId));
        Assert.Equal(Enumerable.Range(1, 100).Select(version => (long)version), loaded.Select(e => e.Version));
        List<DomainEvent> backwards = await store.LoadBackwardsAsync(Stream, matcher: Match.AggregateId(FixtureId)).ToListAsync();
        Assert.Equal(loaded.AsEnumerable().Reverse().Select(e => e.Position), backwards.Select(e => e.Position));
    }

    private async Task<List<long>> ForwardsAsync(string stream, long from = 1, long? to = null, long? count = null, MetadataMatcher? matcher = null) =>
        await Store.LoadAsync(stream, from, to, count, matcher).Select(e => e.Position).ToListAsync();

    private async Task<List<long>> BackwardsAsync(string stream, long? from = null, long? count = null, MetadataMatcher? matcher = null) =>
        await Store.LoadBackwardsAsync(stream, from, count, matcher).Select(e => e.Position).ToListAsync();
}
