using System.Globalization;
using System.Text;

namespace EventStore;

/// <summary>
/// Reads a pattern once, refuses what .NET and PostgreSQL do not understand alike, and writes it so that .NET gives it
/// PostgreSQL's meaning: <c>$</c> is the very end, and <c>\d \s \w</c> are ASCII, as under <c>COLLATE "C"</c>.
/// </summary>
internal sealed class TextPatternTranslator(string pattern, int maxRepetitions)
{
    // PostgreSQL's characters are code points, .NET's are halves of surrogate pairs: whatever may stand for any
    // character has to take a pair as one.
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";
    private const string Halves = @"\uD800-\uDFFF";

    private readonly StringBuilder _translated = new();
    private int _index;

    public string Translate()
    {
        if (pattern.StartsWith("***", StringComparison.Ordinal))
        {
            throw Outside("***");
        }

        while (_index < pattern.Length)
        {
            char character = pattern[_index];
            switch (character)
            {
                case '\\': Escape(); break;
                case '.': Append(1, NoneOf("")); break;
                case '[': Class(); break;
                case '(': Group(); break;
                case '{': Repetition(); break;
                case '$': Append(1, @"\z"); break;
                case '*' or '+' or '?': Quantifier(); break;
                case var _ when char.IsHighSurrogate(character): Append(2, $"(?:{pattern[_index..(_index + 2)]})"); break;
                default: Append(1, character.ToString()); break;
            }
        }

        return _translated.ToString();
    }

    private void Group()
    {
        if (Next(1) == '?' && Next(2) != ':')
        {
            throw Outside(pattern.Substring(_index, Math.Min(3, pattern.Length - _index)));
        }

        bool captures = Next(1) != '?';
        Append(captures ? 1 : 3, "(?:");
    }

    private void Quantifier()
    {
        Append(1, pattern[_index].ToString());
        LazyMark();
    }

    /// <summary>A question mark behind a quantifier makes it lazy in both dialects; another quantifier is possessive or an error.</summary>
    private void LazyMark()
    {
        if (_index < pattern.Length && pattern[_index] is '*' or '+' or '{')
        {
            throw Outside(pattern[(_index - 1)..(_index + 1)]);
        }

        if (_index < pattern.Length && pattern[_index] == '?')
        {
            Append(1, "?");
            if (_index < pattern.Length && pattern[_index] is '*' or '+' or '?' or '{')
            {
                throw Outside(pattern[(_index - 1)..(_index + 1)]);
            }
        }
    }

    private void Repetition()
    {
        int end = pattern.IndexOf('}', _index);
        string[] bounds = end < 0 ? [] : pattern[(_index + 1)..end].Split(',');
        bool isValid = bounds.Length is 1 or 2
            && IsBound(bounds[0])
            && (bounds.Length == 1 || bounds[1].Length == 0 || IsBound(bounds[1]));
        if (!isValid)
        {
            throw Outside("{");
        }

        Append(end + 1 - _index, pattern[_index..(end + 1)]);
        LazyMark();
    }

    private bool IsBound(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int bound) && bound <= maxRepetitions;

    private void Class()
    {
        _index++;
        int first = _index;
        bool isNegated = Current == '^';
        if (isNegated)
        {
            _index++;
            first++;
        }

        var content = new StringBuilder();
        while (_index < pattern.Length && (Current != ']' || _index == first))
        {
            content.Append(ClassItem());
        }

        if (_index >= pattern.Length)
        {
            throw Outside("[ without ]");
        }

        Append(1, isNegated ? NoneOf(content.ToString()) : $"[{content}]");
    }

    /// <summary>One character, a range, or <c>\d \s \w</c>, which stand in no range.</summary>
    private string ClassItem()
    {
        if (Current == '\\' && AsciiClass(Next(1)) is { } ascii)
        {
            _index += 2;
            return StartsRange ? throw Outside("a range of \\d, \\s or \\w") : ascii;
        }

        char lowest = ClassCharacter();
        if (!StartsRange)
        {
            return Literal(lowest);
        }

        _index++;
        char highest = ClassCharacter();
        if (StartsRange || (lowest < '\uD800' && highest > '\uDFFF'))
        {
            // .NET would find halves of characters above U+FFFF in such a range, and literals where PostgreSQL sees an error.
            throw Outside("a range behind a range, or one across U+D800 to U+DFFF");
        }

        return $"{Literal(lowest)}-{Literal(highest)}";
    }

    /// <summary>Whether a dash stands here that is not the last character of its class.</summary>
    private bool StartsRange => Current == '-' && Next(1) != ']';

    private char ClassCharacter()
    {
        char character = Current;
        if (character == '\\')
        {
            if (!IsPunctuation(Next(1)))
            {
                throw Outside(pattern.Substring(_index, Math.Min(2, pattern.Length - _index)));
            }

            character = Next(1);
            _index++;
        }
        else if (character == '[' && Next(1) is ':' or '.' or '=')
        {
            throw Outside(pattern.Substring(_index, 2));
        }
        else if (char.IsSurrogate(character))
        {
            throw Outside("a character above U+FFFF in brackets");
        }

        _index++;
        return character;
    }

    private void Escape()
    {
        char escaped = Next(1);
        if (AsciiClass(escaped) is { } ascii)
        {
            Append(2, $"[{ascii}]");
        }
        else if (AsciiClass(char.ToLowerInvariant(escaped)) is { } negated)
        {
            Append(2, NoneOf(negated));
        }
        else if (IsPunctuation(escaped))
        {
            Append(2, $"\\{escaped}");
        }
        else
        {
            throw Outside(pattern.Substring(_index, Math.Min(2, pattern.Length - _index)));
        }
    }

    private static string? AsciiClass(char escaped) => escaped switch
    {
        'd' => "0-9",
        'w' => "A-Za-z0-9_",
        's' => " \\t\\n\\r\\f\\v",
        _ => null,
    };

    private static bool IsPunctuation(char character) =>
        character != '\0' && char.IsAscii(character) && !char.IsLetterOrDigit(character) && character != '_';

    private static string Literal(char character) => IsPunctuation(character) ? $"\\u{(int)character:x4}" : character.ToString();

    private static string NoneOf(string characters) => $"(?:{Pair}|[^{characters}{Halves}])";

    private char Current => _index < pattern.Length ? pattern[_index] : '\0';

    private char Next(int ahead) => _index + ahead < pattern.Length ? pattern[_index + ahead] : '\0';

    private void Append(int consumed, string translated)
    {
        _translated.Append(translated);
        _index += consumed;
    }

    private ArgumentException Outside(string what, string parameter = nameof(pattern)) =>
        new($"The pattern '{pattern}' uses '{what}', which .NET and PostgreSQL do not understand alike. Use literals, ., [], (), (?:), |, *, +, ?, {{n,m}} up to {maxRepetitions}, ^, $, \\d, \\s, \\w and escaped punctuation.", parameter);
}
