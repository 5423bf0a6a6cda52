using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventStore.Generators.Fixture;

[Event("attributed")]
public sealed class Attributed
{
    [JsonPropertyName("the \"id\"")]
    public int Id { get; set; }

    [JsonIgnore]
    public string? Secret { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Maybe { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Zero { get; set; }

    [JsonInclude]
    [SuppressMessage("Design", "CA1051", Justification = "A shape that has to be stored.")]
    public int Field;

    [JsonInclude]
    internal string? Internal { get; set; }

    [JsonInclude]
    public int ReadBack { get; internal set; }

    [JsonConverter(typeof(CentsConverter))]
    public decimal Cents { get; set; }

    [JsonConverter(typeof(CentsConverter))]
    public decimal? MaybeCents { get; set; }

    [JsonPropertyOrder(-5)]
    public string First { get; set; } = "f";

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long BigId { get; set; }

    [JsonRequired]
    public string Must { get; set; } = "";

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    public static int Static => 1;

    public int GetOnly => 42;

    [SuppressMessage("Naming", "IDE1006", Justification = "A name that has to be stored.")]
    public int @event { get; set; }
}

public sealed class CentsConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetInt64() / 100m;

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue((long)(value * 100m));
}

[Event("shipped")]
[method: JsonConstructor]
public sealed class Shipped(string carrier, DateTime at = default, double share = 0.25, Priority priority = Priority.High, char mark = '\'')
{
    public Shipped()
        : this("none")
    {
    }

    public string Carrier { get; } = carrier;

    public DateTime At { get; } = at;

    public double Share { get; } = share;

    public Priority Priority { get; } = priority;

    public char Mark { get; } = mark;

    public string? Track { get; set; }

    public required int Weight { get; init; }
}

[Event("refunded")]
public sealed class Refunded
{
    [SetsRequiredMembers, JsonConstructor]
    public Refunded(decimal amount) => Amount = amount;

    public required decimal Amount { get; init; }

    public string Why { get; init; } = "unknown";
}

[Event("checked")]
public sealed record Checked(string Text)
{
    public string Text { get; init; } = Text.Trim();

    public int Length { get; init; } = Text?.Length ?? 0;
}

[Event("reckoned")]
public sealed record Reckoned(int A, int B = 2)
{
    public int Sum { get; init; } = A + B;
}

public abstract class EventBase
{
    public Guid EventId { get; init; }

    public virtual string Kind => "base";

    public int Shadow => 1;
}

[Event("derived")]
public sealed class Derived : EventBase, IJsonOnSerializing, IJsonOnDeserialized
{
    public override string Kind => "derived";

    public new string? Shadow { get; set; }

    [JsonIgnore]
    public int Calls { get; private set; }

    void IJsonOnSerializing.OnSerializing() => Calls++;

    void IJsonOnDeserialized.OnDeserialized() => Calls += 10;
}

[Event("strict")]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed record Strict(int A, string B);

[Event("gathered")]
public sealed record Gathered
{
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public List<int> Filled { get; } = [];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public Dictionary<string, int> Kept { get; set; } = [];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
    public List<int> Replaced { get; set; } = [7];
}
