using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventStore.Json.Differential.Shapes;

[Event("named")]
public sealed class Named
{
    [JsonPropertyName("the \"id\"")]
    public int Id { get; set; }

    [JsonPropertyName("é\u1000😀")]
    public string? Unicode { get; set; }

    [JsonPropertyName("")]
    public string? Nameless { get; set; }

    [JsonPropertyName("<tag>&\\")]
    public string? Markup { get; set; }

    [JsonPropertyOrder(-5)]
    public string First { get; set; } = "f";

    [JsonPropertyOrder(5)]
    public string Last { get; set; } = "l";

    public string InBetween { get; set; } = "m";
}

[Event("renamed-record")]
public sealed record RenamedRecord([property: JsonPropertyName("n")] string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note = null, [property: JsonPropertyOrder(-1)] int Amount = 3);

[Event("ignored")]
public sealed class Ignored : IDescribed
{
    [JsonIgnore]
    public string? Always { get; set; } = "a";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Never { get; set; } = "b";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WhenNull { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WhenDefault { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Priority? MaybeWhenDefault { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public string? WhenWriting { get; set; } = "e";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public string? WhenReading { get; set; } = "f";

    [JsonIgnore]
    public Action? Callback { get; set; }

    public int this[int index] => index;

    public static int Static => 1;

    public const int Constant = 2;

    public int WriteOnly { set => Never = value.ToString(System.Globalization.CultureInfo.InvariantCulture); }

    string IDescribed.Describe() => $"{Always}|{WhenWriting}";
}

[Event("included")]
public sealed class Included
{
    [JsonInclude]
    public int Field;

    [JsonInclude]
    internal string? Internal { get; set; }

    [JsonInclude]
    internal int InternalField = 2;

    [JsonInclude]
    public int ReadBack { get; internal set; }

    public int GetOnly => 42;
}

[Event("number-handling")]
public sealed class NumberHandling
{
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long BigId { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public List<int?> Numbers { get; set; } = [];

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double Double { get; set; }

    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public int Strict { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public Dictionary<int, decimal>? Decimals { get; set; }

    public HandledNumbers? Handled { get; set; }
}

[JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
public sealed record HandledNumbers(int A, List<long> B, decimal? C = null);

[Event("extended")]
public sealed class Extended
{
    public int Known { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

[Event("extended-by-arguments")]
public sealed class ExtendedByArguments(int known)
{
    public int Known { get; } = known;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

[Event("extended-by-interface")]
public sealed class ExtendedByInterface
{
    public string? Known { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement> Extra { get; set; } = new Dictionary<string, JsonElement>();
}

[Event("strict")]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed record Strict(int A, string B);

[Event("lenient")]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed class Lenient
{
    public int A { get; set; }

    public Strict? Strict { get; set; }
}

[Event("noticing")]
public sealed class Noticing : IJsonOnSerializing, IJsonOnSerialized, IJsonOnDeserializing, IJsonOnDeserialized, IDescribed
{
    private string _calls = "";

    public int Number { get; set; }

    public int Doubled { get; set; }

    void IJsonOnSerializing.OnSerializing() => Doubled = Number * 2;

    void IJsonOnSerialized.OnSerialized() => Doubled = 0;

    void IJsonOnDeserializing.OnDeserializing() => _calls += $"before {Number};";

    void IJsonOnDeserialized.OnDeserialized() => _calls += $"after {Number};";

    string IDescribed.Describe() => _calls;
}

[Event("noticing-record")]
public sealed record NoticingRecord(string Name) : IJsonOnDeserialized, IJsonOnSerializing
{
    public int Length { get; set; }

    void IJsonOnSerializing.OnSerializing() => Length = Name?.Length ?? -1;

    void IJsonOnDeserialized.OnDeserialized() => Length += 100;
}

[Event("annotated")]
public sealed class Annotated
{
    public string NotNull { get; set; } = "n";

    public string? Nullable { get; set; }

    [System.Diagnostics.CodeAnalysis.AllowNull]
    public string AllowNull { get; set; } = "a";

    [System.Diagnostics.CodeAnalysis.DisallowNull]
    public string? DisallowNull { get; set; }

    [System.Diagnostics.CodeAnalysis.MaybeNull]
    public string MaybeNull { get; set; } = "m";

    [System.Diagnostics.CodeAnalysis.NotNull]
    public string? NeverNull { get => field ?? "never"; set; }

    public List<string> List { get; set; } = [];

    public Line Line { get; set; } = new();

    public Wrapped<string> OfText { get; set; } = new();

    public Wrapped<int> OfNumber { get; set; } = new();

#nullable disable
    public string Oblivious { get; set; }
#nullable restore
}

public sealed class Wrapped<T>
{
    public T? Value { get; set; }

    public T Other { get; set; } = default!;
}

[Event("annotated-record")]
public sealed record AnnotatedRecord(string NotNull, string? Nullable, IReadOnlyList<string> List, Line Line, string Optional = "o");

[Event("annotated-arguments")]
public sealed class AnnotatedArguments(string notNull, string? nullable, [System.Diagnostics.CodeAnalysis.AllowNull] string allowNull, string optional = "o")
{
    public string NotNull { get; } = notNull;

    public string? Nullable { get; } = nullable;

    public string AllowNull { get; } = allowNull ?? "null";

    public string Optional { get; } = optional;
}
