using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads catalogs.</summary>
internal static class CatalogParser
{
    public static CatalogModel? Parse(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        string? fault = type switch
        {
            { IsStatic: false } => "is not static",
            _ when type.WithContainers().Any(container => !container.IsPartial(cancellationToken)) => "is not partial, or stands in a type that is not",
            _ when type.WithContainers().Any(container => container.IsGenericType) => "is generic, or stands in a generic type",
            { IsFileLocal: true } => "is local to a file",
            _ when type.Name == "Catalog" || type.GetMembers("Catalog").Any(member => member.IsWrittenByUser()) =>
                "takes the name 'Catalog', which the generated property has",
            _ => null,
        };
        if (fault is not null)
        {
            problems.Add(Descriptors.CatalogNotStaticPartial, type, type.Name, fault);
            return null;
        }

        IEnumerable<string> includes =
            from argument in type.Attribute(KnownNames.EventCatalog)?.NamedArguments ?? []
            where argument is { Key: "Includes", Value: { Kind: TypedConstantKind.Array, IsNull: false } }
            from value in argument.Value.Values
            let included = value.Value as INamedTypeSymbol
            where included?.Attribute(KnownNames.EventCatalog) is not null && !SymbolEqualityComparer.Default.Equals(included.ContainingAssembly, compilation.Assembly)
            select included.FullName();
        return new CatalogModel(TypeHeaderParser.Parse(type), includes.Distinct().ToEquatableArray());
    }
}
