using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads states of projections: what is stored with their checkpoints.</summary>
internal static class StateParser
{
    /// <summary>Reads a type that is marked as a state, or as a projection; null if generated code cannot name it.</summary>
    public static StateModel? Parse(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        if (EventDeclaration.IsOpen(type) || type.IsStatic || type.IsRefLikeType)
        {
            problems.Add(Descriptors.NotStorable, type, type.Name, "it is generic, static or a ref struct, so there is no one type to be read back. Make it a class, record or struct without type parameters.");
            return null;
        }

        foreach (IFieldSymbol field in type.WithBases().SelectMany(@base => @base.GetMembers()).OfType<IFieldSymbol>().Where(IsLost))
            problems.Add(Descriptors.LostField, SymbolEqualityComparer.Default.Equals(field.ContainingType, type) ? field : type, field.Name, type.Name);

        return Read(type, compilation, problems, cancellationToken);
    }

    /// <summary>Reads the states that a catalog names.</summary>
    public static EquatableArray<StateModel> ParseNamed(INamedTypeSymbol catalog, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        AttributeData? attribute = catalog.Attribute(KnownNames.EventCatalog);
        List<StateModel> states = [];
        foreach (TypedConstant value in attribute.Types("States"))
        {
            Problems here = problems.At(attribute!.Location(cancellationToken));
            if (value.Value is INamedTypeSymbol { TypeKind: not TypeKind.Error, IsUnboundGenericType: false } type)
                states.AddRange(Read(type, compilation, here, cancellationToken) is { } state ? [state] : []);
            else if (value.Value is ITypeSymbol { TypeKind: not TypeKind.Error } other)
                here.Add(Descriptors.NotStorable, other, other.ShortName(), "it is no state. Name a class, record, struct or collection, for example List<T>.");
        }

        return states.ToEquatableArray();
    }

    private static StateModel? Read(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        var state = new StateModel(type.FullName(), JsonTypeParser.Parse(type, compilation, problems, cancellationToken));
        return state.Json.Any(json => json.Type == state.Type) ? state : null;
    }

    /// <summary>Private fields are where a state is easily kept, and where System.Text.Json does not look.</summary>
    private static bool IsLost(IFieldSymbol field) =>
        field is { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false, AssociatedSymbol: null, DeclaredAccessibility: not Accessibility.Public }
        && field.Attribute(KnownNames.JsonInclude) is null
        && field.Attribute(KnownNames.JsonIgnore) is null;
}
