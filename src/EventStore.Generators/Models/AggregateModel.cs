namespace EventStore.Generators.Models;

/// <summary>An aggregate.</summary>
/// <param name="Header">The type.</param>
/// <param name="Name">Its stored type.</param>
/// <param name="IsImmutable">Whether its handlers return a new instance.</param>
/// <param name="Handlers">Its handlers, sorted by the events' stored names: the index is the ordinal.</param>
/// <param name="IgnoredNames">Stored names that it passes over, sorted.</param>
internal sealed record AggregateModel(
    TypeHeader Header,
    string Name,
    bool IsImmutable,
    EquatableArray<HandlerModel> Handlers,
    EquatableArray<string> IgnoredNames);
