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

        return new CatalogModel(TypeHeaderParser.Parse(type), type.IsVisibleIn(compilation), ReadIncludes(type, compilation, problems, cancellationToken).Distinct().ToEquatableArray());
    }

    private static IEnumerable<string> ReadIncludes(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        AttributeData? attribute = type.Attribute(KnownNames.EventCatalog);
        foreach (TypedConstant value in attribute.Types("Includes"))
        {
            if (value.Value is not INamedTypeSymbol included || included.TypeKind == TypeKind.Error)
                continue;

            if (included.Attribute(KnownNames.EventCatalog) is null)
                problems.Add(Descriptors.IncludedNoCatalog, attribute!.Location(cancellationToken), type.Name, included.ShortName(), "is no catalog");
            else if (SymbolEqualityComparer.Default.Equals(included.ContainingAssembly, compilation.Assembly))
                problems.Add(Descriptors.IncludedNoCatalog, attribute!.Location(cancellationToken), type.Name, included.ShortName(), "holds the events of the same assembly");
            else if (included.IsVisibleIn(compilation))
                yield return included.FullName();
        }
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
