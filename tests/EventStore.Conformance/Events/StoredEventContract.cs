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
