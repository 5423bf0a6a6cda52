using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>A handler while it is being read.</summary>
/// <param name="Method">The method.</param>
/// <param name="Event">The event.</param>
/// <param name="Name">The event's names.</param>
/// <param name="IsMarked">Whether an attribute names the event.</param>
/// <param name="IsPure">Whether it returns a new state.</param>
internal abstract record Handler(IMethodSymbol Method, INamedTypeSymbol Event, EventName Name, bool IsMarked, bool IsPure)
{
    /// <summary>The events that no attribute names, with their JSON: that is generated where they are handled.</summary>
    public static EquatableArray<EventModel> UnmarkedEvents(IEnumerable<Handler> handlers, Compilation compilation, Problems problems, CancellationToken cancellationToken) =>
        handlers.Where(handler => !handler.IsMarked)
            .Select(handler => EventParser.Parse(handler.Event, compilation, problems, cancellationToken))
            .Where(model => model is not null)
            .Select(model => model!)
            .ToEquatableArray();
}
