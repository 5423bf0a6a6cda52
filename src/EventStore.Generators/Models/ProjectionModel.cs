namespace EventStore.Generators.Models;

/// <summary>A projection or read model.</summary>
/// <param name="Header">The type.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Name">Its stored name.</param>
/// <param name="Handlers">Its handlers, sorted by the events' stored names: the index is the ordinal.</param>
internal sealed record ProjectionModel(TypeHeader Header, ProjectionKind Kind, string Name, EquatableArray<ProjectionHandlerModel> Handlers);
