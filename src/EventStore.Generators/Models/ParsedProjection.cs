namespace EventStore.Generators.Models;

/// <summary>A projection or read model, the events that it handles although no attribute names them, and its state where that is stored.</summary>
internal sealed record ParsedProjection(ProjectionModel Projection, EquatableArray<EventModel> UnmarkedEvents, EquatableArray<StateModel> States);
