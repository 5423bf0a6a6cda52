using CsCheck;

namespace EventStore.Model.Tests.Hostile;

/// <summary>JSON as a text, valid by its grammar and otherwise as bad as it gets.</summary>
internal static class Documents
{
    private static readonly Gen<string> Whitespace = Gen.Frequency((9, Gen.Const("")), (1, Pick.One(" ", "\n", "\r\n\t  ")));

    private static readonly Gen<string> Number = Gen.Frequency(
        (6, Gen.Int.Select(i => $"{i}")),
        (4, Pick.One("0", "-0", "-0.0", "0e5", "0E-5", "1.0", "5e0", "1e-7", "-1.1", "9007199254740993", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "3.141592653589793238462643383279502884197", "1e308", "1.8e308", "4.9e-324", "1e-400")),
        (1, Pick.One("1e131071", "1e131072", "-1e131071", "1e400000", "1e-16383", "1e-16384", "1e-400000", "0e999999999", "0e2147483648", "1e99999999999999999999", "0e-99999999999999999999")),
        (1, Gen.Select(Gen.Int[1, 400], Gen.Int[0, 400], (whole, fraction) => $"1{new string('7', whole)}{(fraction == 0 ? "" : "." + new string('3', fraction))}")));

    private static readonly Gen<string> Characters = Gen.Frequency(
        (6, HostileText.Any.Select(Escaped)),
        (2, Pick.One("", "a", "\\\"", "\\\\", "\\/", "\\b\\f\\n\\r\\t", "\\u0061", "\\u00e9", "\\ud83d\\ude00", "\\uD83D\\uDE00", "\\u2028", "\\uffff", "\\u0001")),
        (1, Pick.One("\\u0000", "a\\u0000b", "\\ud800", "\\udc00", "\\ud83d\\ud83d", "\\ude00\\ud83d", "\\ud83dx")));

    private static readonly Gen<string> Key = Gen.Frequency((5, Pick.One("a", "b", "", "_aggregate_id", "__proto__", "$type", "$ref", "\\u0061")), (1, Characters));

    private static readonly Gen<string> Scalar = Gen.Frequency((3, Number), (4, Characters.Select(text => $"\"{text}\"")), (1, Pick.One("true", "false", "null")));

    /// <summary>Any document: small ones mostly, some as deep as the limit or near it, a few as large.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (300, Value(3)),
        (60, Gen.Select(Value(1), Gen.Frequency((8, Gen.Int[60, 66]), (2, Gen.Int[1, 70]), (1, Gen.Int[200, 700])), Gen.Bool, Nested)),
        (1, Gen.Select(Gen.Int[-40, 20], Pick.One("a", "é", "😀", "\\n"), (over, piece) => $"\"{string.Concat(Enumerable.Repeat(piece, ((1 << 20) + over) / System.Text.Encoding.UTF8.GetByteCount(piece)))}\"")));

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (3, Gen.Select(Key, Whitespace, Value(depth - 1), (key, space, value) => $"\"{key}\"{space}:{space}{value}").Array[0, 4].Select(members => $"{{{string.Join(",", members)}}}")),
            (2, Gen.Select(Value(depth - 1).Array[0, 4], Whitespace, (items, space) => $"[{space}{string.Join($"{space},", items)}{space}]")));

    private static string Nested(string value, int depth, bool inLists) => inLists
        ? new string('[', depth) + value + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + value + new string('}', depth);

    /// <summary>A text as JSON holds it. What is no text becomes the escape that is none.</summary>
    private static string Escaped(string text) => string.Concat(text.Select((character, i) => character switch
    {
        '"' or '\\' => $"\\{character}",
        < ' ' => $"\\u{(int)character:x4}",
        _ when char.IsSurrogate(character) && !IsPaired(text, i) => $"\\u{(int)character:x4}",
        _ => $"{character}",
    }));

    private static bool IsPaired(string text, int i) =>
        (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));
}
