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
                case '\\': Escape(inClass: false); break;
                case '[': Class(); break;
                case '(': Group(); break;
                case '{': Repetition(); break;
                case '$': Append(1, @"\z"); break;
                case '.': Append(1, $"(?:{Pair}|[^{Halves}])"); break;
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
        bool isNegated = Next(1) == '^';
        Append(isNegated ? 2 : 1, isNegated ? $"(?:{Pair}|[^{Halves}" : "[");

        // A bracket in the first place is a literal in both dialects; .NET wants it escaped to be sure.
        if (Current == ']')
        {
            Append(1, @"\]");
        }

        while (_index < pattern.Length && Current != ']')
        {
            if (Current == '[')
            {
                if (Next(1) is ':' or '.' or '=')
                {
                    throw Outside(pattern.Substring(_index, 2));
                }

                Append(1, @"\[");
            }
            else if (Current == '\\')
            {
                Escape(inClass: true);
            }
            else if (char.IsSurrogate(Current))
            {
                throw Outside("a character above U+FFFF in brackets");
            }
            else if (Current == '-' && Next(1) == '[')
            {
                throw Outside("-[");
            }
            else
            {
                Append(1, Current.ToString());
            }
        }

        if (_index >= pattern.Length)
        {
            throw Outside("[ without ]");
        }

        Append(1, isNegated ? "])" : "]");
    }

    private void Escape(bool inClass)
    {
        char escaped = Next(1);
        string? ascii = escaped switch
        {
            'd' => "0-9",
            'w' => "A-Za-z0-9_",
            's' => " \\t\\n\\r\\f\\v",
            _ => null,
        };
        string? negated = escaped switch
        {
            'D' => "0-9",
            'W' => "A-Za-z0-9_",
            'S' => " \\t\\n\\r\\f\\v",
            _ => null,
        };
        if (ascii is not null)
        {
            Append(2, inClass ? ascii : $"[{ascii}]");
        }
        else if (negated is not null && !inClass)
        {
            Append(2, $"(?:{Pair}|[^{negated}{Halves}])");
        }
        else if (escaped != '\0' && char.IsAscii(escaped) && !char.IsLetterOrDigit(escaped) && escaped != '_')
        {
            Append(2, $"\\{escaped}");
        }
        else
        {
            throw Outside(pattern.Substring(_index, Math.Min(2, pattern.Length - _index)));
        }
    }

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
