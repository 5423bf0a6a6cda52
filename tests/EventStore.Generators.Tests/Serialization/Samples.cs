using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using EventStore.Generators.Fixture;

namespace EventStore.Generators.Tests.Serialization;

/// <summary>Events of many shapes.</summary>
internal static class Samples
{
    private static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static IReadOnlyList<object> All { get; } =
    [
        new OrderPlaced(Id, "Ada \"é\u1000😀", DateTimeOffset.UnixEpoch.AddTicks(1), 12.50m),
        new OrderPlaced(Id, null!, default, -0.0m, 0, "n", Priority.High, Channel.Phone, Tags.Gift | Tags.Fragile, TimeSpan.FromTicks(7)),
        new ItemAdded { Sku = "s", Price = new Money(1.10m) },
        new ItemAdded { Sku = "s", Quantity = 0, Unit = null!, DeliverOn = new(2024, 2, 29), At = new(23, 59), Price = new(2, "USD"), Link = new("https://x/y?z=1"), Labels = ["a", "b"] },
        new Primitives(),
        new Primitives
        {
            Bool = true, Byte = 255, SByte = -128, Short = -1, UShort = 1, Int = int.MinValue, UInt = uint.MaxValue, Long = long.MinValue, ULong = ulong.MaxValue,
            Int128 = Int128.MinValue, UInt128 = UInt128.MaxValue, Half = (Half)1.5, Float = 0.1f, Double = double.Epsilon, Decimal = decimal.MaxValue, Char = '\u00e9', String = "\u2028<>&'",
            Guid = Id, DateTime = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), DateTimeOffset = new(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(-3)), DateOnly = DateOnly.MaxValue,
            TimeOnly = TimeOnly.MaxValue, TimeSpan = TimeSpan.MinValue, Uri = new("a/b", UriKind.Relative), Version = new(1, 2, 3), Bytes = [0, 255], Memory = new byte[] { 1, 2 },
            Element = JsonDocument.Parse("""{"a":[1,null,"x"]}""").RootElement, Node = JsonNode.Parse("[1,2.50]"), Object = new JsonObject { ["k"] = 1 }, MaybeInt = 0, MaybeGuid = Id, MaybePriority = Priority.Low,
        },
        new Collections(
            [1, 2], ["a"], [new(1), new(2, "X")], [new Point { X = 1, Y = 2 }], [3], ["i"], ["s"], new HashSet<int> { 1 }, new() { ["k"] = 1 }, new Dictionary<Priority, string> { [Priority.High] = "h" },
            new Dictionary<Guid, string> { [Id] = "v" }, System.Collections.Immutable.ImmutableDictionary<string, Money>.Empty.Add("r", new(1)), [1L, 2L], [Priority.Normal], [DateOnly.MinValue],
            [[1], []], new() { [7] = ["x"] }, ["a", null], new() { ["b"] = true, ["a"] = false }),
        new Collections([], [], [], [], [], null, [], new HashSet<int>(), [], new Dictionary<Priority, string>(), new Dictionary<Guid, string>(), null, [], [], [], [], [], null, []),
        new Nested(
            new("C", new() { Street = "s", Zip = "z", Where = new() { X = 1 }, Floors = new(1, 2) { Label = "l" } }, new Dictionary<string, Address> { ["o"] = new() }),
            new("root", [new("leaf", []), new("other", [new("deep", [])])]),
            new([new(1)], 1, new Money(1)),
            new(["n"], 1, null)),
        new Paid(Id, new Card(1, "1234"), [new Cash(2), new Card(3, "5678")]),
        new Attributed { Id = 1, Secret = "never", Maybe = "m", Zero = 1, Field = 2, Cents = 1.23m, MaybeCents = 4.56m, First = "g", BigId = long.MaxValue, Must = "must", @event = 5, Extra = new() { ["x"] = JsonDocument.Parse("1").RootElement } },
        new Attributed { Must = "" },
        new Shipped("c", DateTime.UnixEpoch, 0.5, Priority.Low, 'm') { Weight = 3, Track = "t" },
        new Refunded(3) { Why = "y" },
        new Checked(" text ") { Length = 9 },
        new Reckoned(1, 5) { Sum = 7 },
        new Derived { EventId = Id, Shadow = "s" },
        new Strict(1, "b"),
        new Gathered { Filled = { 1, 2 }, Kept = new() { ["k"] = 3 }, Replaced = [4] },
        new Gatherings(
            new([1, 2]), new(["a", "b"]), new([new(1), new(2, "X")]), [3, 4], ["o"], new[] { 5, 6 }, new[] { Priority.High }, new() { ["b"] = 1, ["a"] = 2 }, new() { [2] = "b", [1] = "a" },
            new() { ["k"] = 1 }, [7, 8], ImmutableList.Create("f"), ImmutableHashSet.Create(9), ImmutableQueue.Create(1L, 2L), ImmutableDictionary<string, Money>.Empty.Add("r", new(1))),
        new Measured(double.NaN, float.NegativeInfinity, [1.5]),
        new Measured(0.1, null, []),
        new Documented(JsonDocument.Parse("""{"a":[1,null]}"""), JsonDocument.Parse("[1.50]").RootElement),
        new CounterReset(),
        new MoneyWithdrawn(1.5m),
    ];
}
