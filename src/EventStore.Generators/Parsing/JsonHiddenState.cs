using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

/// <summary>Tells a type that keeps something where System.Text.Json does not look from one that has nothing to keep.</summary>
internal static class JsonHiddenState
{
    private const int Populate = 1;

    /// <summary>Whether objects of a type can differ although no member tells of it.</summary>
    public static bool IsIn(INamedTypeSymbol type) =>
        type.WithBases().Any(declaring => declaring.GetMembers().OfType<IFieldSymbol>().Any(field => Holds(field, type)))
        || ((!IsOfSource(type) || IsPrimary(type)) && type.InstanceConstructors.Any(constructor => !IsCopy(constructor) && constructor.Parameters.Any(parameter => !IsOfMember(parameter, type))));

    /// <summary>Whether a member that has no setter is filled all the same.</summary>
    public static bool IsFilled(ISymbol member, INamedTypeSymbol owner) =>
        (member.Attribute(KnownNames.JsonObjectCreationHandling) ?? owner.Attribute(KnownNames.JsonObjectCreationHandling))?.Argument() is Populate;

    /// <summary>Whether what a property keeps is not made again from what is stored: without a setter it is what its initialiser says, or its constructor.</summary>
    public static bool IsKept(IPropertySymbol property) =>
        property.IsAuto() && (property.SetMethod is not null || (IsFilledLater(property.Type) && property.Type is not IArrayTypeSymbol));

    private static bool Holds(IFieldSymbol field, INamedTypeSymbol type)
    {
        ISymbol written = field.AssociatedSymbol ?? field;
        return field is { IsStatic: false, IsConst: false, AssociatedSymbol: null or IPropertySymbol, Type.TypeKind: not TypeKind.Delegate }
            && written.Attribute(KnownNames.JsonIgnore) is null
            && field.Attribute(KnownNames.JsonIgnore) is null
            && !(IsOfSource(field) && !written.IsWrittenByUser())
            && (!field.IsReadOnly || TakesValues(field.ContainingType) || IsFilledLater(field.Type))
            && !(field.AssociatedSymbol is null && IsStateOfProjection(type));
    }

    /// <summary>Its fields have a rule of their own, which names each.</summary>
    private static bool IsStateOfProjection(INamedTypeSymbol type) =>
        type.Attribute(KnownNames.Projection) is not null || type.Attribute(KnownNames.ProjectionState) is not null;

    private static bool IsFilledLater(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || (type.SpecialType != SpecialType.System_String
            && type.AllInterfaces.Any(@interface => @interface.SpecialType == SpecialType.System_Collections_IEnumerable)
            && type.ContainingNamespace?.ToDisplayString() is not ("System.Collections.Immutable" or "System.Collections.Frozen"));

    private static bool TakesValues(INamedTypeSymbol type) => type.InstanceConstructors.Any(constructor => !constructor.Parameters.IsEmpty && !IsCopy(constructor));

    /// <summary>What becomes a member is told of there, where it may be ignored on purpose.</summary>
    private static bool IsOfMember(IParameterSymbol parameter, INamedTypeSymbol type) =>
        type.WithBases().SelectMany(declaring => declaring.GetMembers()).Any(member => member is IPropertySymbol or IFieldSymbol { AssociatedSymbol: null } && string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters is [{ } parameter] && SymbolEqualityComparer.Default.Equals(parameter.Type, constructor.ContainingType);

    /// <summary>What a parameter of the type itself keeps is in no field that can be seen here.</summary>
    private static bool IsPrimary(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList.Parameters.Count: > 0 });

    private static bool IsOfSource(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty || symbol.Locations.Any(location => location.IsInSource);
}
