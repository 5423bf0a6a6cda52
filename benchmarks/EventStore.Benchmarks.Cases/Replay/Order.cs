using EventStore.Benchmarks.Json;

namespace EventStore.Benchmarks.Replay;

/// <summary>An aggregate with an event of each shape.</summary>
[Aggregate("order")]
public sealed partial class Order
{
    public string Name { get; private set; } = "";

    public decimal Total { get; private set; }

    public decimal Paid { get; private set; }

    public int Items { get; private set; }

    public int Parcels { get; private set; }

    public Priority Priority { get; private set; }

    private void When(PaymentTaken e) => Paid += e.Amount;

    private void When(OrderPlaced e)
    {
        Name = e.Name;
        Total += e.Total;
    }

    private void When(ItemAdded e) => Items += e.Quantity;

    private void When(OrderShipped e) => Parcels += e.Parcels.Length;

    private void When(OrderClassified e) => Priority = e.Priority;

    private void When(PriceChanged e) => Total += e.To - e.From;
}
