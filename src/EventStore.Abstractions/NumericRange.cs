using System.Globalization;

namespace EventStore;

/// <summary>Which numbers of JSON PostgreSQL's <c>numeric</c> holds, and with it the metadata's <c>jsonb</c>.</summary>
internal static class NumericRange
{
    private const int MaxWholeDigits = 131_072;
    private const int MaxFractionDigits = 16_383;

    // Beyond it the server refuses even a zero.
    private const long MaxExponent = 1_000_000_000;

    /// <summary>Whether a number, as JSON writes it, can be stored.</summary>
    public static bool Holds(ReadOnlySpan<char> number)
    {
        (long whole, long fraction) = DigitsOf(number);
        return whole <= MaxWholeDigits && fraction <= MaxFractionDigits;
    }

    /// <summary>Whether a number that cannot be stored is larger than all that can, in either direction; otherwise it is too fine.</summary>
    public static bool IsTooLarge(ReadOnlySpan<char> number) => DigitsOf(number).Whole > MaxWholeDigits;

    /// <summary>Whether a number is zero, however it is written.</summary>
    public static bool IsZero(ReadOnlySpan<char> number)
    {
        int exponentAt = number.IndexOfAny('e', 'E');
        return !(exponentAt < 0 ? number : number[..exponentAt]).ContainsAnyInRange('1', '9');
    }

    /// <summary>How many digits stand on each side of the point, once the exponent has moved it; leading zeros do not count.</summary>
    private static (long Whole, long Fraction) DigitsOf(ReadOnlySpan<char> number)
    {
        int exponentAt = number.IndexOfAny('e', 'E');
        ReadOnlySpan<char> digits = (exponentAt < 0 ? number : number[..exponentAt]).TrimStart("+-");
        long exponent = exponentAt < 0 ? 0 : ParseExponent(number[(exponentAt + 1)..]);
        int point = digits.IndexOf('.');
        int whole = point < 0 ? digits.Length : point;
        long fraction = digits.Length - whole - (point < 0 ? 0 : 1) - exponent;
        int first = digits.IndexOfAnyInRange('1', '9');
        if (first < 0)
        {
            return (exponent >= MaxExponent ? exponent : 0, fraction);
        }

        return (whole - first + (first > whole ? 1 : 0) + exponent, fraction);
    }

    private static long ParseExponent(ReadOnlySpan<char> exponent) =>
        long.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed)
            ? Math.Clamp(parsed, -MaxExponent, MaxExponent)
            : exponent[0] == '-' ? -MaxExponent : MaxExponent;
}
