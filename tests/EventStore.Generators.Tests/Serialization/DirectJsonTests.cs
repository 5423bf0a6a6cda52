using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EventStore.Generators.Fixture;

namespace EventStore.Generators.Tests.Serialization;

/// <summary>The generated readers and writers against the metadata in whose place they stand.</summary>
public sealed class DirectJsonTests
{
    /// <summary>Shapes that only metadata can read: settings of the type or of its members say how.</summary>
    private static readonly HashSet<Type> ByMetadata = [typeof(Attributed), typeof(Derived), typeof(Gathered), typeof(Measured), typeof(Strict)];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Samples.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_writer_writes_the_bytes_of_the_metadata(int number)
    {
        object sample = Samples.All[number];
        EventType type = TypeOf(sample);

        Assert.Equal(JsonSerializer.Serialize(sample, Metadata(type)), JsonSerializer.Serialize(sample, type.JsonTypeInfo));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_can_be_read_without_metadata_is(int number)
    {
        object sample = Samples.All[number];
        EventType type = TypeOf(sample);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(sample, type.JsonTypeInfo);

        Assert.Equal(!ByMetadata.Contains(type.ClrType), type.ReadDirectly(json) is not null);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_reader_reads_what_the_metadata_read_and_throws_what_they_throw(int number)
    {
        object sample = Samples.All[number];
        EventType type = TypeOf(sample);
        string json = JsonSerializer.Serialize(sample, type.JsonTypeInfo);
        foreach (string text in Variants(json).Distinct())
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);

            Assert.Equal((text, Result(() => JsonSerializer.Deserialize(utf8, Metadata(type)), type)), (text, Result(() => type.Read(utf8), type)));
        }
    }

    [Fact]
    public void A_type_that_is_written_as_another_program_would_is_read()
    {
        EventType type = TypeOf(new OrderPlaced(default, "", default, 0));

        var placed = (OrderPlaced)type.ReadDirectly("""
             { "C\u0075stomer" : "\u00e9\n", "Later": {"a":[1,{"b":null}]}, "Quantity":1, "Quantity":2, "Eta":null, "customer":"another" }
            """u8)!;

        Assert.Equal(("é\n", 2, null, Priority.Normal), (placed.Customer, placed.Quantity, placed.Eta, placed.Priority));
    }

    [Fact]
    public void Nothing_that_nests_too_deep_is_read()
    {
        EventType type = TypeOf(new OrderPlaced(default, "", default, 0));
        byte[] json = Encoding.UTF8.GetBytes($$"""{"Other":{{new string('[', 70)}}{{new string(']', 70)}}}""");

        Assert.Null(type.ReadDirectly(json));
        Assert.Throws<JsonException>(() => type.Read(json));
    }

    private static IEnumerable<string> Variants(string json)
    {
        yield return json;
        yield return json + " ";
        yield return json + "1";
        yield return json[..^1];
        yield return "null";
        yield return "[]";
        yield return "1";
        yield return "{}";
        yield return json.Replace(":", " :\n ", StringComparison.Ordinal);
        string[] names = [.. JsonNode.Parse(json)!.AsObject().Select(member => member.Key)];
        string[] values = ["null", "true", "1", "-1.5", "\"\"", "\"x\"", "\"2024-01-02\"", "[]", "[null]", "[1]", "[\"x\",{}]", "{}", "{\"x\":null}", "1e400", "99999999999999999999", "\"\\u00e9\""];
        foreach (string name in names)
        {
            foreach (string value in values)
            {
                JsonObject changed = JsonNode.Parse(json)!.AsObject();
                changed[name] = JsonNode.Parse(value);
                yield return changed.ToJsonString();
                yield return $"{json[..^1]},{JsonSerializer.Serialize(name, SystemJson.Default.String)}:{value}}}";
            }

            JsonObject without = JsonNode.Parse(json)!.AsObject();
            without.Remove(name, out JsonNode? removed);
            yield return without.ToJsonString();
            without[name.ToUpperInvariant()] = removed?.DeepClone();
            yield return without.ToJsonString();
            yield return json.Replace($"\"{name}\"", $"\"\\u{(int)name[0]:x4}{name[1..]}\"", StringComparison.Ordinal);
        }
    }

    private static EventType TypeOf(object sample) =>
        FixtureEvents.Catalog.TryFind(sample.GetType(), out EventType? type) ? type : throw new KeyNotFoundException(sample.GetType().Name);

    /// <summary>The metadata alone: of other options than the store's there is no generated writer.</summary>
    private static JsonTypeInfo Metadata(EventType type) => new JsonSerializerOptions(type.JsonTypeInfo.Options).GetTypeInfo(type.ClrType);

    private static string Result(Func<object?> read, EventType type)
    {
        try
        {
            return read() is { } value ? JsonSerializer.Serialize(value, Metadata(type)) : throw new JsonException("The payload is null.");
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}
