namespace EventStore;

/// <summary>Tells JSON that may be written and yet not be read, so that reading has to be tried.</summary>
internal static class ReadBack
{
    private const int LongestTime = 40;

    /// <summary>Whether what was written has to be read to know that it can be.</summary>
    public static bool IsUncertain(ReadOnlySpan<byte> utf8, JsonTraits traits) =>
        ((traits & JsonTraits.HasFreeJson) != 0 && utf8.Trim(" \t\r\n"u8).SequenceEqual("null"u8))
        || ((traits & JsonTraits.HasLocalTimes) != 0 && (HoldsTimeWithOffset(utf8, "\"0001-01-01T"u8) || HoldsTimeWithOffset(utf8, "\"9999-12-31T"u8)));

    /// <summary>On these days an offset may lead out of the years 1 to 9999: a local time may have one, and no <see cref="DateTime"/> can be made of it.</summary>
    private static bool HoldsTimeWithOffset(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> day)
    {
        for (int index = utf8.IndexOf(day); index >= 0; index = utf8.IndexOf(day))
        {
            utf8 = utf8[(index + day.Length)..];
            int end = utf8[..Math.Min(utf8.Length, LongestTime)].IndexOf((byte)'"');
            if (end >= 0 && utf8[..end].ContainsAny("+-\\"u8))
            {
                return true;
            }
        }

        return false;
    }
}
