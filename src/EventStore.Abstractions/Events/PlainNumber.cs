using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EventStore;

/// <summary>
/// Writes a number of JSON as PostgreSQL's <c>numeric</c> gives it back: without an exponent, and a zero without a
/// sign. Metadata are the same then before and after they are stored, whoever stores them.
/// </summary>
internal static class PlainNumber
{
    // Enough for every double. A longer one is kept as it is written: it would fill the memory, and no number of .NET's holds it.
    private const int MaxLength = 400;

    /// <summary>The number in plain digits; as it is if that takes too many, or if it cannot be stored and will be refused.</summary>
    public static string Of(string number)
    {
        int exponentAt = number.AsSpan().IndexOfAny('e', 'E');
        bool isZero = NumericRange.IsZero(number);
        if ((exponentAt < 0 && !(isZero && number[0] == '-')) || !NumericRange.Holds(number))
        {
            return number;
        }

        string[] mantissa = (exponentAt < 0 ? number : number[..exponentAt]).TrimStart('-').Split('.');
        string fraction = mantissa.Length > 1 ? mantissa[1] : "";
        int exponent = exponentAt < 0 ? 0 : int.Parse(number.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int scale = Math.Max(0, fraction.Length - exponent);
        if (mantissa[0].Length + scale + (isZero ? 0 : Math.Max(0, exponent)) > MaxLength)
        {
            return number;
        }

        if (isZero)
        {
            return Join("0", new string('0', scale), isNegative: false);
        }

        string digits = (mantissa[0] + fraction).PadRight(mantissa[0].Length + Math.Max(fraction.Length, exponent), '0').PadLeft(scale + 1, '0');
        string whole = digits[..^scale].TrimStart('0');
        return Join(whole.Length == 0 ? "0" : whole, digits[^scale..], number[0] == '-');
    }

    /// <summary>The JSON with each of its numbers in plain digits, and all else as it stands.</summary>
    /// <exception cref="ArgumentException">It holds what JSON does not have.</exception>
    public static string Within(string json)
    {
        try
        {
            return Replace(json);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("A JSON value in metadata holds comments or trailing commas, which could not be stored. Parse it without them, or build it anew.", nameof(json), exception);
        }
    }

    private static string Replace(string json)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        StringBuilder? plain = null;
        int copied = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number && Encoding.UTF8.GetString(reader.ValueSpan) is var number && Of(number) is var replaced && replaced != number)
            {
                int start = (int)reader.TokenStartIndex;
                plain = (plain ?? new StringBuilder(json.Length)).Append(Encoding.UTF8.GetString(utf8, copied, start - copied)).Append(replaced);
                copied = start + number.Length;
            }
        }

        return plain is null ? json : plain.Append(Encoding.UTF8.GetString(utf8, copied, utf8.Length - copied)).ToString();
    }

    private static string Join(string whole, string fraction, bool isNegative) =>
        (isNegative ? "-" : "") + whole + (fraction.Length == 0 ? "" : "." + fraction);
}
