using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventStore.Json.Differential.Shapes;

public sealed class CentsConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetInt64() / 100m;

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue((long)(value * 100m));
}

public sealed class MaybeIntConverter : JsonConverter<int?>
{
    public override bool HandleNull => true;

    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? -1 : reader.GetInt32();

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) => writer.WriteNumberValue(value ?? -1);
}

public sealed class JoinedConverter : JsonConverter<List<string>>
{
    public override List<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => [.. reader.GetString()!.Split('+')];

    public override void Write(Utf8JsonWriter writer, List<string> value, JsonSerializerOptions options) => writer.WriteStringValue(string.Join('+', value));
}

[JsonConverter(typeof(EmailConverter))]
public sealed record Email(string Address);

public sealed class EmailConverter : JsonConverter<Email>
{
    public override Email? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Email value, JsonSerializerOptions options) => writer.WriteStringValue(value.Address);

    public override Email ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Email value, JsonSerializerOptions options) => writer.WritePropertyName(value.Address);
}

[JsonConverter(typeof(CustomerIdConverter))]
public readonly record struct CustomerId(int Value);

public sealed class CustomerIdConverter : JsonConverter<CustomerId>
{
    public override CustomerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(int.Parse(reader.GetString().AsSpan(2), CultureInfo.InvariantCulture));

    public override void Write(Utf8JsonWriter writer, CustomerId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"c-{value.Value}"));
}

/// <summary>A factory on the type, as strongly typed identifiers have.</summary>
[JsonConverter(typeof(CodeConverterFactory))]
public readonly record struct Code(string Value);

public sealed class CodeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Code);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => new CodeConverter();

    private sealed class CodeConverter : JsonConverter<Code>
    {
        public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

[Event("converted")]
public sealed class Converted
{
    [JsonConverter(typeof(CentsConverter))]
    public decimal Cents { get; set; }

    [JsonConverter(typeof(CentsConverter))]
    public decimal? MaybeCents { get; set; }

    [JsonConverter(typeof(MaybeIntConverter))]
    public int? MaybeInt { get; set; }

    [JsonConverter(typeof(JoinedConverter))]
    public List<string> Joined { get; set; } = [];

    public List<string> NotJoined { get; set; } = [];

    public Email? Email { get; set; }

    public CustomerId Customer { get; set; }

    public CustomerId? MaybeCustomer { get; set; }

    public Code Code { get; set; }

    public Code? MaybeCode { get; set; }

    [JsonConverter(typeof(CodeConverterFactory))]
    public Code ByFactory { get; set; }

    [JsonConverter(typeof(CodeConverterFactory))]
    public Code? MaybeByFactory { get; set; }

    public IReadOnlyList<CustomerId> Customers { get; set; } = [];

    public Dictionary<string, Email>? Emails { get; set; }
}

[Event("converted-record")]
public sealed record ConvertedRecord([property: JsonConverter(typeof(CentsConverter))] decimal Cents, Email Email, CustomerId Customer, Code? Code = null);
