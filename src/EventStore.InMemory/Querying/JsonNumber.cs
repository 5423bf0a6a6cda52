using System.Globalization;

namespace EventStore.InMemory;

/// <summary>A JSON number of any size, compared exactly by value, as PostgreSQL's <c>numeric</c> is.</summary>
internal readonly record struct JsonNumber : IComparable<JsonNumber>
{
    private const long MaxExponent = 1_000_000_000_000;

    private readonly int _sign;
    private readonly string _digits;
    private readonly long _magnitude;

    private JsonNumber(int sign, string digits, long magnitude)
    {
        _sign = sign;
        _digits = digits;
        _magnitude = magnitude;
    }

    public static JsonNumber Parse(string json)
    {
        int exponentAt = json.IndexOfAny(['e', 'E']);
        long exponent = exponentAt < 0 ? 0 : ParseExponent(json.AsSpan(exponentAt + 1));
        ReadOnlySpan<char> mantissa = exponentAt < 0 ? json : json.AsSpan(0, exponentAt);
        bool isNegative = mantissa[0] == '-';
        mantissa = mantissa.TrimStart("+-");
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        long integerDigits = point < 0 ? digits.Length : point;
        int leadingZeros = digits.Length - digits.TrimStart('0').Length;
        string significant = digits[leadingZeros..].TrimEnd('0');
        return significant.Length == 0 ? new JsonNumber(0, "", 0) : new JsonNumber(isNegative ? -1 : 1, significant, integerDigits - leadingZeros + exponent);
    }

    /// <summary>An exponent beyond all that can be stored need not be exact.</summary>
    private static long ParseExponent(ReadOnlySpan<char> exponent) =>
        long.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed)
            ? Math.Clamp(parsed, -MaxExponent, MaxExponent)
            : exponent[0] == '-' ? -MaxExponent : MaxExponent;

    public int CompareTo(JsonNumber other)
    {
        if (_sign != other._sign)
        {
            return _sign.CompareTo(other._sign);
        }

        int magnitude = _magnitude.CompareTo(other._magnitude);
        return _sign * (magnitude != 0 ? magnitude : string.CompareOrdinal(_digits, other._digits));
    }
}
