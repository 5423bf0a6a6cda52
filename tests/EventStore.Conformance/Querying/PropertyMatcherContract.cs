using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Querying;

/// <summary>Conditions on what an event has beside its metadata.</summary>
public abstract class PropertyMatcherContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Theory, Proves("M-15")]
    [InlineData("event_name")]
    [InlineData("name")]
    [InlineData("message_name")]
    [InlineData("messageName")]
    public async Task The_name_is_a_text(string property)
    {
        await CreateStreamAsync(Stream, Make.Event(new UserCreated("Alex")), Make.Event(new UsernameChanged("Ada")), Make.Event(new UserPoked()));

        Assert.Equal([1], await HitsAsync(property, MetadataOperator.Equal, "user-created"));
        Assert.Equal([2, 3], await HitsAsync(property, MetadataOperator.NotEqual, "user-created"));
        Assert.Equal([1, 3], await HitsAsync(property, MetadataOperator.In, new[] { "user-created", "user-poked", "other" }));
        Assert.Equal([2], await HitsAsync(property, MetadataOperator.NotIn, new[] { "user-created", "user-poked" }));
        Assert.Equal([1, 3], await HitsAsync(property, MetadataOperator.Regex, "^user-"));
        Assert.Equal([2, 3], await HitsAsync(property, MetadataOperator.GreaterThan, "user-created"));
        Assert.Equal([1], await HitsAsync(property, MetadataOperator.LowerThanOrEqual, "user-created"));
        Assert.Empty(await HitsAsync(property, MetadataOperator.Equal, 5));
        Assert.Equal([1, 2, 3], await HitsAsync(property, MetadataOperator.NotEqual, 5));
    }

    [Theory, Proves("M-16")]
    [InlineData("uuid")]
    [InlineData("event_id")]
    public async Task The_event_id_is_compared_by_value(string property)
    {
        DomainEvent[] events = Make.Events(3);
        await CreateStreamAsync(Stream, events);
        Guid second = events[1].EventId;

        Assert.Equal([2], await HitsAsync(property, MetadataOperator.Equal, second));
        Assert.Equal([2], await HitsAsync(property, MetadataOperator.Equal, second.ToString().ToUpperInvariant()));
        Assert.Equal([1, 3], await HitsAsync(property, MetadataOperator.NotEqual, second));
        Assert.Equal([2, 3], await HitsAsync(property, MetadataOperator.In, new object[] { second, events[2].EventId.ToString() }));
        Assert.Equal([1], await HitsAsync(property, MetadataOperator.NotIn, new[] { second, events[2].EventId }));
        Assert.Empty(await HitsAsync(property, MetadataOperator.In, Array.Empty<Guid>()));
        Assert.Equal([1, 2, 3], await HitsAsync(property, MetadataOperator.NotIn, Array.Empty<Guid>()));
    }

    [Fact, Proves("M-17")]
    public void What_a_property_cannot_be_compared_with_is_refused()
    {
        Refuses("uuid", MetadataOperator.Regex, "a");
        Refuses("uuid", MetadataOperator.Equal, "no guid");
        Refuses("uuid", MetadataOperator.In, new[] { "no guid" });
        Refuses("uuid", MetadataOperator.GreaterThan, Guid.CreateVersion7());
        Refuses("event_id", MetadataOperator.LowerThanOrEqual, Guid.CreateVersion7());
        Refuses("created_at", MetadataOperator.Regex, "2026");
        Refuses("created_at", MetadataOperator.Equal, "no time");
        Refuses("createdAt", MetadataOperator.GreaterThan, 5);
        Refuses("unknown", MetadataOperator.Equal, "x");
        Refuses("Position", MetadataOperator.Equal, 1);
        Refuses("", MetadataOperator.Equal, 1);

        static void Refuses(string property, MetadataOperator operation, object value) =>
            Assert.ThrowsAny<ArgumentException>(() => Match.Property(property, operation, value));
    }

    [Theory, Proves("M-18")]
    [InlineData("created_at")]
    [InlineData("createdAt")]
    public async Task The_time_is_compared_by_instant(string property)
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        DateTimeOffset elsewhere = time.ToOffset(TimeSpan.FromHours(5));
        await CreateStreamAsync(Stream, Make.Event(createdAt: time.AddSeconds(-5)), Make.Event(createdAt: time), Make.Event(createdAt: time.AddSeconds(5)));

        Assert.Equal([2], await HitsAsync(property, MetadataOperator.Equal, elsewhere));
        Assert.Equal([1, 3], await HitsAsync(property, MetadataOperator.NotEqual, elsewhere));
        Assert.Equal([3], await HitsAsync(property, MetadataOperator.GreaterThan, elsewhere));
        Assert.Equal([2, 3], await HitsAsync(property, MetadataOperator.GreaterThanOrEqual, elsewhere));
        Assert.Equal([1], await HitsAsync(property, MetadataOperator.LowerThan, elsewhere));
        Assert.Equal([1, 2], await HitsAsync(property, MetadataOperator.LowerThanOrEqual, elsewhere));
        Assert.Equal([2, 3], await HitsAsync(property, MetadataOperator.In, new[] { elsewhere, time.AddSeconds(5) }));
        Assert.Equal([1], await HitsAsync(property, MetadataOperator.NotIn, new[] { elsewhere, time.AddSeconds(5) }));
    }

    [Fact, Proves("M-19")]
    public async Task An_aggregate_is_matched_as_if_it_stood_in_the_metadata()
    {
        Guid other = Guid.CreateVersion7();
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 1), Make.Of(other, 1, type: "order"), Make.Of(FixtureId, 2), Make.Event());

        Assert.Equal([1, 3], await HitsAsync(Match.AggregateId(FixtureId)));
        Assert.Equal([1, 3], await HitsAsync(Match.Metadata("_aggregate_id", FixtureId.ToString().ToUpperInvariant())));
        Assert.Equal([2], await HitsAsync(Match.Metadata("_aggregate_id", MetadataOperator.NotEqual, FixtureId)));
        Assert.Equal([1, 2, 3], await HitsAsync(Match.Metadata("_aggregate_id", MetadataOperator.In, new object[] { FixtureId, other.ToString() })));
        Assert.Equal([2], await HitsAsync(Match.Metadata("_aggregate_id", MetadataOperator.NotIn, new[] { FixtureId })));
        Assert.Equal([1, 3], await HitsAsync(Match.AggregateType("user")));
        Assert.Equal([2], await HitsAsync(Match.Metadata("_aggregate_type", MetadataOperator.Regex, "^ord")));
        Assert.Equal([1, 3], await HitsAsync(Match.Metadata("_aggregate_type", MetadataOperator.GreaterThan, "order")));
        Assert.Equal([3], await HitsAsync(Match.AggregateId(FixtureId).And(Match.Metadata("_aggregate_version", 2))));
    }

    [Fact, Proves("M-19")]
    public async Task A_version_is_matched_by_every_operator_on_numbers()
    {
        await CreateStreamAsync(Stream, [.. Make.History(FixtureId, 4), Make.Event()]);

        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.Equal, 3), 3);
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.NotEqual, 3), 1, 2, 4);
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.GreaterThan, 2.5), 3, 4);
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.GreaterThanOrEqual, 3), 3, 4);
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.LowerThan, 3), 1, 2);
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.LowerThanOrEqual, 3), 1, 2, 3);
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.In, new[] { 1, 4 }), 1, 4);
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.NotIn, new[] { 1, 4 }), 2, 3);
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.GreaterThan, Json("1e400000")));
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.LowerThan, Json("1e400000")), 1, 2, 3, 4);
        await ComparesAsync(Match.Metadata("_aggregate_version", "3"));
        await ComparesAsync(Match.Metadata("_aggregate_version", MetadataOperator.NotEqual, "3"), 1, 2, 3, 4);
    }

    [Fact, Proves("M-21")]
    public async Task All_names_of_a_type_count()
    {
        EventCatalog then = Make.CatalogWith<UsernameChanged>("user-renamed");
        await CreateStreamAsync(Stream, Make.Event(new UserCreated("Alex")), Make.Event(new UsernameChanged("Ada")));
        await CreateStore(then).AppendToAsync(Stream, [DomainEvent.Create(then, new UsernameChanged("Sascha"))]);

        Assert.Equal([2, 3], await HitsAsync(Match.Event<UsernameChanged>()));
        Assert.Equal([1], await HitsAsync(Match.Event<UserCreated>()));
        Assert.Equal(2, await Store.Query(() => 0).FromStream(Stream, Match.Event<UsernameChanged>()).WhenAny((count, _) => count + 1).RunAsync());
        Assert.Equal(2, await Store.Query(() => 0).FromStream(Stream).When<UsernameChanged>((count, _) => count + 1).RunAsync());
        Assert.Equal(2, await Store.MergeAndLoadAsync([new(Stream, 1, Match.Event<UsernameChanged>())]).CountAsync());
    }

    [Fact, Proves("M-22")]
    public async Task The_position_is_a_number()
    {
        IReadOnlyList<long> p = await CreateStreamAsync(Stream, Make.Events(4));

        await ComparesAsync(Position(MetadataOperator.Equal, p[2]), 3);
        await ComparesAsync(Position(MetadataOperator.NotEqual, p[2]), 1, 2, 4);
        await ComparesAsync(Position(MetadataOperator.GreaterThan, p[2]), 4);
        await ComparesAsync(Position(MetadataOperator.GreaterThanOrEqual, p[2]), 3, 4);
        await ComparesAsync(Position(MetadataOperator.LowerThan, p[2]), 1, 2);
        await ComparesAsync(Position(MetadataOperator.LowerThanOrEqual, p[2] + 0.5), 1, 2, 3);
        await ComparesAsync(Position(MetadataOperator.In, new[] { p[0], p[3] }), 1, 4);
        await ComparesAsync(Position(MetadataOperator.NotIn, new[] { p[0], p[3] }), 2, 3);
        await ComparesAsync(Position(MetadataOperator.GreaterThan, decimal.MaxValue));

        static MetadataMatcher Position(MetadataOperator operation, object value) => Match.Property("position", operation, value);
    }

    private async Task ComparesAsync(MetadataMatcher matcher, params int[] expected) => Assert.Equal(expected, await HitsAsync(matcher));

    private Task<List<int>> HitsAsync(string property, MetadataOperator operation, object value) => HitsAsync(Match.Property(property, operation, value));

    /// <summary>Which events hit, counted from 1 in the stream's order.</summary>
    private async Task<List<int>> HitsAsync(MetadataMatcher matcher)
    {
        List<long> all = await PositionsOfAsync(Stream);
        return await Store.LoadAsync(Stream, matcher: matcher).Select(e => all.IndexOf(e.Position) + 1).ToListAsync();
    }

    private static System.Text.Json.JsonElement Json(string number) => System.Text.Json.JsonDocument.Parse(number).RootElement;
}
