using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>The event that a handler takes, of this assembly or of another.</summary>
internal sealed class HandledEvent
{
    private readonly EventDeclaration _declaration;

    private HandledEvent(INamedTypeSymbol type, EventDeclaration declaration)
    {
        Type = type;
        _declaration = declaration;
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>Whether an attribute names it; without one it is called like its class.</summary>
    public bool IsMarked => _declaration.Attribute is not null;

    /// <summary>Finds the event of a method; null if it takes none, or is called after another.</summary>
    public static HandledEvent? Find(IMethodSymbol method, IParameterSymbol parameter, Compilation compilation, Problems problems)
    {
        var type = parameter.Type as INamedTypeSymbol;
        bool canBeEvent = type is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } && type.Attribute(KnownNames.Aggregate) is null;
        EventDeclaration? declaration = canBeEvent || type?.Attribute(KnownNames.Event) is not null ? EventDeclaration.Of(type!, compilation) : null;
        if (declaration is null || (declaration.Attribute is null && !IsOwn(declaration, compilation)))
        {
            // A base of another assembly may have methods of such names for reasons of its own.
            if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
                problems.Add(Descriptors.HandlerWithoutEvent, parameter, method.Name, parameter.Type.ShortName());

            return null;
        }

        if (method.Name == HandlerMethods.Prefix || method.Name == HandlerMethods.Prefix + type!.Name)
            return new HandledEvent(type!, declaration);

        problems.Add(Descriptors.UnknownHandler, method, method.Name, type.Name);
        return null;
    }

    /// <summary>Reads its names; null if it cannot be an event, or if this assembly cannot reach its JSON.</summary>
    public EventName? ReadName(IParameterSymbol parameter, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        // What is wrong with a marked event is told where it is marked.
        Problems own = IsMarked ? new Problems() : EventDeclaration.IsGeneric(Type) ? problems.At(parameter) : problems;
        if (!EventParser.IsUsable(Type, compilation, own) || EventParser.ParseName(Type, compilation, new Problems(), cancellationToken) is not { } name)
            return null;

        if (!IsMarked)
            problems.Add(Descriptors.UnpinnedName, parameter, Type.Name);

        if (IsOwn(_declaration, compilation))
            return name;

        if (Catalogs.Of(_declaration.Assembly, compilation) is { } catalog)
            return name with { Catalog = catalog.FullName() };

        problems.Add(Descriptors.ForeignEvent, parameter, Type.Name, _declaration.Assembly.Name);
        return null;
    }

    private static bool IsOwn(EventDeclaration declaration, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(declaration.Assembly, compilation.Assembly);
}
