using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace EventStore.Generators.Emission;

/// <summary>Makes identifiers and file names of arbitrary names, a different one for each.</summary>
internal static class Identifiers
{
    /// <summary>A dotted name as one identifier: <c>Bank.Account+Opened</c> gives <c>Bank_Account_Opened</c>.</summary>
    public static string Of(string name)
    {
        string identifier = Escape(name, separator: '_', isAllowed: char.IsLetterOrDigit);

        // Nothing else ends with an underscore, and an @ could not stand behind a prefix.
        return SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : identifier + "_";
    }

    /// <summary>A type's metadata name as the name of a file.</summary>
    public static string HintName(string metadataName) => Escape(metadataName, separator: '.', isAllowed: c => c is < (char)128 && char.IsLetterOrDigit(c));

    private static string Escape(string name, char separator, Func<char, bool> isAllowed)
    {
        var result = new StringBuilder(name.Length);
        foreach (char character in name)
        {
            if (isAllowed(character))
                result.Append(character);
            else if (character is '.' or '+')
                result.Append(separator);
            else
                result.Append("__").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
        }

        if (result.Length == 0 || char.IsDigit(result[0]))
            result.Insert(0, "__");

        return result.ToString();
    }
}
