using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>A handler of a projection or read model while it is being read.</summary>
/// <param name="Method">The method.</param>
/// <param name="Event">The event.</param>
/// <param name="IsMarked">Whether an attribute names the event.</param>
/// <param name="Model">What is kept of it.</param>
internal sealed record ProjectionHandler(IMethodSymbol Method, INamedTypeSymbol Event, bool IsMarked, ProjectionHandlerModel Model)
    : Handler(Method, Event, Model.Event, IsMarked, Model.Result is HandlerResult.State or HandlerResult.TaskOfState or HandlerResult.ValueTaskOfState);
