namespace EventStore.Generators.Models;

/// <summary>An event by its names, without its shape.</summary>
/// <param name="Type">Its type from <c>global::</c> on.</param>
/// <param name="Id">The identifier of its <c>EventType</c> in the generated class of the assembly.</param>
/// <param name="Name">The name under which it is stored.</param>
/// <param name="FormerNames">The names under which it was stored.</param>
/// <param name="Catalog">The catalog class of the assembly that generates its JSON, from <c>global::</c> on; empty where that is this one.</param>
internal sealed record EventName(string Type, string Id, string Name, EquatableArray<string> FormerNames, string Catalog = "");
