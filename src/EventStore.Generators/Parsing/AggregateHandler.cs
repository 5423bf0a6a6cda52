using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>A handler of an aggregate while it is being read.</summary>
/// <param name="Method">The method.</param>
/// <param name="Event">The event.</param>
/// <param name="IsMarked">Whether an attribute names the event.</param>
/// <param name="Model">What is kept of it.</param>
internal sealed record AggregateHandler(IMethodSymbol Method, INamedTypeSymbol Event, bool IsMarked, HandlerModel Model)
    : Handler(Method, Event, Model.Event, IsMarked, !Method.ReturnsVoid);
