using System.Text.RegularExpressions;

namespace EventStore;

/// <summary>
/// The common part of .NET's and PostgreSQL's regular expressions, bounded in time on both sides. What lies outside
/// it is refused, so that both providers find the same.
/// </summary>
internal static partial class TextPattern
{
    public const int MaxLength = 256;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>The pattern as .NET runs it, in time linear in the text.</summary>
    public static Regex Compile(string pattern)
    {
        Check(pattern);
        return new Regex(pattern, Options, TimeSpan.FromSeconds(1));
    }

    public static void Check(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern.Length > MaxLength)
        {
            throw new ArgumentException($"A pattern has at most {MaxLength} characters; this one has {pattern.Length}.", nameof(pattern));
        }

        if (pattern.Contains('\0', StringComparison.Ordinal) || Text.HasLoneSurrogate(pattern))
        {
            throw new ArgumentException("A pattern holds neither NUL nor half of a surrogate pair.", nameof(pattern));
        }

        if (OutsideCommonPart().Match(pattern) is { Success: true } outside)
        {
            throw new ArgumentException($"The pattern '{pattern}' uses '{outside.Value}', which .NET and PostgreSQL do not understand alike. Use literals, ., [], (), |, *, +, ?, {{n,m}}, ^, $, \\d, \\s, \\w and escaped punctuation.", nameof(pattern));
        }

        try
        {
            _ = new Regex(pattern, Options);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"The pattern '{pattern}' is not valid: {exception.Message}", nameof(pattern), exception);
        }
    }

    /// <summary>
    /// Groups with a question mark other than (?:, escapes of letters and digits other than \d \s \w \D \S \W, a
    /// leading *** (a director of PostgreSQL's), possessive or doubled quantifiers, POSIX classes.
    /// </summary>
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*(?:\(\?(?!:)|\\[^dswDSW\W_]|\\$)|^\*\*\*|(?<!\\)[*+?}][*+]|\[[:.=]", RegexOptions.CultureInvariant)]
    private static partial Regex OutsideCommonPart();
}
