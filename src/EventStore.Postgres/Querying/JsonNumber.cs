using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>Numbers of a match that the server's <c>numeric</c> cannot hold: no stored number equals them.</summary>
internal static class JsonNumber
{
    /// <summary>Digits before and behind the point that <c>numeric</c> takes for certain.</summary>
    private const int MaxWholeDigits = 131_000;
    private const int MaxFractionDigits = 16_000;

    /// <summary>Whether an operand is none, or a number that the server can hold.</summary>
    public static bool CanBeStored(MatchOperand operand)
    {
        if (operand.Kind != MatchOperandKind.Number || operand.Text.Length < 1_000 && !operand.Text.AsSpan().ContainsAny('e', 'E'))
        {
            return true;
        }

        (long whole, long fraction) = DigitsOf(operand.Text);
        return whole <= MaxWholeDigits && fraction <= MaxFractionDigits;
    }

    /// <summary>
    /// The comparison of a stored number with one that is beyond all of them, or so near to 0 that none lies between.
    /// </summary>
    public static string OrderBeyond(MetadataOperator operation, string number)
    {
        bool greater = operation is MetadataOperator.GreaterThan or MetadataOperator.GreaterThanOrEqual;
        bool negative = number.StartsWith('-');
        return DigitsOf(number).Whole > MaxWholeDigits
            ? greater == negative ? "is not null" : "= 'null'::jsonb"
            : (greater, negative) switch
            {
                (true, false) => "> '0'::jsonb",
                (true, true) => ">= '0'::jsonb",
                (false, false) => "<= '0'::jsonb",
                (false, true) => "< '0'::jsonb",
            };
    }

    /// <summary>How many digits stand on each side of the point, once the exponent has moved it.</summary>
    private static (long Whole, long Fraction) DigitsOf(ReadOnlySpan<char> number)
    {
        number = number.TrimStart('-');
        int e = number.IndexOfAny('e', 'E');
        ReadOnlySpan<char> digits = e < 0 ? number : number[..e];
        long exponent = 0;
        if (e >= 0 && !long.TryParse(number[(e + 1)..], out exponent))
        {
            exponent = number[e + 1] == '-' ? -1_000_000_000 : 1_000_000_000;
        }

        exponent = Math.Clamp(exponent, -1_000_000_000, 1_000_000_000);
        int point = digits.IndexOf('.');
        long whole = point < 0 ? digits.Length : point;
        long fraction = point < 0 ? 0 : digits.Length - point - 1;
        return (whole + exponent, fraction - exponent);
    }
}
