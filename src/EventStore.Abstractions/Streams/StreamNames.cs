using System.Runtime.CompilerServices;

namespace EventStore;

/// <summary>The rules for names: one place, so that every method refuses the same ones.</summary>
internal static class StreamNames
{
    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int MaxLength = 255;

    /// <summary>What every method asks of a stream's name.</summary>
    public static void Check(string streamName, [CallerArgumentExpression(nameof(streamName))] string? parameter = null) =>
        ArgumentException.ThrowIfNullOrWhiteSpace(streamName, parameter);

    /// <summary>What creation asks on top of it.</summary>
    public static void CheckNew(string name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        if (name.Length > MaxLength)
        {
            throw new ArgumentException($"A name has at most {MaxLength} characters; this one has {name.Length}. Choose a shorter one.", parameter);
        }

        if (!Text.CanBeStored(name))
        {
            throw new ArgumentException("A name holds neither NUL nor half of a surrogate pair: PostgreSQL could not store it. Remove that character.", parameter);
        }
    }

    /// <summary>The text before the first dash, or null for a name without a category.</summary>
    public static string? CategoryOf(string streamName)
    {
        int dash = streamName.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 ? streamName[..dash] : null;
    }

    /// <summary>Whether <c>FromAll</c> leaves the stream out.</summary>
    public static bool IsInternal(string streamName) => streamName.StartsWith('$');
}
