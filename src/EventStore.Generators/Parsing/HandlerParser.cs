using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads <c>When</c> methods.</summary>
internal static class HandlerParser
{
    /// <summary>Reads a handler of an aggregate; null if it is none, or cannot be called.</summary>
    public static AggregateHandler? Parse(IMethodSymbol method, INamedTypeSymbol aggregate, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        // Without a parameter it may be a question, as in WhenReady(): HandlerWithoutParameter tells which ones are not.
        if (method.Parameters.IsEmpty)
            return null;

        IParameterSymbol parameter = method.Parameters[0];
        if (parameter.Type.TypeKind == TypeKind.Error || HandledEvent.Find(method, parameter, compilation, problems) is not { } @event)
            return null;

        if (!HandlerSignature.IsValid(method, aggregate, problems) || @event.ReadName(parameter, compilation, problems, cancellationToken) is not { } name)
            return null;

        HandlerContext context = method.Parameters.Length == 1 ? HandlerContext.None
            : method.Parameters[1].Type.Is(KnownNames.EventMetadata) ? HandlerContext.Metadata
            : HandlerContext.DomainEvent;
        return new AggregateHandler(method, @event.Type, @event.IsMarked, new HandlerModel(method.Name, name, context));
    }
}
