using System.Text;
using System.Text.Json;
using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Serialization;

/// <summary>Events that could not be stored, or not be read back, as they are.</summary>
public abstract class RejectionContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";
    private const int Limit = 1024 * 1024;

    [Fact, Proves("A-21")]
    public async Task Characters_that_cannot_be_stored_are_refused()
    {
        await RefusesAsync(Make.Event(new TextNoted("a\0b")), "$.payload.Value");
        await RefusesAsync(Make.Event(new TextNoted("a\ud83d")), "$.payload.Value");
        await RefusesAsync(Make.Event(new TextNoted("\ude00a")), "$.payload.Value");
        await RefusesAsync(Make.Event(metadata: EventMetadata.Of(("ok", 1), ("list", new[] { "x", "\0" }))), "$.metadata.list[1]");
        await RefusesAsync(Make.Event(metadata: EventMetadata.Of(("text", "\ud83d!"))), "$.metadata.text");
        await RefusesAsync(Make.Event(new ProfileChanged { Username = "x", Counters = new Dictionary<string, int> { ["\0"] = 1 } }), "$.payload.Counters");
    }

    [Fact, Proves("A-21")]
    public async Task Text_that_merely_looks_like_an_escape_is_stored()
    {
        string[] texts = [@"\u0000", @"\\u0000", "\u0001", "\ud83d\ude00", "\uFFFD", "\uFFFF"];

        await CreateStreamAsync(Stream, texts.Select(text => Make.Event(new TextNoted(text), EventMetadata.Of(("text", text)))));

        List<DomainEvent> loaded = await LoadAllAsync(Stream);
        Assert.Equal(texts, loaded.Select(e => ((TextNoted)e.Payload).Value));
        Assert.Equal(texts, loaded.Select(e => e.Metadata.GetString("text")));
    }

    [Fact, Proves("A-21")]
    public async Task A_payload_is_nested_64_levels_deep_at_most()
    {
        await CreateStreamAsync(Stream, Make.Event(new TreeGrown(TreeOf(63))));
        Assert.Equal(new TreeGrown(TreeOf(63)), Assert.Single(await LoadAllAsync(Stream)).Payload);

        await RefusesAsync(Make.Event(new TreeGrown(TreeOf(64))), "$.payload");

        static Tree TreeOf(int depth) => Enumerable.Range(1, depth - 1).Aggregate(new Tree("leaf", null), (child, _) => new Tree("branch", child));
    }

    [Fact, Proves("A-21")]
    public async Task Metadata_is_nested_64_levels_deep_at_most()
    {
        EventMetadata deepest = EventMetadata.Of(("list", ListOf(63)));
        await CreateStreamAsync(Stream, Make.Event(metadata: deepest));
        Assert.Equal(deepest, Assert.Single(await LoadAllAsync(Stream)).Metadata);

        await RefusesAsync(Make.Event(metadata: EventMetadata.Of(("list", ListOf(64)))), "$.metadata.list");

        static object ListOf(int depth) => Enumerable.Range(1, depth - 1).Aggregate(Array.Empty<object>(), (inner, _) => [inner]);
    }

    [Fact, Proves("A-21")]
    public async Task A_payload_has_one_mebibyte_at_most()
    {
        string largest = new('a', Limit - """{"Value":""}""".Length);
        await CreateStreamAsync(Stream, Make.Event(new TextNoted(largest)));
        Assert.Equal(new TextNoted(largest), Assert.Single(await LoadAllAsync(Stream)).Payload);

        await RefusesAsync(Make.Event(new TextNoted(largest + "a")), "$.payload");
    }

    [Fact, Proves("A-21")]
    public async Task Metadata_has_one_mebibyte_at_most()
    {
        string largest = new('a', Limit - """{"text":""}""".Length);
        await CreateStreamAsync(Stream, Make.Event(metadata: EventMetadata.Of(("text", largest))));
        Assert.Equal(largest, Assert.Single(await LoadAllAsync(Stream)).Metadata.GetString("text"));

        await RefusesAsync(Make.Event(metadata: EventMetadata.Of(("text", largest + "a"))), "$.metadata");
    }

    [Fact, Proves("A-21")]
    public async Task The_limit_counts_bytes_and_can_be_set()
    {
        await Store.CreateStreamAsync(Stream);
        var exact = new TextNoted(@"""ü""");
        int bytes = Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(exact, Make.TypeOf<TextNoted>().JsonTypeInfo));

        await CreateStore(builder => builder.WithMaxEventSize(bytes)).AppendToAsync(Stream, [Make.Event(exact)]);
        await Assert.ThrowsAsync<EventRejectedException>(() => CreateStore(builder => builder.WithMaxEventSize(bytes - 1)).AppendToAsync(Stream, [Make.Event(exact)]));

        Assert.Single(await LoadAllAsync(Stream));
        Assert.Throws<ArgumentOutOfRangeException>(() => CreateStore(builder => builder.WithMaxEventSize(1)));
    }

    [Fact, Proves("A-22")]
    public async Task An_event_of_a_type_that_no_catalog_knows_is_refused()
    {
        await Store.CreateStreamAsync(Stream);
        (IEventStore store, CountingLog log) = CreateCountedStore();

        Assert.Throws<UnknownEventException>(() => Make.Event(new Address("Main Street", "Anywhere")));
        var exception = await Assert.ThrowsAsync<UnknownEventException>(
            () => store.AppendToAsync(Stream, [Make.Event(), Make.Event().WithPayload(new Address("Main Street", "Anywhere"))]));

        Assert.Equal(nameof(Address), exception.EventName);
        Assert.Equal(0, log.Appends);
        Assert.Empty(await LoadAllAsync(Stream));
    }

    [Theory, Proves("A-30")]
    [InlineData("""{"a":1,"b":2,"a":3}""", "$.metadata.outer.a")]
    [InlineData("""{"a":1,"\u0061":3}""", "$.metadata.outer.\\u0061")]
    [InlineData("""[{"a":1},{"b":{"c":{"d":1},"c":2}}]""", "$.metadata.outer[1].b.c")]
    public async Task A_name_that_stands_twice_in_an_object_of_metadata_is_refused(string json, string path)
    {
        using var document = JsonDocument.Parse(json);

        await RefusesAsync(Make.Event(metadata: EventMetadata.Of(("outer", document.RootElement))), path);
    }

    [Fact, Proves("A-30")]
    public async Task A_name_may_stand_in_several_objects_of_metadata()
    {
        using var document = JsonDocument.Parse("""[{"a":{"a":1}},{"a":2,"A":3}]""");
        EventMetadata metadata = EventMetadata.Of(("a", document.RootElement), ("b", document.RootElement));

        await CreateStreamAsync(Stream, Make.Event(metadata: metadata));

        Assert.Equal(metadata, Assert.Single(await LoadAllAsync(Stream)).Metadata);
    }

    [Theory, Proves("A-27")]
    [InlineData("1e400000")]
    [InlineData("-1e400000")]
    [InlineData("1e-400000")]
    [InlineData("1e99999999999999999999")]
    public async Task A_number_that_the_database_cannot_hold_is_refused_in_metadata(string number)
    {
        using JsonDocument json = JsonDocument.Parse($$"""{"n":[{{number}}]}""");

        await RefusesAsync(Make.Event(metadata: EventMetadata.Of(("outer", json.RootElement))), "$.metadata.outer.n[0]");
    }

    [Theory, Proves("A-27")]
    [InlineData("1e1000")]
    [InlineData("1e-1000")]
    [InlineData("123456789012345678901234567890.000000001")]
    public async Task A_number_that_only_dotnet_cannot_hold_is_stored(string number)
    {
        using JsonDocument json = JsonDocument.Parse(number);
        EventMetadata made = EventMetadata.Of(("number", json.RootElement));
        await CreateStreamAsync(Stream, Make.Event(metadata: made));

        Assert.True(JsonElement.DeepEquals(json.RootElement, Assert.Single(await LoadAllAsync(Stream)).Metadata["number"]));
    }

    private async Task RefusesAsync(DomainEvent domainEvent, string path)
    {
        if (!await Store.HasStreamAsync(Stream))
        {
            await Store.CreateStreamAsync(Stream);
        }

        int before = (await LoadAllAsync(Stream)).Count;
        var exception = await Assert.ThrowsAsync<EventRejectedException>(() => Store.AppendToAsync(Stream, [Make.Event(), domainEvent]));

        Assert.Equal(domainEvent.EventId, exception.EventId);
        Assert.Equal(domainEvent.Name, exception.EventName);
        Assert.StartsWith(path, exception.JsonPath, StringComparison.Ordinal);
        Assert.Equal(before, (await LoadAllAsync(Stream)).Count);
    }
}
