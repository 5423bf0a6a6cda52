using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EventStore.Generators.Fixture;

namespace EventStore.Generators.Tests.Serialization;

/// <summary>The generated JSON against System.Text.Json's own generator, and against its reflection.</summary>
public sealed class JsonTests
{
    private static readonly JsonSerializerOptions Reflection = new() { AllowOutOfOrderMetadataProperties = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private static readonly IJsonTypeInfoResolver Ours = FixtureEvents.Catalog.EventTypes[0].JsonTypeInfo.Options.TypeInfoResolver!;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Samples.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void It_writes_what_System_Text_Json_writes_and_reads_it_back(int number)
    {
        object sample = Samples.All[number];
        string expected = JsonSerializer.Serialize(sample, SystemJson.Default.GetTypeInfo(sample.GetType())!);

        string written = JsonSerializer.Serialize(sample, InfoOf(sample));

        Assert.Equal(expected, written);
        Assert.Equal(expected, Written(JsonSerializer.Deserialize(written, InfoOf(sample))!));
        Assert.Equal(expected, Written(JsonSerializer.Deserialize(Reversed(written), InfoOf(sample))!));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void It_writes_the_same_under_any_options(int number)
    {
        object sample = Samples.All[number];
        JsonSerializerOptions[] variants =
        [
            new(JsonSerializerDefaults.Web) { WriteIndented = true },
            new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault },
            new() { NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString },
            new() { Converters = { new JsonStringEnumConverter<Priority>() } },
        ];
        foreach (JsonSerializerOptions variant in variants)
        {
            var theirs = new JsonSerializerOptions(variant) { TypeInfoResolver = SystemJson.Default };
            var ours = new JsonSerializerOptions(variant) { TypeInfoResolver = Ours };

            Assert.Equal(JsonSerializer.Serialize(sample, theirs.GetTypeInfo(sample.GetType())), JsonSerializer.Serialize(sample, ours.GetTypeInfo(sample.GetType())));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Members_that_are_missing_null_or_of_another_kind_are_read_as_reflection_reads_them(int number)
    {
        object sample = Samples.All[number];
        string json = JsonSerializer.Serialize(sample, InfoOf(sample));
        string[] names = [.. JsonNode.Parse(json)!.AsObject().Select(member => member.Key)];
        foreach (string name in names)
        {
            foreach (Action<JsonObject> change in (Action<JsonObject>[])[members => members.Remove(name), members => members[name] = null, members => members[name] = new JsonArray(true)])
            {
                JsonObject changed = JsonNode.Parse(json)!.AsObject();
                change(changed);
                string text = changed.ToJsonString();

                Assert.Equal((text, Read(text, Reflection.GetTypeInfo(sample.GetType()))), (text, Read(text, InfoOf(sample))));
            }
        }
    }

    [Fact]
    public void An_initialiser_stands_where_a_member_is_missing()
    {
        ItemAdded added = Read<ItemAdded>("""{"Sku":"s","Price":{"Amount":1}}""");
        OrderPlaced placed = Read<OrderPlaced>("{}");

        Assert.Equal((1, "pcs", "new", "EUR"), (added.Quantity, added.Unit, added.Labels.Single(), added.Price.Currency));
        Assert.Equal((1, Priority.Normal, Tags.Gift | Tags.Express), (placed.Quantity, placed.Priority, placed.Tags));
        Assert.Equal("unknown", Read<Refunded>("""{"Amount":1}""").Why);
        Assert.Equal((2, 3), (Read<Reckoned>("""{"A":1}""").B, Read<Reckoned>("""{"A":1}""").Sum));
        Assert.Equal((0.25, Priority.High, '\''), (Read<Shipped>("""{"Weight":1}""").Share, Read<Shipped>("""{"Weight":1}""").Priority, Read<Shipped>("""{"Weight":1}""").Mark));
    }

    [Fact]
    public void What_the_type_demands_is_demanded()
    {
        Assert.Throws<JsonException>(() => Read<ItemAdded>("""{"Sku":"s"}"""));
        Assert.Throws<JsonException>(() => Read<Attributed>("{}"));
        Assert.Throws<JsonException>(() => Read<Strict>("""{"A":1,"B":"b","C":1}"""));
        Assert.Equal(1, Read<Strict>("""{"A":"1","B":"b"}""").A);
    }

    [Fact]
    public void A_kind_is_read_wherever_it_stands() =>
        Assert.Equal(new Card(1, "2"), Read<Paid>("""{"Payment":{"Amount":1,"Last4":"2","kind":"card"},"Parts":[]}""").Payment);

    [Fact]
    public void What_is_private_is_written_and_read_where_the_type_says_so()
    {
        SealedLetter letter = SealedLetter.Write("you", 3, "soon");

        string written = JsonSerializer.Serialize(letter, InfoOf(letter));

        Assert.Equal(JsonSerializer.Serialize(letter, Reflection.GetTypeInfo(typeof(SealedLetter))), written);
        Assert.Equal(("you", (3, "soon")), (Read<SealedLetter>(written).To, Read<SealedLetter>(written).Open()));
        Assert.Equal((1, null), Read<SealedLetter>("""{"To":"you"}""").Open());
    }

    [Fact]
    public void A_context_of_the_users_writes_and_reads_the_event_that_names_it()
    {
        var left = new PlaceLeft(new Place("p", "t"), 2);

        string written = JsonSerializer.Serialize(left, InfoOf(left));

        Assert.Equal("""{"place":{"name":"p","tag":"t"},"daysSpent":2}""", written);
        Assert.Equal(("p", 2), (Read<PlaceLeft>(written).Place.Name, Read<PlaceLeft>(written).DaysSpent));
    }

    [Fact]
    public void Such_an_event_in_another_is_written_as_any_other_type()
    {
        var remembered = new Remembered(new PlaceLeft(new Place("p", "t"), 2));

        string written = JsonSerializer.Serialize(remembered, InfoOf(remembered));

        Assert.Equal("""{"Last":{"Place":{"Name":"p","Tag":"t"},"DaysSpent":2}}""", written);
        Assert.Equal(2, Read<Remembered>(written).Last.DaysSpent);
    }

    [Fact]
    public void A_context_of_the_assembly_writes_and_reads_what_it_names_in_any_event()
    {
        var visited = new Visited(new Place("p", "t"), [new Place("q", null)], 3);

        string written = JsonSerializer.Serialize(visited, InfoOf(visited));

        Assert.Equal("""{"Place":{"Name":"p","Tag":"t"},"Others":[{"Name":"q","Tag":null}],"Days":3}""", written);
        Assert.Equal("q", Read<Visited>(written).Others.Single().Name);
        Assert.Same(PlaceJson.Default.PlaceEntered, InfoOf(new PlaceEntered("t")));
    }

    private static JsonTypeInfo InfoOf(object sample) =>
        FixtureEvents.Catalog.TryFind(sample.GetType(), out EventType? type) ? type.JsonTypeInfo : throw new KeyNotFoundException(sample.GetType().Name);

    private static T Read<T>(string json)
    {
        Assert.True(FixtureEvents.Catalog.TryFind(typeof(T), out EventType? type));
        return (T)JsonSerializer.Deserialize(json, type.JsonTypeInfo)!;
    }

    private static string Written(object value) => JsonSerializer.Serialize(value, SystemJson.Default.GetTypeInfo(value.GetType())!);

    private static string Read(string json, JsonTypeInfo info)
    {
        try
        {
            return JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), info) is { } value ? JsonSerializer.Serialize(value, Reflection.GetTypeInfo(value.GetType())) : "null";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    /// <summary>The same members in the opposite order, as a database may give them back.</summary>
    private static string Reversed(string json) =>
        new JsonObject(JsonNode.Parse(json)!.AsObject().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();
}
