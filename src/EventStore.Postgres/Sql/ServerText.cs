using System.Text;

namespace EventStore.Postgres;

/// <summary>What .NET's text can hold and the server's cannot.</summary>
internal static class ServerText
{
    /// <summary>Whether a text has neither NUL nor half of a surrogate pair.</summary>
    public static bool CanHold(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (rest[0] == '\0' || Rune.DecodeFromUtf16(rest, out _, out int consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[consumed..];
        }

        return true;
    }
}
