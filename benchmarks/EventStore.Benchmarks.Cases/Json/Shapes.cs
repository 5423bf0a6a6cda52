using System.Text.Json.Serialization;

namespace EventStore.Benchmarks.Json;

/// <summary>The six events whose JSON is measured, one of each shape.</summary>
[EventCatalog]
public static partial class Shapes
{
    public const string Small = "record of 3 members";
    public const string Large = "record of 10 members";
    public const string Initialised = "class with initialisers";
    public const string Nested = "nested, with collections";
    public const string Enums = "enums and a dictionary";
    public const string Struct = "record struct";

    public static IReadOnlyList<string> All { get; } = [Small, Large, Initialised, Nested, Enums, Struct];

    private static readonly Guid Customer = new("0197e8a1-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset At = new(2026, 11, 22, 13, 14, 15, TimeSpan.Zero);

    /// <summary>An event of a shape.</summary>
    public static object Event(string shape) => shape switch
    {
        Small => new PaymentTaken(19.95m, "EUR", At),
        Large => new OrderPlaced(Customer, "Ada Lovelace", At, 12.50m, 3, "leave it at the door", Priority.High, Channel.Phone, true, 1.25),
        Initialised => new ItemAdded { Article = "SKU-1", Quantity = 4, Unit = "box", Price = 9.99m, DeliverOn = new DateOnly(2026, 12, 1), Labels = ["fragile", "gift"] },
        Nested => new OrderShipped(
            new Address("St James's Square 12", "London", "SW1Y 4JH", new Point(51.5074, -0.1359)),
            [new Line("SKU-1", 4, new Money(9.99m, "EUR")), new Line("SKU-2", 1, new Money(120m, "EUR")), new Line("SKU-3", 2, new Money(3.50m, "EUR"))],
            ["1Z999AA10123456784", "1Z999AA10123456785"]),
        Enums => new OrderClassified(Priority.Normal, Channel.Web, Channel.Store, [Priority.Low, Priority.High], new Dictionary<string, int> { ["weight"] = 3, ["distance"] = 120, ["value"] = 9 }),
        Struct => new PriceChanged(Customer, 10.25m, 11.75m),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };
}

public enum Priority { Low, Normal, High }

[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel { Web, Phone, Store }

public readonly record struct Money(decimal Amount, string Currency);

public readonly record struct Point(double X, double Y);

public sealed record Address(string Street, string City, string Code, Point Place);

public sealed record Line(string Article, int Quantity, Money Price);

[Event("payment-taken")] public sealed record PaymentTaken(decimal Amount, string Currency, DateTimeOffset At);

[Event("order-placed")] public sealed record OrderPlaced(Guid Customer, string Name, DateTimeOffset At, decimal Total, int Quantity, string? Note, Priority Priority, Channel Channel, bool IsGift, double Weight);

[Event("item-added")]
public sealed class ItemAdded
{
    public required string Article { get; init; }

    public int Quantity { get; init; } = 1;

    public string Unit { get; init; } = "pcs";

    public decimal Price { get; init; }

    public DateOnly DeliverOn { get; init; }

    public List<string> Labels { get; init; } = [];

    public string? Note { get; init; }
}

[Event("order-shipped")] public sealed record OrderShipped(Address To, List<Line> Lines, string[] Parcels);

[Event("order-classified")] public sealed record OrderClassified(Priority Priority, Channel From, Channel? Over, List<Priority> Before, Dictionary<string, int> Scores);

[Event("price-changed")] public readonly record struct PriceChanged(Guid Article, decimal From, decimal To);
