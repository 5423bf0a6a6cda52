using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>The rules for stored names, the same as those of the library at run time.</summary>
internal static class StoredName
{
    public const int MaxLength = 255;

    /// <summary>Whether a name can be stored; what is wrong with it is told at the place where it is written.</summary>
    /// <param name="name">The name.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="place">Where the name is written.</param>
    /// <param name="owner">Whose name it is.</param>
    /// <param name="example">A name that could be stored.</param>
    public static bool IsValid(string? name, Problems problems, Location? place, string owner, string example)
    {
        if (string.IsNullOrWhiteSpace(name))
            problems.Add(Descriptors.EmptyName, place, owner, example);
        else if (name!.Length > MaxLength)
            problems.Add(Descriptors.NameTooLong, place, owner, name.Length, example);
        else if (!IsText(name))
            problems.Add(Descriptors.NameCharacters, place, owner, example);
        else
            return true;

        return false;
    }

    /// <summary>A name in the style of the documentation: <c>AccountOpened</c> gives <c>account-opened</c>.</summary>
    public static string Suggest(string typeName) => string.Concat(typeName.Select((character, index) =>
        char.IsUpper(character) && index > 0 ? "-" + char.ToLowerInvariant(character) : char.ToLowerInvariant(character).ToString()));

    /// <summary>Whether it holds neither NUL nor half of a surrogate pair.</summary>
    public static bool IsText(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (i + 1 < name.Length && char.IsSurrogatePair(name[i], name[i + 1]))
                i++;
            else if (name[i] == '\0' || char.IsSurrogate(name[i]))
                return false;
        }

        return true;
    }
}
