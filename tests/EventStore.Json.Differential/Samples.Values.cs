using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using EventStore.Json.Differential.Shapes;

namespace EventStore.Json.Differential;

internal static partial class Samples
{
    private static IEnumerable<object> Values() =>
    [
        new Numbers(),
        new Numbers
        {
            Bool = true, Byte = 255, SByte = -128, Short = -1, UShort = 1, Int = int.MinValue, UInt = uint.MaxValue, Long = long.MinValue, ULong = ulong.MaxValue,
            Int128 = Int128.MinValue, UInt128 = UInt128.MaxValue, Half = (Half)1.5, Float = 0.1f, Double = double.Epsilon, Decimal = 79228162514264337593543950335m,
        },
        new Numbers { Double = double.NaN, Float = float.NegativeInfinity, Decimal = 1.500m },
        new Texts { Char = 'é' },
        new Texts
        {
            String = "\u2028<>&'\"\\ é\u1000😀\n", MaybeString = "", Guid = Id, Uri = new("https://x.org/a?b=c#d"), Version = new(1, 2, 3), Bytes = [0, 255], Memory = new byte[] { 1, 2 }, ReadOnlyMemory = new byte[] { 3 },
        },
        new Texts { String = null!, Uri = new("a/b", UriKind.Relative), Bytes = [] },
        new Times(),
        new Times { DateTime = new(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), DateTimeOffset = At, DateOnly = DateOnly.MaxValue, TimeOnly = TimeOnly.MaxValue, TimeSpan = TimeSpan.MinValue },
        new Times { DateTime = new(2024, 1, 2, 3, 4, 5, DateTimeKind.Unspecified), TimeSpan = TimeSpan.FromMinutes(90) },
        new Raw(),
        new Raw
        {
            Element = JsonDocument.Parse("""{"a":[1,null,"x"]}""").RootElement,
            Node = JsonNode.Parse("[1,2.50]"),
            Object = new JsonObject { ["k"] = 1 },
            Array = [JsonNode.Parse("{}")],
            Value = JsonNode.Parse("\"v\"")!.AsValue(),
        },
        new Maybe(),
        new Maybe
        {
            Bool = false, Byte = 0, Int = 7, Decimal = 1.50m, Int128 = 5, Char = 'c', Guid = Id, Time = At, Date = new(2024, 2, 29), Priority = Priority.High, Channel = Channel.Phone,
            Money = new(1), Point = new Point { X = 1 }, Memory = new byte[] { 1 },
        },
        new Enums(),
        new Enums
        {
            Priority = Priority.High, Small = Small.All, Wide = Wide.Most, Channel = Channel.Phone, Colour = Colour.Green, Tags = Tags.Gift | Tags.Fragile,
            Named = Priority.High, MaybeNamed = Priority.Low, Numbered = Channel.Store,
        },
        new Enums { Priority = (Priority)99, Channel = (Channel)99, Tags = (Tags)64 },
    ];

    private static IEnumerable<object> Collected() =>
    [
        new Arrays([1, 2], ["a", null], [new(1), new(2, "USD")], [[1], []], [[1], []], [Priority.High, null], [new()]),
        new Arrays([], null, [], [], [], [], []),
        new Pairs(new("a", new(1)), new(2, new()), [new("b", 3), new(null!, 0)]),
        new Pairs(default, null, []),
        new Lists(["a"], [Priority.Low], [new(2024, 2, 29)], [1L], [new(1)], [new Point { X = 1 }], [[1], [2, 3]], [new(), null], [1, null]),
        new Lists([], [], [], [], [], [], [], [], null),
        new Sets { HashSet = ["a", "b"], SortedSet = [2, 1], ISet = new HashSet<Guid> { Id }, Immutable = [1], Sorted = ["b", "a"] },
        new Sets(),
        new Immutables([1, 2], [new(1)], ["a"], ImmutableDictionary<string, Money>.Empty.Add("r", new(3)), ImmutableSortedDictionary<int, string>.Empty.Add(2, "b").Add(1, "a")),
        new Immutables([], null, null, null, null),
        new Dictionaries(
            new() { ["Key"] = 1, ["k \"é\""] = 2 }, new Dictionary<string, string?> { ["n"] = null, ["t"] = "" }, new Dictionary<string, Money> { ["m"] = new(1) }, new() { ["b"] = true, ["a"] = false },
            new() { ["l"] = [new()] }, new() { ["d"] = new() { ["e"] = 1 } }, new Dictionary<string, Line?> { ["x"] = null, ["y"] = new() }),
        new Dictionaries([], new Dictionary<string, string?>(), new Dictionary<string, Money>(), [], [], null, null),
        new Keys(),
        new Keys
        {
            Bool = One(true), Byte = One<byte>(1), SByte = One<sbyte>(-1), Short = One<short>(-2), UShort = One<ushort>(2), Int = One(int.MinValue), UInt = One(3u), Long = One(long.MinValue), ULong = One(ulong.MaxValue),
            Int128 = One(Int128.MaxValue), UInt128 = One(UInt128.MaxValue), Half = One((Half)1.5), Float = One(0.1f), Double = One(0.1), Decimal = One(1.50m), Char = One('é'), Guid = One(Id),
            DateTime = One(DateTime.UnixEpoch), DateTimeOffset = One(At), DateOnly = One(DateOnly.MinValue), TimeOnly = One(new TimeOnly(1, 2)), TimeSpan = One(TimeSpan.FromDays(1.5)),
            Uri = One(new Uri("https://x.org/")), Version = One(new Version(1, 2)), Enum = One(Priority.High), NamedEnum = One(Channel.Phone),
        },
        new Filled(),
        new Filled { Kept = new() { ["b"] = 2 }, Point = new() { X = 1 }, Replaced = [9], AsTheOptionsSay = [10] },
        new Populated(),
        new Populated { Items = [], Missing = [4] },
    ];

    private static Dictionary<TKey, int> One<TKey>(TKey key)
        where TKey : notnull => new() { [key] = 1 };
}
