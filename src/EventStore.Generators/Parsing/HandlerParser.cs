using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads <c>When</c> methods.</summary>
internal static class HandlerParser
{
    public const string Prefix = "When";

    /// <summary>Whether a method is meant as a handler: <c>When</c>, <c>WhenOpened</c>, but not <c>Whenever</c>.</summary>
    public static bool IsCandidate(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && method.Name.StartsWith(Prefix, StringComparison.Ordinal)
        && (method.Name.Length == Prefix.Length || !char.IsLower(method.Name[Prefix.Length]));

    public static Handler? Parse(IMethodSymbol method, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        // Without a parameter it may be a question, as in WhenReady(): HandlerWithoutParameter tells which ones are not.
        if (method.Parameters.IsEmpty)
            return null;

        IParameterSymbol parameter = method.Parameters[0];
        if (parameter.Type.TypeKind == TypeKind.Error || FindEvent(method, parameter, compilation, problems) is not { } @event)
            return null;

        if (!HandlerSignature.IsValid(method, problems))
            return null;

        if (!SymbolEqualityComparer.Default.Equals(@event.ContainingAssembly, compilation.Assembly))
        {
            problems.Add(Descriptors.ForeignEvent, parameter, @event.Name, @event.ContainingAssembly.Name);
            return null;
        }

        // What is wrong with a marked event is told at the event.
        bool isMarked = @event.Attribute(KnownNames.Event) is not null;
        if (!EventParser.IsUsable(@event, compilation, isMarked ? new Problems() : problems) || EventParser.ParseName(@event, new Problems(), cancellationToken) is not { } name)
            return null;

        if (!isMarked)
            problems.Add(Descriptors.UnpinnedName, parameter, @event.Name);

        HandlerContext context = method.Parameters.Length == 1 ? HandlerContext.None
            : method.Parameters[1].Type.Is(KnownNames.EventMetadata) ? HandlerContext.Metadata
            : HandlerContext.DomainEvent;
        return new Handler(@event, !method.ReturnsVoid, new HandlerModel(method.Name, name, context));
    }

    private static INamedTypeSymbol? FindEvent(IMethodSymbol method, IParameterSymbol parameter, Compilation compilation, Problems problems)
    {
        var @event = parameter.Type as INamedTypeSymbol;
        bool isMarked = @event?.Attribute(KnownNames.Event) is not null;
        bool isOwn = @event is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None }
            && SymbolEqualityComparer.Default.Equals(@event.ContainingAssembly, compilation.Assembly)
            && @event.Attribute(KnownNames.Aggregate) is null;
        if (!isMarked && !isOwn)
        {
            problems.Add(Descriptors.HandlerWithoutEvent, parameter, method.Name, parameter.Type.ShortName());
            return null;
        }

        if (method.Name == Prefix || method.Name == Prefix + @event!.Name)
            return @event;

        problems.Add(Descriptors.UnknownHandler, method, method.Name, @event.Name);
        return null;
    }
}
