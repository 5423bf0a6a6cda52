using System.Text.Json.Serialization;
using EventStore.LoadTest.Domain;

namespace EventStore.PeerComparison.Martens;

/// <summary>System.Text.Json's generated metadata, which Marten takes before it reflects.</summary>
[JsonSerializable(typeof(AccountOpened))]
[JsonSerializable(typeof(MoneyDeposited))]
[JsonSerializable(typeof(MoneyWithdrawn))]
[JsonSerializable(typeof(OwnerRenamed))]
[JsonSerializable(typeof(MartenAccount))]
[JsonSerializable(typeof(MartenTurnover))]
[JsonSerializable(typeof(MartenBalance))]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(string))]
internal sealed partial class MartenJson : JsonSerializerContext;
