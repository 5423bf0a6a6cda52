namespace EventStore.Generators.Models;

/// <summary>An event with the JSON of its type and of every type that its members need.</summary>
internal sealed record EventModel(EventName Name, EquatableArray<JsonTypeModel> Json);
