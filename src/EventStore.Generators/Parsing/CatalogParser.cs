using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads catalogs.</summary>
internal static class CatalogParser
{
    public static CatalogModel? Parse(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        if (!IsSupported(type, problems, cancellationToken))
            return null;

        IEnumerable<string> includes =
            from argument in type.Attribute(KnownNames.EventCatalog)?.NamedArguments ?? []
            where argument is { Key: "Includes", Value: { Kind: TypedConstantKind.Array, IsNull: false } }
            from value in argument.Value.Values
            let included = value.Value as INamedTypeSymbol
            where included?.Attribute(KnownNames.EventCatalog) is not null && !SymbolEqualityComparer.Default.Equals(included.ContainingAssembly, compilation.Assembly)
            select included.FullName();
        return new CatalogModel(TypeHeaderParser.Parse(type), includes.Distinct().ToEquatableArray());
    }

    private static bool IsSupported(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken)
    {
        int before = problems.Count;
        string missing = (type.IsStatic, type.IsPartial(cancellationToken)) switch
        {
            (false, false) => "static partial",
            (false, true) => "static",
            (true, false) => "partial",
            _ => "",
        };
        if (missing.Length > 0)
            problems.Add(Descriptors.CatalogNotStaticPartial, type, type.Name, missing);
        else if (type.WithContainers().Any(container => container.IsGenericType))
            problems.Add(Descriptors.GenericCatalog, type, type.Name);
        else if (type.WithContainers().Any(container => container.IsFileLocal))
            problems.Add(Descriptors.FileLocalCatalog, type, type.Name);
        else if (type.Name == "Catalog" || type.GetMembers("Catalog").Any(member => member.IsWrittenByUser()))
            problems.Add(Descriptors.CatalogNameTaken, type, type.Name);

        AggregateShape.ContainersArePartial(type, problems, cancellationToken);
        return problems.Count == before;
    }
}
