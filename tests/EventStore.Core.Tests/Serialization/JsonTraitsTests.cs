using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EventStore.CompilerServices;

namespace EventStore.Core.Tests;

public sealed partial class JsonTraitsTests
{
    private const JsonTraits Anything = JsonTraits.HasFreeJson | JsonTraits.HasLocalTimes;

    [Fact]
    public void Types_that_only_System_Text_Json_writes_are_spared_the_checks()
    {
        Assert.Equal(JsonTraits.None, Find<NoteTaken>());
        Assert.Equal(JsonTraits.None, Find<Chain>());
        Assert.Equal(JsonTraits.None, Find<Plain>());
    }

    [Fact]
    public void Times_are_found_wherever_they_stand()
    {
        Assert.Equal(JsonTraits.HasLocalTimes, Find<Of<DateTime>>());
        Assert.Equal(JsonTraits.HasLocalTimes, Find<Of<DateTime?>>());
        Assert.Equal(JsonTraits.HasLocalTimes, Find<Of<Dictionary<string, Of<DateTime>[]>>>());
        Assert.Equal(JsonTraits.HasLocalTimes, Find<Of<Dictionary<DateTime, int>>>());
        Assert.Equal(JsonTraits.HasLocalTimes, Find<Shape>());
    }

    [Fact]
    public void Free_JSON_is_found_wherever_it_stands()
    {
        Assert.Equal(Anything, Find<RawTaken>());
        Assert.Equal(Anything, Find<Of<object>>());
        Assert.Equal(Anything, Find<Of<List<Odd>>>());
        Assert.Equal(Anything, Find<Of<Odd?>>());
        Assert.Equal(Anything, Find<Of<Dictionary<Odd, int>>>());
        Assert.Equal(Anything, Find<OddMember>());
        Assert.Equal(Anything, Find<Extended>());
    }

    [Fact]
    public void The_converter_of_a_value_that_may_be_missing_counts_as_the_one_of_the_value()
    {
        Assert.Equal(JsonTraits.None, FindConverted<Colour>(options => new JsonStringEnumConverter<Colour>().CreateConverter(typeof(Colour), options)!));
        Assert.Equal(Anything, FindConverted<Odd>(_ => new OddConverter()));
    }

    [Theory]
    [InlineData("{\"A\":\"0001-01-01T00:30:00+01:00\"}", true)]
    [InlineData("{\"A\":\"9999-12-31T23:30:00-01:00\"}", true)]
    [InlineData("{\"A\":\"0001-01-01T00:30:00\\u002B01:00\"}", true)]
    [InlineData("{\"A\":\"0001-01-01T00:00:00\",\"B\":\"9999-12-31T23:59:59.9999999-05:00\"}", true)]
    [InlineData("{\"A\":\"0001-01-01T00:00:00\",\"B\":-1}", false)]
    [InlineData("{\"A\":\"9999-12-31T23:59:59.9999999Z\"}", false)]
    [InlineData("{\"A\":\"2020-01-01T00:30:00+01:00\"}", false)]
    [InlineData("{\"A\":\"0001-01-01T", false)]
    public void Only_times_with_an_offset_at_the_edge_of_the_years_have_to_be_read_back(string json, bool isUncertain)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(json);

        Assert.Equal(isUncertain, ReadBack.IsUncertain(utf8, JsonTraits.HasLocalTimes));
        Assert.False(ReadBack.IsUncertain(utf8, JsonTraits.None));
    }

    private static JsonTraits Find<T>() => JsonTraitsFinder.Find(Json.Default.GetTypeInfo(typeof(T))!);

    private static JsonTraits FindConverted<T>(Func<JsonSerializerOptions, JsonConverter> converter)
        where T : struct
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = Json.Default.WithAddedModifier(type =>
            {
                foreach (JsonPropertyInfo property in type.Properties)
                {
                    property.CustomConverter = NullableConverters.Create(JsonMetadataServices.CreateValueInfo<T>(type.Options, converter(type.Options)));
                }
            }),
        };
        return JsonTraitsFinder.Find(options.GetTypeInfo(typeof(Of<T?>)));
    }

    internal enum Colour
    {
        Red,
    }

    internal sealed record Of<T>(T Value);

    internal sealed record Plain(int? Number, [property: JsonConverter(typeof(JsonStringEnumConverter<Colour>))] Colour Colour, DateTimeOffset At, Dictionary<string, List<Plain>> Others)
    {
        [JsonIgnore]
        public DateTime Ignored { get; init; }
    }

    [JsonConverter(typeof(OddConverter))]
    internal readonly record struct Odd(string Text);

    internal sealed record OddMember([property: JsonConverter(typeof(OddText))] string Text);

    internal sealed class Extended
    {
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; set; }
    }

    [JsonDerivedType(typeof(Timed), "timed")]
    internal record Shape(int Size);

    internal sealed record Timed(int Size, DateTime Time) : Shape(Size);

    internal sealed class OddConverter : JsonConverter<Odd>
    {
        public override Odd Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Odd value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    internal sealed class OddText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    [JsonSerializable(typeof(NoteTaken))]
    [JsonSerializable(typeof(Chain))]
    [JsonSerializable(typeof(RawTaken))]
    [JsonSerializable(typeof(Plain))]
    [JsonSerializable(typeof(Of<DateTime>), TypeInfoPropertyName = "OfTime")]
    [JsonSerializable(typeof(Of<DateTime?>), TypeInfoPropertyName = "OfNoTime")]
    [JsonSerializable(typeof(Of<Dictionary<string, Of<DateTime>[]>>), TypeInfoPropertyName = "OfTimes")]
    [JsonSerializable(typeof(Of<Dictionary<DateTime, int>>), TypeInfoPropertyName = "OfTimeKeys")]
    [JsonSerializable(typeof(Of<object>), TypeInfoPropertyName = "OfObject")]
    [JsonSerializable(typeof(Of<List<Odd>>), TypeInfoPropertyName = "OfOdds")]
    [JsonSerializable(typeof(Of<Odd?>), TypeInfoPropertyName = "OfNoOdd")]
    [JsonSerializable(typeof(Of<Colour?>), TypeInfoPropertyName = "OfNoColour")]
    [JsonSerializable(typeof(Of<Dictionary<Odd, int>>), TypeInfoPropertyName = "OfOddKeys")]
    [JsonSerializable(typeof(OddMember))]
    [JsonSerializable(typeof(Extended))]
    [JsonSerializable(typeof(Shape))]
    private sealed partial class Json : JsonSerializerContext;
}
