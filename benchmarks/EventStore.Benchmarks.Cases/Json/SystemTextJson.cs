using System.Text.Json.Serialization;

namespace EventStore.Benchmarks.Json;

/// <summary>The same events by System.Text.Json's own generator, as its users write it.</summary>
[JsonSerializable(typeof(PaymentTaken))]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(ItemAdded))]
[JsonSerializable(typeof(OrderShipped))]
[JsonSerializable(typeof(OrderClassified))]
[JsonSerializable(typeof(PriceChanged))]
internal sealed partial class SystemTextJson : JsonSerializerContext;
