namespace EventStore.Generators.Models;

/// <summary>An event with the JSON of its type and of every type that its members need.</summary>
/// <param name="Name">Its names.</param>
/// <param name="Json">The types; none if a context of the user's writes and reads the event.</param>
/// <param name="Context">That context from <c>global::</c> on, or empty.</param>
internal sealed record EventModel(EventName Name, EquatableArray<JsonTypeModel> Json, string Context = "");
