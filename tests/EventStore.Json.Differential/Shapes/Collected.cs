using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EventStore.Json.Differential.Shapes;

[Event("arrays")]
public sealed record Arrays(int[] Ints, string?[]? MaybeTexts, Money[] Structs, int[][] Jagged, byte[][] Blobs, Priority?[] MaybeEnums, Line[] Objects);

public sealed class Line
{
    public string Sku { get; set; } = "sku";

    public int Quantity { get; set; } = 1;
}

[Event("lists")]
public sealed record Lists(
    List<string> List,
    IList<Priority> IList,
    ICollection<DateOnly> ICollection,
    IEnumerable<long> IEnumerable,
    IReadOnlyList<Money> IReadOnlyList,
    IReadOnlyCollection<Point> IReadOnlyCollection,
    List<List<int>> Nested,
    List<Line?> MaybeObjects,
    List<int?>? MaybeList);

[Event("pairs")]
public sealed record Pairs(KeyValuePair<string, Money> Pair, KeyValuePair<int, Line?>? Maybe, IReadOnlyList<KeyValuePair<string, int>> List);

[Event("sets")]
public sealed class Sets
{
    public HashSet<string> HashSet { get; set; } = [];
    public SortedSet<int> SortedSet { get; set; } = [3];
    public ISet<Guid>? ISet { get; set; }
    public ImmutableHashSet<int>? Immutable { get; set; }
    public ImmutableSortedSet<string>? Sorted { get; set; }
}

[Event("immutables")]
public sealed record Immutables(
    ImmutableArray<int> Array,
    ImmutableArray<Money>? MaybeArray,
    ImmutableList<string>? List,
    ImmutableDictionary<string, Money>? Dictionary,
    ImmutableSortedDictionary<int, string>? SortedDictionary);

[Event("dictionaries")]
public sealed record Dictionaries(
    Dictionary<string, int> Dictionary,
    IDictionary<string, string?> IDictionary,
    IReadOnlyDictionary<string, Money> IReadOnlyDictionary,
    SortedDictionary<string, bool> Sorted,
    Dictionary<string, List<Line>> OfLists,
    Dictionary<string, Dictionary<string, int>>? OfDictionaries,
    IReadOnlyDictionary<string, Line?>? MaybeObjects);

[Event("keys")]
public sealed class Keys
{
    public Dictionary<bool, int>? Bool { get; set; }
    public Dictionary<byte, int>? Byte { get; set; }
    public Dictionary<sbyte, int>? SByte { get; set; }
    public Dictionary<short, int>? Short { get; set; }
    public Dictionary<ushort, int>? UShort { get; set; }
    public Dictionary<int, int>? Int { get; set; }
    public Dictionary<uint, int>? UInt { get; set; }
    public Dictionary<long, int>? Long { get; set; }
    public Dictionary<ulong, int>? ULong { get; set; }
    public Dictionary<Int128, int>? Int128 { get; set; }
    public Dictionary<UInt128, int>? UInt128 { get; set; }
    public Dictionary<Half, int>? Half { get; set; }
    public Dictionary<float, int>? Float { get; set; }
    public Dictionary<double, int>? Double { get; set; }
    public Dictionary<decimal, int>? Decimal { get; set; }
    public Dictionary<char, int>? Char { get; set; }
    public Dictionary<Guid, int>? Guid { get; set; }
    public Dictionary<DateTime, int>? DateTime { get; set; }
    public Dictionary<DateTimeOffset, int>? DateTimeOffset { get; set; }
    public Dictionary<DateOnly, int>? DateOnly { get; set; }
    public Dictionary<TimeOnly, int>? TimeOnly { get; set; }
    public Dictionary<TimeSpan, int>? TimeSpan { get; set; }
    public Dictionary<Uri, int>? Uri { get; set; }
    public Dictionary<Version, int>? Version { get; set; }
    public Dictionary<Priority, int>? Enum { get; set; }
    public Dictionary<Channel, int>? NamedEnum { get; set; }
}

/// <summary>What collections hold before they are filled: written beside their members it would be refused, since nobody wants it.</summary>
internal static class Beginnings
{
    public static List<int> List(params int[] items) => [.. items];

    public static HashSet<string> Set(params string[] items) => [.. items];

    public static Dictionary<string, T> Map<T>(string key, T value) => new() { [key] = value };
}

/// <summary>Collections that cannot be set, only filled or left as they are.</summary>
[Event("filled")]
public sealed class Filled
{
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public List<int> GetOnly { get; } = Beginnings.List(1);

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public Dictionary<string, int> Kept { get; set; } = Beginnings.Map("a", 1);

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public Line Line { get; } = new() { Sku = "first" };

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public Point Point { get; set; } = new() { X = 5, Y = 6 };

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
    public List<int> Replaced { get; set; } = [7];

    public List<int> AsTheOptionsSay { get; set; } = [8];
}

[Event("populated")]
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class Populated
{
    public List<int> Items { get; set; } = Beginnings.List(1, 2);

    public HashSet<string> Names { get; set; } = Beginnings.Set("n");

    public IDictionary<string, Line> Lines { get; set; } = Beginnings.Map("l", new Line());

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
    public List<int> Replaced { get; set; } = [3];

    public List<int>? Missing { get; set; }
}
