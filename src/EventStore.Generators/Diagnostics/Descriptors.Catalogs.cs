using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with a catalog.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor GenericCatalog = Error(
        DiagnosticIds.GenericCatalog,
        "A catalog is not generic",
        "The catalog '{0}' is generic or stands in a generic type, but there is one catalog for all. Remove the type parameters, or move it out.");

    public static readonly DiagnosticDescriptor FileLocalCatalog = Error(
        DiagnosticIds.FileLocalCatalog,
        "Generated files can name a catalog",
        "The catalog '{0}' is local to a file, so generated files cannot name it. Make it internal or public.");

    public static readonly DiagnosticDescriptor CatalogNameTaken = Error(
        DiagnosticIds.CatalogNameTaken,
        "The name 'Catalog' is free in a catalog",
        "The catalog '{0}' takes the name 'Catalog', which its generated property has. Give yours another name.");
}
