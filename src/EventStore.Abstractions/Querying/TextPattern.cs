using System.Text.RegularExpressions;

namespace EventStore;

/// <summary>
/// The common part of .NET's and PostgreSQL's regular expressions, bounded in time on both sides. What lies outside
/// it is refused, so that both providers find the same.
/// </summary>
internal static class TextPattern
{
    public const int MaxLength = 256;

    // PostgreSQL's own bound on {n,m}.
    private const int MaxRepetitions = 255;

    // Without a newline mode PostgreSQL's dot matches a line break, as .NET's does under Singleline.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    /// <summary>The pattern as .NET runs it with PostgreSQL's meaning, in time linear in the text.</summary>
    /// <exception cref="ArgumentException">The pattern is too long, not valid, or outside the common part.</exception>
    public static Regex Compile(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern.Length > MaxLength)
        {
            throw new ArgumentException($"A pattern has at most {MaxLength} characters; this one has {pattern.Length}.", nameof(pattern));
        }

        if (!Text.CanBeStored(pattern))
        {
            throw new ArgumentException("A pattern holds neither NUL nor half of a surrogate pair.", nameof(pattern));
        }

        string translated = new TextPatternTranslator(pattern, MaxRepetitions).Translate();
        try
        {
            return new Regex(translated, Options, TimeSpan.FromSeconds(1));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"The pattern '{pattern}' is not valid: {exception.Message}", nameof(pattern), exception);
        }
    }

    /// <summary>Refuses what <see cref="Compile"/> refuses.</summary>
    public static void Check(string pattern) => Compile(pattern);
}
