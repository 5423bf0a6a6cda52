using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EventStore.Json.Differential.Shapes;

public enum Priority { Low, Normal, High = 7 }

public enum Small : byte { None, One = 1, All = 255 }

public enum Wide : ulong { None, Most = ulong.MaxValue }

[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel { Web, [JsonStringEnumMemberName("call-centre")] Phone, Store }

[JsonConverter(typeof(ColourConverter))]
public enum Colour { DarkRed, Green }

public sealed class ColourConverter() : JsonStringEnumConverter<Colour>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

[Flags, JsonConverter(typeof(JsonStringEnumConverter<Tags>))]
public enum Tags { None = 0, Gift = 1, Fragile = 2, Express = 4 }

[Event("numbers")]
public sealed class Numbers
{
    public bool Bool { get; set; }
    public byte Byte { get; set; }
    public sbyte SByte { get; set; }
    public short Short { get; set; }
    public ushort UShort { get; set; }
    public int Int { get; set; }
    public uint UInt { get; set; }
    public long Long { get; set; }
    public ulong ULong { get; set; }
    public Int128 Int128 { get; set; }
    public UInt128 UInt128 { get; set; }
    public Half Half { get; set; }
    public float Float { get; set; }
    public double Double { get; set; }
    public decimal Decimal { get; set; }
}

[Event("texts")]
public sealed class Texts
{
    public char Char { get; set; } = 'x';
    public string String { get; set; } = "";
    public string? MaybeString { get; set; }
    public Guid Guid { get; set; }
    public Uri? Uri { get; set; }
    public Version? Version { get; set; }
    public byte[]? Bytes { get; set; }
    public Memory<byte> Memory { get; set; }
    public ReadOnlyMemory<byte> ReadOnlyMemory { get; set; }
}

[Event("times")]
public sealed class Times
{
    public DateTime DateTime { get; set; }
    public DateTimeOffset DateTimeOffset { get; set; }
    public DateOnly DateOnly { get; set; }
    public TimeOnly TimeOnly { get; set; }
    public TimeSpan TimeSpan { get; set; }
}

[Event("raw")]
public sealed class Raw
{
    public JsonElement? Element { get; set; }
    public JsonNode? Node { get; set; }
    public JsonObject? Object { get; set; }
    public JsonArray? Array { get; set; }
    public JsonValue? Value { get; set; }
}

[Event("maybe")]
public sealed record Maybe
{
    public bool? Bool { get; set; }
    public byte? Byte { get; set; }
    public int? Int { get; set; }
    public decimal? Decimal { get; set; }
    public Int128? Int128 { get; set; }
    public char? Char { get; set; }
    public Guid? Guid { get; set; }
    public DateTimeOffset? Time { get; set; }
    public DateOnly? Date { get; set; }
    public Priority? Priority { get; set; }
    public Channel? Channel { get; set; }
    public Money? Money { get; set; }
    public Point? Point { get; set; }
    public ReadOnlyMemory<byte>? Memory { get; set; }
}

[Event("enums")]
public sealed class Enums
{
    public Priority Priority { get; set; }
    public Small Small { get; set; }
    public Wide Wide { get; set; }
    public Channel Channel { get; set; }
    public Colour Colour { get; set; }
    public Tags Tags { get; set; }

    [JsonConverter(typeof(JsonStringEnumConverter<Priority>))]
    public Priority Named { get; set; }

    [JsonConverter(typeof(JsonStringEnumConverter<Priority>))]
    public Priority? MaybeNamed { get; set; }

    [JsonConverter(typeof(JsonNumberEnumConverter<Channel>))]
    public Channel Numbered { get; set; }
}
