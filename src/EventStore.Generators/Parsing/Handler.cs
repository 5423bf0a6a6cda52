using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>A handler while it is being read.</summary>
/// <param name="Method">The method.</param>
/// <param name="Event">The event.</param>
/// <param name="IsMarked">Whether an attribute names the event.</param>
/// <param name="IsPure">Whether it returns a new aggregate.</param>
/// <param name="Model">What is kept of it.</param>
internal sealed record Handler(IMethodSymbol Method, INamedTypeSymbol Event, bool IsMarked, bool IsPure, HandlerModel Model);
