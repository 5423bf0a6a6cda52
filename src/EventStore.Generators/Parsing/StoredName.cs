namespace EventStore.Generators.Parsing;

/// <summary>The rules for stored names, the same as those of the library at run time.</summary>
internal static class StoredName
{
    public const int MaxLength = 255;

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? Fault(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "is empty";

        if (name!.Length > MaxLength)
            return $"has {name.Length} characters";

        for (int i = 0; i < name.Length; i++)
        {
            if (i + 1 < name.Length && char.IsSurrogatePair(name[i], name[i + 1]))
                i++;
            else if (name[i] == '\0' || char.IsSurrogate(name[i]))
                return "holds NUL or half of a surrogate pair";
        }

        return null;
    }

    /// <summary>A name in the style of the documentation: <c>AccountOpened</c> gives <c>account-opened</c>.</summary>
    public static string Suggest(string typeName) => string.Concat(typeName.Select((character, index) =>
        char.IsUpper(character) && index > 0 ? "-" + char.ToLowerInvariant(character) : char.ToLowerInvariant(character).ToString()));
}
