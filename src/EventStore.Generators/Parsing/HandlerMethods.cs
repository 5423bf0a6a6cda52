using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Finds the methods of a type and its bases that are meant as handlers.</summary>
internal static class HandlerMethods
{
    public const string Prefix = "When";

    /// <summary>Whether a method is meant as a handler: <c>When</c>, <c>WhenOpened</c>, but not <c>Whenever</c>.</summary>
    public static bool IsCandidate(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && method.Name.StartsWith(Prefix, StringComparison.Ordinal)
        && (method.Name.Length == Prefix.Length || !char.IsLower(method.Name[Prefix.Length]));

    /// <summary>The type's own ones, then those of its bases; of one that is overridden only the last override.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol type)
    {
        HashSet<IMethodSymbol> overridden = new(SymbolEqualityComparer.Default);
        foreach (IMethodSymbol method in type.WithBases().SelectMany(@base => @base.GetMembers()).OfType<IMethodSymbol>().Where(IsCandidate))
        {
            if (method.OverriddenMethod is { } original)
                overridden.Add(original);

            if (!overridden.Contains(method))
                yield return method;
        }
    }

    public static bool IsInherited(IMethodSymbol method, INamedTypeSymbol type) => !SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
}
