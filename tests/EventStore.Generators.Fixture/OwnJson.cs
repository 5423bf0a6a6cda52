using System.Text.Json.Serialization;
using EventStore;
using EventStore.Generators.Fixture;

[assembly: EventJson(typeof(PlaceJson))]

namespace EventStore.Generators.Fixture;

/// <summary>What no generated code could store: a value without a type.</summary>
public sealed record Place(string Name, object? Tag);

[Event("visited")]
public sealed record Visited(Place Place, IReadOnlyList<Place> Others, int Days);

[Event("left", Json = typeof(LeftJson))]
public sealed record PlaceLeft(Place Place, int DaysSpent);

[Event("entered")]
public sealed record PlaceEntered(object? Tag);

[Event("remembered")]
public sealed record Remembered(PlaceLeft Last);

[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(PlaceEntered))]
[JsonSerializable(typeof(string))]
public sealed partial class PlaceJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlaceLeft))]
[JsonSerializable(typeof(string))]
public sealed partial class LeftJson : JsonSerializerContext;
