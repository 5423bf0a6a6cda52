using System.Text.Json.Serialization;
using EventStore.LoadTest.Domain;

namespace EventStore.LoadTest.Limit;

/// <summary>The events by System.Text.Json's own generator, as its users write it.</summary>
[JsonSerializable(typeof(AccountOpened))]
[JsonSerializable(typeof(MoneyDeposited))]
[JsonSerializable(typeof(MoneyWithdrawn))]
[JsonSerializable(typeof(OwnerRenamed))]
internal sealed partial class LimitJson : JsonSerializerContext;
