namespace EventStore.Generators.Models;

/// <summary>A state of a projection, with the JSON of its type and of every type that its members need.</summary>
internal sealed record StateModel(string Type, EquatableArray<JsonTypeModel> Json);
