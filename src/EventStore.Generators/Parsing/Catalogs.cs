using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Finds catalogs of other assemblies by what those say themselves, without a look at their types.</summary>
internal static class Catalogs
{
    /// <summary>A catalog of an assembly that generated code can name, or null.</summary>
    public static INamedTypeSymbol? Of(IAssemblySymbol assembly, Compilation compilation) =>
        assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass.Is(KnownNames.EventCatalogOf))
            .Select(attribute => attribute.Argument() as INamedTypeSymbol)
            .Where(catalog => catalog is not null && catalog.IsVisibleIn(compilation))
            .OrderBy(catalog => catalog!.FullName(), StringComparer.Ordinal)
            .FirstOrDefault();
}
