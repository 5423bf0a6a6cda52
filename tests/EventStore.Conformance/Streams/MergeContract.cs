namespace EventStore.Conformance.Streams;

public abstract class MergeContract(TestStorage storage) : StoreContract(storage)
{
    [Fact, Proves("R-18")]
    public async Task Streams_are_merged_in_the_order_of_the_appends()
    {
        List<(string Stream, long Position)> appended = await AppendInTurnAsync(10);

        List<DomainEvent> merged = await Store.MergeAndLoadAsync([new("b"), new("a")]).ToListAsync();

        Assert.Equal(appended, merged.Select(e => (e.StreamName!, e.Position)));
    }

    [Fact, Proves("R-19")]
    public async Task Times_change_nothing_about_the_order()
    {
        await Store.CreateStreamAsync("a");
        await Store.CreateStreamAsync("b");
        var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var appended = new List<long>();
        foreach ((string stream, int minutes) in ((string, int)[])[("b", 0), ("a", 0), ("b", 0), ("a", 5), ("b", -5), ("b", -10), ("a", -20), ("a", 0)])
        {
            appended.AddRange((await Store.AppendToAsync(stream, [Make.Event(createdAt: time.AddMinutes(minutes))])).Positions);
        }

        Assert.Equal(appended, await MergedAsync([new("a"), new("b")]));
        Assert.Equal(appended, await MergedAsync([new("b"), new("a")]));
    }

    [Fact, Proves("R-20")]
    public async Task Each_stream_begins_at_its_own_position()
    {
        List<(string Stream, long Position)> appended = await AppendInTurnAsync(5);
        long third = appended.Where(e => e.Stream == "a").ElementAt(2).Position;

        List<long> merged = await MergedAsync([new("a", third), new("b", 1)]);

        Assert.Equal(appended.Where(e => e.Stream == "b" || e.Position >= third).Select(e => e.Position), merged);
    }

    [Fact, Proves("R-21")]
    public async Task Each_stream_has_its_own_matcher()
    {
        await CreateStreamAsync("a", Make.History(FixtureId, 5));
        await CreateStreamAsync("b", Make.History(FixtureId, 5));

        List<DomainEvent> merged = await Store.MergeAndLoadAsync([new("a", 1, Match.Metadata("_aggregate_version", 3)), new("b")]).ToListAsync();

        Assert.Equal([("a", 3), ("b", 1), ("b", 2), ("b", 3), ("b", 4), ("b", 5)], merged.Select(e => (e.StreamName!, e.Version)));
    }

    [Fact, Proves("R-22")]
    public async Task A_count_ends_the_merged_order()
    {
        List<(string Stream, long Position)> appended = await AppendInTurnAsync(10);

        Assert.Equal(appended.Take(5).Select(e => e.Position), await MergedAsync([new("a"), new("b")], 5));
    }

    [Fact, Proves("R-23")]
    public async Task A_missing_stream_among_several_is_named()
    {
        await CreateStreamAsync("a", Make.Events(1));

        var exception = await Assert.ThrowsAsync<StreamNotFoundException>(() => MergedAsync([new("a"), new("missing")]));

        Assert.Equal("missing", exception.StreamName);
    }

    [Fact, Proves("R-24")]
    public async Task Empty_streams_add_nothing_and_each_stream_is_named_once()
    {
        IReadOnlyList<long> positions = await CreateStreamAsync("a", Make.Events(3));
        await Store.CreateStreamAsync("empty");

        Assert.Equal(positions, await MergedAsync([new("empty"), new("a")]));
        Assert.ThrowsAny<ArgumentException>(() => Store.MergeAndLoadAsync([]));
        Assert.ThrowsAny<ArgumentException>(() => Store.MergeAndLoadAsync([new("a"), new("a", 5)]));
        Assert.ThrowsAny<ArgumentException>(() => Store.MergeAndLoadAsync([new("a"), null!]));
        Assert.ThrowsAny<ArgumentException>(() => Store.MergeAndLoadAsync(null!));
    }

    [Fact, Proves("R-25")]
    public async Task Hundreds_of_streams_are_merged_in_the_order_of_the_appends()
    {
        var random = new Random(977);
        string[] streams = [.. Enumerable.Range(1, 500).Select(n => $"s{n}")];
        foreach (string stream in streams)
        {
            await Store.CreateStreamAsync(stream);
        }

        var appended = new List<(string, long)>();
        for (int i = 0; i < 977; i++)
        {
            string stream = streams[random.Next(streams.Length)];
            appended.Add((stream, (await Store.AppendToAsync(stream, Make.Events(1))).Positions.Single()));
        }

        IEventStore store = CreateStore(builder => builder.WithPageSize(100));
        List<DomainEvent> merged = await store.MergeAndLoadAsync(streams.Select(stream => new LoadStreamParameter(stream))).ToListAsync();

        Assert.Equal(appended, merged.Select(e => (e.StreamName!, e.Position)));
    }

    [Fact, Proves("R-26")]
    public async Task Many_pages_are_merged_each_event_once()
    {
        IReadOnlyList<long> a = await CreateStreamAsync("a", Make.Events(1_000));
        IReadOnlyList<long> b = await CreateStreamAsync("b", Make.Events(1_700));
        IReadOnlyList<long> c = await CreateStreamAsync("c", Make.Events(1_700));
        a = [.. a, .. (await Store.AppendToAsync("a", Make.Events(700))).Positions];
        IAsyncEnumerable<long> load = Store.MergeAndLoadAsync([new("a"), new("b"), new("c")]).Select(e => e.Position);
        List<long> expected = [.. a.Concat(b).Concat(c).Order()];

        Assert.Equal(expected, await load.ToListAsync());
        Assert.Equal(expected, await load.ToListAsync());
    }

    private async Task<List<(string Stream, long Position)>> AppendInTurnAsync(int rounds)
    {
        await Store.CreateStreamAsync("a");
        await Store.CreateStreamAsync("b");
        var appended = new List<(string, long)>();
        for (int round = 0; round < rounds; round++)
        {
            foreach (string stream in (string[])["a", "b"])
            {
                appended.Add((stream, (await Store.AppendToAsync(stream, Make.Events(1))).Positions.Single()));
            }
        }

        return appended;
    }

    private async Task<List<long>> MergedAsync(IEnumerable<LoadStreamParameter> streams, long? count = null) =>
        await Store.MergeAndLoadAsync(streams, count).Select(e => e.Position).ToListAsync();
}
