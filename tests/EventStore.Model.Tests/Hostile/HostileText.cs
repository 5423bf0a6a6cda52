using CsCheck;

namespace EventStore.Model.Tests.Hostile;

/// <summary>Texts that have broken programs: pieces of the corpus, alone and joined.</summary>
internal static class HostileText
{
    /// <summary>The corpus.</summary>
    public static readonly string[] Pieces =
    [
        "", " ", "\t", "\r\n", "\n", "\0", "a", "user", "user-1", "-", "--", "$", "$1", "$2", "$$", "$x$", "%", "%s", "%n", "%00", "_", "?", ":name", "@p", "{0}", "{", "}", "[", "]",
        "'", "''", "\"", "\"\"", "`", "\\", "\\\\", "\\'", "E'\\''", "U&'\\0000'", "\\.", "\\N", "\\x00", "\\u0000", "\\ud800", "&#0;", "<script>", "../../etc/passwd", "C:\\nul",
        ";", "; --", "/*", "*/", "/**/", "'; drop table event_streams; --", "\"; drop schema es cascade; --", "'); select pg_sleep(9); --", "' or '1'='1", "1; create table owned(x int)",
        "\"; create role owned superuser; --", "'||(select version())||'", "$1; create function f() returns int language sql as 'select 1'", "copy owned from program 'id'", "\\copy t from '/etc/passwd'",
        "select", "null", "NULL", "true", "public", "pg_catalog", "pg_class", "information_schema", "pg_temp", "pg_toast", "event_streams", "store", "position", "projections", "es", "es.store",
        "_aggregate_id", "_aggregate_version", "event_name", "created_at", "uuid", "$.a", "$.*", "$[*]", "$.a ? (@ > 1)", "lax $", "strict $.**", "@.b", "a.b", "a[0]", "a->>'b'", "#>>'{a}'", "{a,b}", "__proto__",
        "(", ")", "(a+)+$", "^(a+)+$", "(a|aa)+$", "(.*)*x", ".*", ".", "^", "|", "*", "+", "{1,255}", "{256}", "{1,999999999}", "[[:alpha:]]", "[^", "[a-", "[z-a]", "\\d", "\\1", "\\b", "(?=a)", "(?<=a)", "(?i)a", "***:a", "***=", "(?#c)", "\\Z", "\\m", "[[.a.]]", "((((((((((a))))))))))",
        "\uD800", "\uDC00", "\uDC00\uD800", "\uD83D", "😀", "👩‍👩‍👧‍👦", "é", "e\u0301", "\u0130", "ı", "ß", "ﬁ", "Ａ", "а" /* Cyrillic */, "\u202E", "\u200F", "\u200B", "\u200D", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "\u2028", "\u2029", "\u0085", "\u001B[31m", "\u007F", "\u0001", "\U0010FFFF", "\U000E0001", "مرحبا", "שלום", "漢字", "𝔘𝔫𝔦", "Z̸͕̀a̵̡͠",
        "0", "-1", "1e400000", "NaN", "Infinity", "9223372036854775808", "00000000-0000-0000-0000-000000000000", "2020-01-01", "infinity",
    ];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (20, Pick.One(Pieces)),
        (3, Gen.Char.Array[0, 8].Select(characters => new string(characters))),
        (2, Gen.Char[(char)32, (char)127].Array[0, 12].Select(characters => new string(characters))),
        (1, Gen.Select(Pick.One(Pieces), Gen.Int[2, 300], (piece, times) => string.Concat(Enumerable.Repeat(piece, times)))));

    /// <summary>One to five pieces.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency((3, Piece), (4, Piece.Array[2, 5].Select(string.Concat)));
}
