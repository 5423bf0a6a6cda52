using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EventStore.CompilerServices;

namespace EventStore.Core.Tests;

public sealed partial class ExtensionDataTests
{
    private static readonly JsonSerializerOptions Guarded = new()
    {
        TypeInfoResolver = ExtendedJson.Default.WithAddedModifier(type => ExtensionData.Guard([.. type.Properties])),
    };

    [Fact]
    public void Reading_names_that_no_member_has_does_not_go_through_the_ones_before()
    {
        string json = $"{{{string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"n{number}\":{number}"))}}}";

        Extended read = Read(json);

        Assert.Equal(20_000, read.Rest.Count);
        Assert.Equal(0, ((CountedRest)read.Rest).Enumerations);
    }

    [Fact]
    public void The_name_of_a_member_among_them_is_refused_when_it_is_written()
    {
        Extended read = Read("""{"Known":1,"Other":2}""");
        Assert.Equal("""{"Known":1,"Other":2}""", Write(read));

        read.Rest["Known"] = read.Rest["Other"];
        Assert.Contains("'Known'", Assert.Throws<JsonException>(() => Write(read)).Message, StringComparison.Ordinal);
    }

    private static Extended Read(string json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<Extended>)Guarded.GetTypeInfo(typeof(Extended)))!;

    private static string Write(Extended value) => JsonSerializer.Serialize(value, (JsonTypeInfo<Extended>)Guarded.GetTypeInfo(typeof(Extended)));

    internal sealed class Extended
    {
        public int? Known { get; set; }

        [JsonExtensionData]
        public IDictionary<string, JsonElement> Rest { get; set; } = new CountedRest();
    }

    internal sealed class CountedRest : Dictionary<string, JsonElement>, IEnumerable<KeyValuePair<string, JsonElement>>
    {
        public int Enumerations { get; private set; }

        IEnumerator<KeyValuePair<string, JsonElement>> IEnumerable<KeyValuePair<string, JsonElement>>.GetEnumerator()
        {
            Enumerations++;
            return GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<KeyValuePair<string, JsonElement>>)this).GetEnumerator();
    }

    [JsonSerializable(typeof(Extended))]
    private sealed partial class ExtendedJson : JsonSerializerContext;
}
