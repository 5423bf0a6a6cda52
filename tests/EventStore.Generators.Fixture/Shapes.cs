using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EventStore.Generators.Fixture;

public enum Priority { Low, Normal, High = 7 }

[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel { Web, [JsonStringEnumMemberName("call-centre")] Phone, Store }

[Flags, JsonConverter(typeof(JsonStringEnumConverter<Tags>))]
public enum Tags { None = 0, Gift = 1, Fragile = 2, Express = 4 }

[Event("order-placed")]
public sealed record OrderPlaced(
    Guid OrderId,
    string Customer,
    DateTimeOffset At,
    decimal Total,
    int Quantity = 1,
    string? Note = null,
    Priority Priority = Priority.Normal,
    Channel? Via = null,
    Tags Tags = Tags.Gift | Tags.Express,
    TimeSpan? Eta = null);

[Event("item-added")]
public sealed class ItemAdded
{
    public required string Sku { get; init; }

    public int Quantity { get; init; } = 1;

    public string Unit { get; init; } = "pcs";

    public DateOnly? DeliverOn { get; set; }

    public TimeOnly At { get; init; }

    public required Money Price { get; init; }

    public Uri? Link { get; init; }

    public List<string> Labels { get; init; } = ["new"];
}

public readonly record struct Money(decimal Amount, string Currency = "EUR");

public struct Point
{
    public int X { get; set; }

    public int Y { get; set; }

    public readonly int Sum => X + Y;
}

public record struct Span(int From, int To)
{
    public string? Label { get; set; }
}

[Event("primitives")]
public sealed class Primitives
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
    public char Char { get; set; } = 'x';
    public string? String { get; set; }
    public Guid Guid { get; set; }
    public DateTime DateTime { get; set; }
    public DateTimeOffset DateTimeOffset { get; set; }
    public DateOnly DateOnly { get; set; }
    public TimeOnly TimeOnly { get; set; }
    public TimeSpan TimeSpan { get; set; }
    public Uri? Uri { get; set; }
    public Version? Version { get; set; }
    public byte[]? Bytes { get; set; }
    public ReadOnlyMemory<byte> Memory { get; set; }
    public JsonElement? Element { get; set; }
    public JsonNode? Node { get; set; }
    public JsonObject? Object { get; set; }
    public int? MaybeInt { get; set; }
    public Guid? MaybeGuid { get; set; }
    public Priority? MaybePriority { get; set; }
}

[Event("collections")]
public sealed record Collections(
    int[] Ints,
    List<string> Names,
    IReadOnlyList<Money> Prices,
    IReadOnlyCollection<Point> Points,
    ImmutableArray<int> Scores,
    ImmutableList<string>? Immutables,
    HashSet<string> Set,
    ISet<int> ISet,
    Dictionary<string, int> Counts,
    IDictionary<Priority, string> ByPriority,
    IReadOnlyDictionary<Guid, string> ById,
    ImmutableDictionary<string, Money>? Rates,
    IEnumerable<long> Longs,
    IList<Priority> Priorities,
    ICollection<DateOnly> Days,
    List<List<int>> Matrix,
    Dictionary<int, List<string>> Buckets,
    string?[]? MaybeNames,
    SortedDictionary<string, bool> Sorted);

public sealed record Customer(string Name, Address? Home, IReadOnlyDictionary<string, Address> Others);

public sealed class Address
{
    public string Street { get; set; } = "";

    public string? Zip { get; init; }

    public Point Where { get; set; }

    public Span Floors { get; set; }
}

public sealed record TreeNode(string Name, IReadOnlyList<TreeNode> Children);

public sealed record Page<T>(IReadOnlyList<T> Items, int Total, T? First)
    where T : notnull;

[Event("nested")]
public sealed record Nested(Customer Customer, TreeNode Tree, Page<Money> Prices, Page<string> Names);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Cash), 2)]
public abstract record Payment(decimal Amount);

public sealed record Card(decimal Amount, string Last4) : Payment(Amount);

public sealed record Cash(decimal Amount) : Payment(Amount);

[Event("paid")]
public sealed record Paid(Guid OrderId, Payment Payment, IReadOnlyList<Payment> Parts);
