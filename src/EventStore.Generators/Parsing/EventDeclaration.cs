using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Where an event's names are written: at its type, or in an assembly that names a type which it did not write or which is generic.</summary>
/// <param name="Attribute">The attribute, or null for a type that is called like its class.</param>
/// <param name="Assembly">The assembly that generates its JSON.</param>
internal sealed record EventDeclaration(AttributeData? Attribute, IAssemblySymbol Assembly)
{
    public static EventDeclaration Of(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.Attribute(KnownNames.Event) is { } own)
            return new EventDeclaration(own, type.ContainingAssembly);

        return Assemblies(type).Prepend(compilation.Assembly).Distinct<IAssemblySymbol>(SymbolEqualityComparer.Default)
            .SelectMany(assembly => Named(assembly).Where(attribute => SymbolEqualityComparer.Default.Equals(TypeOf(attribute), type)).Select(attribute => new EventDeclaration(attribute, assembly)))
            .FirstOrDefault() ?? new EventDeclaration(null, type.ContainingAssembly);
    }

    /// <summary>The attributes by which an assembly names events.</summary>
    public static IEnumerable<AttributeData> Named(IAssemblySymbol assembly) =>
        assembly.GetAttributes().Where(attribute => attribute.AttributeClass.Is(KnownNames.EventOf));

    /// <summary>The event that an assembly's attribute names; null for what is none, an array for example.</summary>
    public static INamedTypeSymbol? TypeOf(AttributeData attribute) => attribute.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;

    public static bool IsGeneric(INamedTypeSymbol type) => type.WithContainers().Any(container => container.IsGenericType);

    /// <summary>Whether a type still has a type parameter to be filled in.</summary>
    public static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.WithContainers().SelectMany(container => container.TypeArguments).Any(IsOpen),
        _ => false,
    };

    private static IEnumerable<IAssemblySymbol> Assemblies(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => named.WithContainers().SelectMany(container => container.TypeArguments).SelectMany(Assemblies).Prepend(named.ContainingAssembly),
        IArrayTypeSymbol array => Assemblies(array.ElementType),
        _ => [],
    };
}
