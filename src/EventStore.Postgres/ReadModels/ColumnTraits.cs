using System.Globalization;

namespace EventStore.Postgres;

/// <summary>What a table says of one of its columns. Immutable.</summary>
/// <param name="Type">The type's object identifier.</param>
/// <param name="Modifier">How the type is narrowed, to a length for example; −1 where it is not.</param>
/// <param name="IsNotNull">Whether it refuses null.</param>
/// <param name="IsShared">Whether its value is held against those of other rows.</param>
/// <param name="IsChecked">Whether a constraint looks at its value.</param>
/// <param name="IsIndexed">Whether it stands in an index, which has no room for long values.</param>
internal sealed record ColumnTraits(uint Type, int Modifier, bool IsNotNull, bool IsShared, bool IsChecked, bool IsIndexed)
{
    private const int ModifierBase = 4;

    /// <summary>An entry of an index has about 2,700 bytes, and a character four at most.</summary>
    private const int LongestIndexed = 600;

    /// <summary>Whether integers, identifiers and truth values are the same in it exactly if they are for us.</summary>
    public bool IsExact => Type is 16 or 20 or 21 or 23 or 2950 || (Type == 1700 && Modifier < 0);

    /// <summary>Tells whether the column would take a value, whatever it is: one that is replaced need not be sent then.</summary>
    public bool Takes(object? value)
    {
        if (IsShared || IsChecked)
        {
            return false;
        }

        return Type switch
        {
            16 or 17 or 20 or 21 or 23 or 25 or 700 or 701 or 1043 or 1082 or 1083 or 1114 or 1184 or 1186 or 1700 or 2950 when value is null => !IsNotNull,
            16 => value is bool,
            17 => value is byte[] bytes && HasRoom(bytes.Length),
            20 => value is short or int or long,
            21 => value is short,
            23 => value is short or int,
            25 => value is string text && HasRoom(text.Length) && IsPlain(text),
            700 => value is float,
            701 => value is double,
            1043 => value is string text && (Modifier < 0 || text.Length <= Modifier - ModifierBase) && HasRoom(text.Length) && IsPlain(text),
            1082 => value is DateOnly,
            1083 => value is TimeOnly,
            1114 => ColumnKinds.Of(value) == ColumnKind.LocalTime,
            1184 => ColumnKinds.Of(value) == ColumnKind.Moment,
            1186 => value is TimeSpan,
            1700 => value is short or int or long or decimal && HasRoom(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
            2950 => value is Guid,
            _ => false,
        };
    }

    /// <summary>Neither the server takes a zero character, nor UTF-8 half a pair.</summary>
    private static bool IsPlain(string text) => !text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff');

    private bool HasRoom(int length) => !IsIndexed || length <= LongestIndexed;

    /// <summary>Whether a number has no more digits before the point than the column, however it is rounded.</summary>
    private bool HasRoom(decimal number)
    {
        if (Modifier < 0)
        {
            return true;
        }

        int digits = (((Modifier - ModifierBase) >> 16) & 0xFFFF) - ((Modifier - ModifierBase) & 0x7FF);
        return digits is > 0 and < 1000 && (digits > 28 || Math.Abs(number) < (decimal)Math.Pow(10, digits) - 1);
    }
}
