using System.Text.Json.Serialization;

namespace EventStore.Generators.Fixture;

/// <summary>The same types by System.Text.Json's own generator: what ours is compared with.</summary>
[JsonSourceGenerationOptions(AllowOutOfOrderMetadataProperties = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(ItemAdded))]
[JsonSerializable(typeof(Primitives))]
[JsonSerializable(typeof(Collections))]
[JsonSerializable(typeof(Nested))]
[JsonSerializable(typeof(Paid))]
[JsonSerializable(typeof(Attributed))]
[JsonSerializable(typeof(Shipped))]
[JsonSerializable(typeof(Refunded))]
[JsonSerializable(typeof(Checked))]
[JsonSerializable(typeof(Reckoned))]
[JsonSerializable(typeof(Derived))]
[JsonSerializable(typeof(Strict))]
[JsonSerializable(typeof(Gathered))]
[JsonSerializable(typeof(Gatherings))]
[JsonSerializable(typeof(Measured))]
[JsonSerializable(typeof(Documented))]
[JsonSerializable(typeof(CounterReset))]
[JsonSerializable(typeof(MoneyWithdrawn))]
public sealed partial class SystemJson : JsonSerializerContext;
