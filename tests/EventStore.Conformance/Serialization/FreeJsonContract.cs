using System.Text.Json;
using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Serialization;

/// <summary>Events whose JSON is not only written by System.Text.Json and generated code.</summary>
public abstract class FreeJsonContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "notes";

    [Theory, Proves("A-36")]
    [InlineData("", "$.payload.Raw")]
    [InlineData("nul", "$.payload.Raw")]
    [InlineData("""{"a":""", "$.payload.Raw")]
    [InlineData("""{"a":1""", "$.payload")]
    [InlineData("""{"a":[1,2}""", "$.payload.Raw.a")]
    [InlineData("1}", "$.payload")]
    [InlineData("1 2", "$.payload")]
    [InlineData("01", "$.payload.Raw")]
    [InlineData("\"\\u12\"", "$.payload.Raw")]
    public async Task A_payload_that_a_converter_makes_no_JSON_is_refused(string raw, string path)
    {
        await RefusesAsync(Make.Event(new RawNoted(1, raw)), path);
    }

    [Fact, Proves("A-36")]
    public async Task What_is_no_JSON_harms_no_other_unit_of_the_call()
    {
        await Store.CreateStreamAsync(Stream);

        IReadOnlyList<AppendOutcome> outcomes = await Store.AppendAsync(
            [AppendUnit.For(Stream, [Make.Event(new RawNoted(1, "1"))]), AppendUnit.For(Stream, [Make.Event(new RawNoted(2, ""))]), AppendUnit.For(Stream, [Make.Event(new RawNoted(3, "3"))])]);

        Assert.Equal([true, false, true], outcomes.Select(outcome => outcome.IsStored));
        Assert.IsType<EventRejectedException>(outcomes[1].Exception);
        Assert.Equal([new RawNoted(1, "1"), new RawNoted(3, "3")], (await LoadAllAsync(Stream)).Select(e => e.Payload));
    }

    [Theory, Proves("A-36", "A-37")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("""{"a":{"a":1},"b":[{"a":1},{"a":2}]}""")]
    [InlineData("""{"a":1,"A":2}""")]
    public async Task Any_JSON_that_a_converter_writes_is_stored(string raw)
    {
        await CreateStreamAsync(Stream, Make.Event(new RawNoted(1, raw, 2)));

        Assert.Equal(new RawNoted(1, raw, 2), Assert.Single(await LoadAllAsync(Stream)).Payload);
    }

    [Theory, Proves("A-37")]
    [InlineData("""{"a":1,"b":2,"a":3}""", "$.payload.Raw.a")]
    [InlineData("""{"a":1,"\u0061":3}""", "$.payload.Raw.\\u0061")]
    [InlineData("""[{"a":1},{"b":{"c":2,"c":3}}]""", "$.payload.Raw[1].b.c")]
    [InlineData("""1,"Before":7""", "$.payload.Before")]
    public async Task A_name_that_a_converter_writes_twice_into_an_object_is_refused(string raw, string path)
    {
        await RefusesAsync(Make.Event(new RawNoted(1, raw)), path);
    }

    [Fact, Proves("A-37")]
    public async Task A_name_that_stands_twice_in_any_JSON_of_a_payload_is_refused()
    {
        using var document = JsonDocument.Parse("""{"a":[{"b":1,"b":2}]}""");

        await RefusesAsync(Make.Event(new AnyNoted(document.RootElement)), "$.payload.Value.a[0].b");
    }

    [Theory, Proves("A-37")]
    [InlineData("Known")]
    [InlineData("Optional")]
    public async Task Extension_data_with_the_name_of_a_member_is_refused(string name)
    {
        using var document = JsonDocument.Parse("\"5\"");

        await RefusesAsync(Make.Event(new RestNoted { Known = 1, Rest = new() { [name] = document.RootElement } }), "$.payload");
    }

    [Fact, Proves("A-37")]
    public async Task Extension_data_with_other_names_is_stored()
    {
        using var document = JsonDocument.Parse("5");

        await CreateStreamAsync(Stream, Make.Event(new RestNoted { Known = 1, Rest = new() { ["known"] = document.RootElement, ["x"] = document.RootElement } }));

        var loaded = (RestNoted)Assert.Single(await LoadAllAsync(Stream)).Payload;
        Assert.Equal((1, null), (loaded.Known, loaded.Optional));
        Assert.Equal(["known=5", "x=5"], loaded.Rest!.Select(entry => $"{entry.Key}={entry.Value}"));
    }

    [Fact, Proves("E-22")]
    public async Task A_null_of_any_JSON_comes_back_as_System_Text_Json_reads_it()
    {
        using var document = JsonDocument.Parse("null");

        await CreateStreamAsync(Stream, Make.Event(new AnyNoted(document.RootElement, document.RootElement)));

        var loaded = (AnyNoted)Assert.Single(await LoadAllAsync(Stream)).Payload;
        Assert.Equal(JsonValueKind.Null, loaded.Value.ValueKind);
        Assert.Null(loaded.Optional);
        Assert.Equal(JsonValueKind.Null, loaded.Document!.RootElement.ValueKind);
    }

    [Fact, Proves("A-38")]
    public async Task A_time_whose_offset_leads_out_of_the_years_is_refused()
    {
        await RefusesAsync(Make.Event(new EasternTimeNoted(DateTime.MinValue.AddMinutes(59))), "$.payload.Time");

        foreach (DateTime time in (DateTime[])[DateTime.MinValue.AddMinutes(60), new DateTime(9999, 12, 31, 23, 59, 59)])
        {
            await Store.AppendToAsync(Stream, [Make.Event(new EasternTimeNoted(time))]);
            Assert.Equal(new EasternTimeNoted(time), (await LoadAllAsync(Stream))[^1].Payload);
        }
    }

    /// <summary>Which of them are refused depends on the time zone that the test runs in.</summary>
    [Fact, Proves("A-38")]
    public async Task A_local_time_at_the_edge_of_the_years_is_refused_or_can_be_read_back()
    {
        await Store.CreateStreamAsync(Stream);
        IEnumerable<TimeSpan> distances = Enumerable.Range(0, 30).Select(half => TimeSpan.FromMinutes(30 * half));
        foreach (DateTime time in distances.SelectMany(distance => (DateTime[])[DateTime.MinValue + distance, DateTime.MaxValue - distance]))
        {
            var noted = new TimeNoted(DateTime.SpecifyKind(time, DateTimeKind.Local), time);
            bool isRefused = await Record.ExceptionAsync(() => Store.AppendToAsync(Stream, [Make.Event(noted)])) is EventRejectedException { JsonPath: "$.payload.Time" };

            Assert.True(isRefused || ((TimeNoted)(await LoadAllAsync(Stream))[^1].Payload).Other == time, $"{time:O}");
        }
    }

    [Fact, Proves("A-38")]
    public async Task The_first_and_the_last_time_are_stored()
    {
        TimeNoted[] times =
        [
            new(default),
            new(DateTime.MaxValue),
            new(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)),
            new(DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)),
        ];

        await CreateStreamAsync(Stream, times.Select(time => Make.Event(time)));

        Assert.Equal(times, (await LoadAllAsync(Stream)).Select(e => e.Payload));
    }

    [Fact, Proves("A-39")]
    public async Task A_converter_that_gives_up_is_no_cancellation()
    {
        await RefusesAsync(Make.Event(new HesitationNoted("write")), "$.payload");
        Assert.IsType<EventRejectedException>((await Store.AppendAsync([AppendUnit.For(Stream, [Make.Event(new HesitationNoted("write"))])]))[0].Exception);

        await Store.AppendToAsync(Stream, [Make.Event(new HesitationNoted("read"))]);
        DomainEvent loaded = Assert.Single(await LoadAllAsync(Stream));
        Assert.Throws<EventSerializationException>(() => loaded.Payload);
    }

    private async Task RefusesAsync(DomainEvent domainEvent, string path)
    {
        if (!await Store.HasStreamAsync(Stream))
        {
            await Store.CreateStreamAsync(Stream);
        }

        int before = (await LoadAllAsync(Stream)).Count;
        var exception = await Assert.ThrowsAsync<EventRejectedException>(() => Store.AppendToAsync(Stream, [Make.Event(), domainEvent]));

        Assert.Equal((domainEvent.EventId, domainEvent.Name), (exception.EventId, exception.EventName));
        Assert.StartsWith(path, exception.JsonPath, StringComparison.Ordinal);
        Assert.Equal(before, (await LoadAllAsync(Stream)).Count);
    }
}
