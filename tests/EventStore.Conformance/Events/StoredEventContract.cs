using System.Text.Json;
using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Events;

public abstract class StoredEventContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("E-04")]
    public async Task A_time_is_kept_as_its_instant_in_utc_cut_to_microseconds()
    {
        var given = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(5.5)).AddTicks(1_239);

        DomainEvent loaded = await StoreAndLoadAsync(Make.Event(createdAt: given));

        Assert.Equal(given.AddTicks(-9), loaded.CreatedAt);
        Assert.Equal(TimeSpan.Zero, loaded.CreatedAt.Offset);
    }

    [Fact, Proves("E-08", "E-16", "E-14")]
    public async Task An_event_of_an_aggregate_comes_back_as_it_was()
    {
        DomainEvent made = Make.Of(FixtureId, 3, new UserCreated("Alex"), metadata: EventMetadata.Of(("ip", "::1"), ("_position", 5)));
        await Store.CreateStreamAsync(Stream);
        AppendResult result = await Store.AppendToAsync(Stream, [made]);

        DomainEvent loaded = Assert.Single(await LoadAllAsync(Stream));

        Assert.Equal(made.EventId, loaded.EventId);
        Assert.Equal(made.Name, loaded.Name);
        Assert.Equal(made.Payload, loaded.Payload);
        Assert.Equal(made.Metadata, loaded.Metadata);
        Assert.Equal(made.CreatedAt, loaded.CreatedAt);
        Assert.Equal((FixtureId, "user", 3), (loaded.AggregateId, loaded.AggregateType, loaded.Version));
        Assert.Equal(result.Positions.Single(), loaded.Position);
        Assert.Equal(5, loaded.Metadata.GetInt64("_position"));
        Assert.Equal(3, loaded.Metadata.GetInt64("_aggregate_version"));
        Assert.False(loaded.Metadata.TryGet("unknown", out _));
    }

    [Fact, Proves("E-14", "E-16")]
    public async Task An_event_without_an_aggregate_comes_back_as_it_was()
    {
        DomainEvent made = Make.Event(new UserCreated("Alex"));

        DomainEvent loaded = await StoreAndLoadAsync(made);

        Assert.Equal(made.Payload, loaded.Payload);
        Assert.Empty(loaded.Metadata);
        Assert.True(loaded.Position > 0);
        Assert.Equal((Guid.Empty, null, 0), (loaded.AggregateId, loaded.AggregateType, loaded.Version));
    }

    [Fact, Proves("E-16")]
    public async Task Every_kind_of_member_comes_back_as_it_was()
    {
        var made = new ProfileChanged
        {
            Username = "Sascha \"the\" <b>\u00fc\u1000\U0001F600</b>\\",
            Language = "de",
            Age = int.MinValue,
            Balance = 79228162514264337593543950335m,
            Ratio = 0.1,
            IsActive = true,
            Invitation = FixtureId,
            SeenAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-3)).AddTicks(7),
            Kind = ProfileKind.Public,
            Address = new Address("Main Street", "Anywhere"),
            Tags = ["a", "", "b"],
            Counters = new Dictionary<string, int> { ["x"] = 1, ["y z"] = -2 },
        };

        DomainEvent loaded = await StoreAndLoadAsync(Make.Event(made));

        Assert.Equivalent(made, loaded.Payload, strict: true);
    }

    [Theory, Proves("E-09")]
    [InlineData(9_007_199_254_740_993)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task Large_integers_stay_exact(long number)
    {
        DomainEvent loaded = await StoreAndLoadAsync(
            Make.Of(FixtureId, 9_007_199_254_740_993, new IntegerNoted(number), metadata: EventMetadata.Of(("number", number), ("nested", new[] { number }))));

        Assert.Equal(new IntegerNoted(number), loaded.Payload);
        Assert.Equal(number, loaded.Metadata.GetInt64("number"));
        Assert.Equal(number, loaded.Metadata["nested"][0].GetInt64());
        Assert.Equal(9_007_199_254_740_993, loaded.Version);
        Assert.Equal(9_007_199_254_740_993, loaded.Metadata.GetInt64("_aggregate_version"));
    }

    [Fact, Proves("E-10")]
    public async Task Metadata_keeps_values_and_their_kinds()
    {
        EventMetadata made = EventMetadata.Of(
            ("text", "5"),
            ("integer", 5),
            ("fraction", 1.5),
            ("yes", true),
            ("no", false),
            ("nothing", null),
            ("object", new Dictionary<string, object?> { ["b"] = 1, ["a"] = new Dictionary<string, object?> { ["list"] = new object?[] { 1, "x", null } } }),
            ("list", new object?[] { 1, "a", false, null, Array.Empty<object>() }),
            ("emptyObject", new Dictionary<string, object?>()),
            ("emptyList", Array.Empty<object>()));

        DomainEvent loaded = await StoreAndLoadAsync(Make.Event(metadata: made));

        Assert.Equal(made, loaded.Metadata);
        Assert.Equal(made.ToDictionary(entry => entry.Key, entry => entry.Value.ValueKind), loaded.Metadata.ToDictionary(entry => entry.Key, entry => entry.Value.ValueKind));
        Assert.Equal(JsonValueKind.Object, loaded.Metadata["emptyObject"].ValueKind);
        Assert.Equal(JsonValueKind.Array, loaded.Metadata["emptyList"].ValueKind);
    }

    [Theory, Proves("E-21")]
    [InlineData("-0", "0")]
    [InlineData("-0.00", "0.00")]
    [InlineData("0e5", "0")]
    [InlineData("1E2", "100")]
    [InlineData("-1.50e1", "-15.0")]
    [InlineData("1.25e-3", "0.00125")]
    [InlineData("-12.5E+3", "-12500")]
    [InlineData("12345e-2", "123.45")]
    [InlineData("0.001e2", "0.1")]
    [InlineData("1.10", "1.10")]
    public async Task A_number_in_metadata_is_read_alike_however_it_was_written(string written, string plain)
    {
        using var document = JsonDocument.Parse($$"""{"list":[true,{{written}},"-0 1E2 ü",{{written}}]}""");
        EventMetadata given = EventMetadata.Of(("n", document.RootElement.GetProperty("list")[1]), ("all", document.RootElement));

        EventMetadata loaded = (await StoreAndLoadAsync(Make.Event(metadata: given))).Metadata;

        foreach (EventMetadata metadata in (EventMetadata[])[given, loaded])
        {
            JsonElement list = metadata["all"].GetProperty("list");
            Assert.Equal([plain, plain, plain], ((JsonElement[])[metadata["n"], list[1], list[3]]).Select(number => number.GetRawText()));
            Assert.Equal("-0 1E2 ü", list[2].GetString());
        }

        Assert.Equal(given.GetInt64("n"), loaded.GetInt64("n"));
    }

    [Fact, Proves("E-21")]
    public async Task Every_double_in_metadata_is_read_alike()
    {
        double[] doubles = [-0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 1e15, 1e16, 1e-5, 0.1, -1.5];

        EventMetadata loaded = (await StoreAndLoadAsync(Make.Event(metadata: EventMetadata.Of(("all", doubles), ("single", float.MaxValue), ("zero", -0.0))))).Metadata;

        Assert.Equal(doubles, loaded["all"].EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal(float.MaxValue, loaded["single"].GetSingle());
        Assert.Equal(0, loaded.GetInt64("zero"));
        Assert.False(double.IsNegative(loaded["zero"].GetDouble()));
    }

    [Fact, Proves("E-21")]
    public void Json_with_comments_or_trailing_commas_is_no_metadata()
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        foreach (string json in (string[])["[1,/* one */2]", "[1,2,]"])
        {
            using var document = JsonDocument.Parse(json, options);
            Assert.Throws<ArgumentException>(() => EventMetadata.Of(("list", document.RootElement)));
        }
    }

    [Fact, Proves("E-12")]
    public async Task Plain_payloads_come_back_equal()
    {
        object[] payloads =
        [
            new NothingNoted(), new TextNoted(null), new TextNoted(""), new TextNoted("\u1000"), new NumberNoted(10), new NumberNoted(-10),
            new NumberNoted(-1.1), new NumberNoted(-1.0), new NumberNoted(-0.0), new NumberNoted(0.0), new NumberNoted(1.0), new NumberNoted(1.1),
        ];

        await CreateStreamAsync(Stream, payloads.Select(payload => Make.Event(payload)));

        Assert.Equal(payloads, (await LoadAllAsync(Stream)).Select(e => e.Payload));
    }

    [Fact, Proves("E-13")]
    public async Task Backslashes_are_not_escaped_twice()
    {
        const string Name = @"Prooph\Model\User";
        await CreateStreamAsync(Stream, Make.Event(metadata: EventMetadata.Of(("model", Name))), Make.Event(metadata: EventMetadata.Of(("model", "other"))));

        DomainEvent found = Assert.Single(await Store.LoadAsync(Stream, matcher: Match.Metadata("model", Name)).ToListAsync());

        Assert.Equal(Name, found.Metadata.GetString("model"));
    }

    [Fact, Proves("E-15")]
    public async Task An_event_knows_the_stream_it_was_read_from()
    {
        await CreateStreamAsync("a", Make.Events(1));
        await CreateStreamAsync("b", Make.Events(1));

        Assert.Equal("a", Assert.Single(await LoadAllAsync("a")).StreamName);
        Assert.Equal("b", (await Store.LoadBackwardsAsync("b").SingleAsync()).StreamName);
        Assert.Equal(["a", "b"], await Store.MergeAndLoadAsync([new("a"), new("b")]).Select(e => e.StreamName!).ToListAsync());
        Assert.Equal(["a", "b"], await Store.Query(() => new List<string>()).FromAll().When<NumberNoted>((names, e) => names.Add(e.StreamName!)).RunAsync());
    }

    private async Task<DomainEvent> StoreAndLoadAsync(DomainEvent domainEvent)
    {
        await CreateStreamAsync(Stream, domainEvent);
        return Assert.Single(await LoadAllAsync(Stream));
    }
}
