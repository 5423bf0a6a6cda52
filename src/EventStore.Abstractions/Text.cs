namespace EventStore;

/// <summary>What .NET's text can hold and PostgreSQL's cannot, and the order both agree on.</summary>
internal static class Text
{
    /// <summary>Whether a text has neither NUL nor half of a surrogate pair.</summary>
    public static bool CanBeStored(string text) => !text.Contains('\0', StringComparison.Ordinal) && !HasLoneSurrogate(text);

    public static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        int index = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (index >= 0)
        {
            if (!char.IsHighSurrogate(text[index]) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
            {
                return true;
            }

            text = text[(index + 2)..];
            index = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return false;
    }

    /// <summary>
    /// Compares by code point, as <c>COLLATE "C"</c> does. .NET's ordinal order compares UTF-16 code units, and puts
    /// U+E000–U+FFFF behind the emoji.
    /// </summary>
    public static int CompareByCodePoint(string left, string right)
    {
        int common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        char a = left[common];
        char b = right[common];
        bool aIsSurrogate = char.IsSurrogate(a);
        return aIsSurrogate == char.IsSurrogate(b) ? a.CompareTo(b) : aIsSurrogate ? 1 : -1;
    }
}
