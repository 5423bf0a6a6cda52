using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>What can be wrong with the members of a type together: names that two share, and a cycle that has no end.</summary>
internal static class JsonMemberChecks
{
    private const int Always = 1;
    private const int AllowReadingFromString = 1;
    private const int WriteAsString = 2;

    public static void Check(INamedTypeSymbol type, IEnumerable<ISymbol> members, JsonTypeParser parser)
    {
        Dictionary<string, ISymbol> names = new(StringComparer.Ordinal);
        foreach (ISymbol member in members.Where(IsStored))
        {
            string name = NameOf(member);
            if (!StoredName.IsText(name.Replace('\0', ' ')))
                parser.Report(member, "its JSON name holds half of a surrogate pair, which is no text. Give it a name of whole characters with [JsonPropertyName].");

            if (!names.TryGetValue(name, out ISymbol other))
                names.Add(name, member);
            else if (other.Name != member.Name)
                parser.Report(member, $"its JSON name '{name}' is that of '{other.Name}', too. Give one of them another name with [JsonPropertyName].", Descriptors.SharedJsonName);
            else if (Keeps(member) && Keeps(other) && !Overrides((IPropertySymbol)other, member))
                parser.Report(other, $"it hides that of '{member.ContainingType.Name}', which has a value of its own, and both have the JSON name '{name}'. Give one of them another name with [JsonPropertyName], or leave that of '{member.ContainingType.Name}' out with [JsonIgnore].", Descriptors.SharedJsonName);

            if (Next(member) is { } next && Leads(next, type, new HashSet<ISymbol>(SymbolEqualityComparer.Default)))
                parser.Report(member, $"each '{type.Name}' needs another one by it, without end. Write '{next.Name}?', or hold a list.", Descriptors.EndlessMember);
        }
    }

    /// <summary>Numbers that are written as texts are not read from them, unless that is said.</summary>
    public static void CheckNumbers(ISymbol symbol, JsonTypeParser parser)
    {
        if (symbol.Attribute(KnownNames.JsonNumberHandling)?.Argument() is int handling && (handling & (AllowReadingFromString | WriteAsString)) == WriteAsString)
            parser.Report(symbol, "its numbers would be written as texts, but not be read from them. Add JsonNumberHandling.AllowReadingFromString to its [JsonNumberHandling].");
    }

    /// <summary>A member's name in JSON.</summary>
    public static string NameOf(ISymbol member) => member.Attribute(KnownNames.JsonPropertyName)?.Argument() as string ?? member.Name;

    /// <summary>Whether a member is written.</summary>
    public static bool IsStored(ISymbol member) =>
        (member.DeclaredAccessibility == Accessibility.Public && member is IPropertySymbol or IFieldSymbol || member.Attribute(KnownNames.JsonInclude) is not null)
        && member.Attribute(KnownNames.JsonExtensionData) is null
        && (member is IPropertySymbol { GetMethod: not null } || member.Attribute(KnownNames.JsonInclude) is not null)
        && !(member.Attribute(KnownNames.JsonIgnore) is { } ignore && (ignore.NamedArguments.FirstOrDefault(argument => argument.Key == "Condition").Value.Value as int? ?? Always) == Always);

    private static bool Keeps(ISymbol member) => member is IPropertySymbol { SetMethod: not null } property && property.IsAuto();

    private static bool Overrides(IPropertySymbol property, ISymbol hidden)
    {
        IPropertySymbol? current = property;
        while (current is not null && !SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, hidden.OriginalDefinition))
            current = current.OverriddenProperty;

        return current is not null;
    }

    /// <summary>The type that a member can never be without, if that has members of its own.</summary>
    private static INamedTypeSymbol? Next(ISymbol member)
    {
        ITypeSymbol? type = member switch { IPropertySymbol property when !property.IsWriteOnly && property.IsAuto() => property.Type, IFieldSymbol field => field.Type, _ => null };
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class, NullableAnnotation: NullableAnnotation.NotAnnotated, IsAbstract: false, SpecialType: SpecialType.None } named
            && named.Locations.Any(location => location.IsInSource)
            && named.Attribute(KnownNames.JsonConverter) is null
            && named.Attribute(KnownNames.JsonDerivedType) is null
            && member.Attribute(KnownNames.JsonConverter) is null
            ? named
            : null;
    }

    private static bool Leads(INamedTypeSymbol from, INamedTypeSymbol to, HashSet<ISymbol> seen) =>
        SymbolEqualityComparer.Default.Equals(from, to)
        || (seen.Add(from) && from.WithBases().SelectMany(type => type.GetMembers()).Where(member => !member.IsStatic && member is IPropertySymbol or IFieldSymbol && IsStored(member)).Select(Next).Any(next => next is not null && Leads(next, to, seen)));
}
