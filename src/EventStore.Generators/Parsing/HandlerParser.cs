using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads <c>When</c> methods.</summary>
internal static class HandlerParser
{
    private const string Prefix = "When";

    /// <summary>Whether a method is meant as a handler: <c>When</c>, <c>WhenOpened</c>, but not <c>Whenever</c>.</summary>
    public static bool IsCandidate(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && method.Name.StartsWith(Prefix, StringComparison.Ordinal)
        && (method.Name.Length == Prefix.Length || !char.IsLower(method.Name[Prefix.Length]));

    public static Handler? Parse(IMethodSymbol method, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        if (method.Parameters.IsEmpty)
        {
            problems.Add(Descriptors.UnknownHandler, method, method.Name, "it has no parameter. Let the first one be the event, or give the method a name that does not begin with 'When'.");
            return null;
        }

        IParameterSymbol parameter = method.Parameters[0];
        if (parameter.Type.TypeKind == TypeKind.Error || FindEvent(method, parameter, compilation, problems) is not { } @event)
            return null;

        if (FaultOf(method) is { } fault)
        {
            problems.Add(Descriptors.HandlerSignature, fault.Place, method.Name, fault.Text, method.Name, @event.Name);
            return null;
        }

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
            problems.Add(Descriptors.UnmarkedEvent, parameter, @event.Name);

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
            problems.Add(Descriptors.UnknownHandler, parameter, method.Name, $"its parameter '{parameter.Type.ShortName()}' is no event. Take an event that is marked with [Event(\"…\")], or give the method a name that does not begin with 'When'.");
            return null;
        }

        if (method.Name == Prefix || method.Name == Prefix + @event!.Name)
            return @event;

        problems.Add(Descriptors.UnknownHandler, method, method.Name, $"its name and its parameter '{@event.Name}' do not fit each other. Call it '{Prefix}{@event.Name}' or '{Prefix}'.");
        return null;
    }

    private static (ISymbol Place, string Text)? FaultOf(IMethodSymbol method)
    {
        IParameterSymbol? byReference = method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None || parameter.IsParams);
        bool isVoid = method.ReturnsVoid;
        bool returnsSelf = SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType);
        return method switch
        {
            { IsStatic: true } => (method, "is static"),
            { IsGenericMethod: true } => (method, "is generic"),
            { IsAsync: true } => (method, "is async, but a handler only changes the state"),
            { IsAbstract: true } => (method, "is abstract"),
            { PartialImplementationPart: null, IsPartialDefinition: true } => (method, "is partial and has no body"),
            { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => (method, "returns by reference"),
            _ when byReference is not null => (byReference, $"takes '{byReference.Name}' by ref, in, out or params"),
            { Parameters.Length: > 2 } => (method.Parameters[2], "has more than two parameters"),
            { Parameters: [_, { } second] } when !second.Type.Is(KnownNames.EventMetadata) && !second.Type.Is(KnownNames.DomainEvent) =>
                (second, $"has '{second.Type.ShortName()}' as second parameter"),
            _ when !isVoid && returnsSelf && !method.ContainingType.IsRecord => (method, $"returns '{method.ContainingType.Name}', which is no record and so cannot be copied"),
            _ when !isVoid && !returnsSelf => (method, $"returns '{method.ReturnType.ShortName()}'"),
            _ => null,
        };
    }
}
