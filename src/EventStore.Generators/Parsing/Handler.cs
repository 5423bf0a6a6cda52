using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>A handler while it is being read.</summary>
/// <param name="Event">The event.</param>
/// <param name="IsPure">Whether it returns a new aggregate.</param>
/// <param name="Model">What is kept of it.</param>
internal sealed record Handler(INamedTypeSymbol Event, bool IsPure, HandlerModel Model);
