using System.Text;

namespace GitHistory.Tests;

/// <summary>
/// Paths and names are bytes. Here a byte is a character of the same number (Latin-1), so that every one of them can be
/// written in a test; text beyond ASCII is written with <see cref="Utf8"/>.
/// </summary>
internal static class Bytes
{
    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public static byte[] From(string bytes) => Encoding.Latin1.GetBytes(bytes);

    public static string ToString(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
