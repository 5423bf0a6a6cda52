namespace EventStore.Generators.Models;

/// <summary>An aggregate, and the events that it handles although they carry no <c>[Event]</c>.</summary>
internal sealed record ParsedAggregate(AggregateModel Aggregate, EquatableArray<EventModel> UnmarkedEvents);
