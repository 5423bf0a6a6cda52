using System.Globalization;

namespace EventStore.Model.Tests.Programs;

/// <summary>The rules for names, as the referee reads them.</summary>
internal static class Names
{
    public static void Check(string name)
    {
        if (name.Trim().Length == 0)
        {
            throw new ArgumentException("The name is empty.");
        }
    }

    public static void CheckNew(string name)
    {
        if (name.Length > 255 || name.Contains('\0', StringComparison.Ordinal) || name.EnumerateRunes().Any(rune => rune.Value == 0xFFFD))
        {
            throw new ArgumentException("The name cannot be stored.");
        }
    }

    /// <summary>Whether a pattern of the generator is one: each wrong one has a group that is not closed, or looks around.</summary>
    public static bool IsPattern(string pattern) =>
        pattern.Count(character => character == '(') == pattern.Count(character => character == ')') && !pattern.Contains("(?=", StringComparison.Ordinal);

    public static string? CategoryOf(string stream) => stream.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? stream[..dash] : null;

    /// <summary>A text whose order is that of the name's code points.</summary>
    public static string CodePoints(string name) => string.Concat(name.EnumerateRunes().Select(rune => rune.Value.ToString("x6", CultureInfo.InvariantCulture)));
}
