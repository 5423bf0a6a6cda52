using System.Text;
using System.Text.Json;
using EventStore.Providers;

namespace EventStore.Core.Tests;

public sealed class EventRecorderTests
{
    private const int MaxEventSize = 10_000;

    [Fact]
    public void Writes_what_System_Text_Json_writes_by_default()
    {
        var note = new NoteTaken("Grüße, 世界 👋 <b>\"&'+</b>");

        string written = Encoding.UTF8.GetString(Record(note).Payload.Span);

        Assert.Equal(JsonSerializer.Serialize(note, TestJson.Default.NoteTaken), written);
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\ud800')]
    [InlineData('\udc00')]
    public void Refuses_text_that_PostgreSQL_cannot_store_and_names_its_path(char broken)
    {
        var refused = Assert.Throws<EventRejectedException>(() => Record(new NoteTaken($"a{broken}b")));

        Assert.Equal("$.payload.Text", refused.JsonPath);
        Assert.Equal("note-taken", refused.EventName);
    }

    [Fact]
    public void Names_the_element_of_an_array()
    {
        var refused = Assert.Throws<EventRejectedException>(() => Record(new NoteTaken("fine", ["fine", "broken \ud800"])));

        Assert.Equal("$.payload.Tags[1]", refused.JsonPath);
    }

    [Theory]
    [InlineData("""{"Raw":"\u0000"}""", "$.payload.Raw")]
    [InlineData("""{"Raw":{"a":[1,{"b":"\u0000"}]}}""", "$.payload.Raw.a[1].b")]
    [InlineData("""{"Raw":"\ud800"}""", "$.payload.Raw")]
    [InlineData("""{"Raw":{"\u0000":1}}""", "$.payload.Raw.\\u0000")]
    public void Refuses_escapes_in_raw_json(string json, string path)
    {
        RawTaken raw = JsonSerializer.Deserialize(json, TestJson.Default.RawTaken)!;

        Assert.Equal(path, Assert.Throws<EventRejectedException>(() => Record(raw)).JsonPath);
    }

    [Fact]
    public void Accepts_a_replacement_character_that_was_meant()
    {
        Assert.Contains("FFFD", Encoding.UTF8.GetString(Record(new NoteTaken("\uFFFD")).Payload.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Accepts_64_levels_and_no_more(int levels, bool accepted)
    {
        Assert.Equal(accepted, Accepts(Nested(levels)));
        Assert.Equal(accepted, Accepts(JsonSerializer.Deserialize("{\"Raw\":" + new string('[', levels - 1) + new string(']', levels - 1) + "}", new TestJson(new JsonSerializerOptions { MaxDepth = 100 }).RawTaken)!));
    }

    [Fact]
    public void Accepts_exactly_the_limit_and_no_byte_more()
    {
        int frame = Record(new NoteTaken("")).Payload.Length;

        Assert.True(Accepts(new NoteTaken(new string('x', MaxEventSize - frame))));
        Assert.False(Accepts(new NoteTaken(new string('x', MaxEventSize - frame + 1))));
    }

    [Theory]
    [InlineData("1e400000", false)]
    [InlineData("-1e400000", false)]
    [InlineData("1e-400000", false)]
    [InlineData("1e99999999999999999999", false)]
    [InlineData("1e131071", true)]
    [InlineData("1e131072", false)]
    [InlineData("1e-16383", true)]
    [InlineData("1e-16384", false)]
    [InlineData("0.001e131074", true)]
    [InlineData("0.001e131075", false)]
    [InlineData("0e500000", true, "0")]
    [InlineData("0e-16384", false)]
    [InlineData("9007199254740993", true)]
    public void Refuses_numbers_in_metadata_that_jsonb_cannot_hold(string number, bool accepted, string? written = null)
    {
        EventMetadata metadata = EventMetadata.Of(("list", JsonDocument.Parse($"[1, {number}]").RootElement));

        if (accepted)
        {
            Assert.Contains($"[1, {written ?? number}]", Encoding.UTF8.GetString(Record(new NoteTaken("x"), metadata).Metadata.Span), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("$.metadata.list[1]", Assert.Throws<EventRejectedException>(() => Record(new NoteTaken("x"), metadata)).JsonPath);
        }
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\ud800')]
    public void Refuses_text_in_metadata_that_PostgreSQL_cannot_store(char broken)
    {
        EventMetadata metadata = EventMetadata.Of(("who", $"a{broken}b"));

        Assert.Equal("$.metadata.who", Assert.Throws<EventRejectedException>(() => Record(new NoteTaken("x"), metadata)).JsonPath);
    }

    [Fact]
    public void Copies_a_stored_event_byte_for_byte_even_if_no_catalog_knows_it()
    {
        byte[] stored = Encoding.UTF8.GetBytes("""{ "unknown" : 1.50 }""");
        var row = new RecordedEvent { EventId = Guid.CreateVersion7(), Name = "gone"u8.ToArray(), Payload = stored };

        Assert.Equal(stored, Record(new EventReader(TestCatalog.Catalog).Read(row, "notes")).Payload.ToArray());
    }

    private static Chain Nested(int levels)
    {
        var chain = new Chain();
        for (int i = 1; i < levels; i++)
        {
            chain = new Chain { Next = chain };
        }

        return chain;
    }

    private static bool Accepts(object payload)
    {
        try
        {
            Record(payload);
            return true;
        }
        catch (EventRejectedException)
        {
            return false;
        }
    }

    private static EventRecord Record(object payload, EventMetadata? metadata = null) =>
        Record(DomainEvent.Create(TestCatalog.Catalog, payload, metadata: metadata));

    private static EventRecord Record(DomainEvent domainEvent)
    {
        using var recorder = new EventRecorder(TestCatalog.Catalog, MaxEventSize);
        EventRecord record = recorder.Record([("notes", [domainEvent])]).Parts[0].Events[0];
        return record with { Payload = record.Payload.ToArray(), Metadata = record.Metadata.ToArray() };
    }
}
