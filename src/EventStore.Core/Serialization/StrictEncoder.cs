using System.Text.Encodings.Web;

namespace EventStore;

/// <summary>
/// System.Text.Json's default encoder, save that it refuses half of a surrogate pair: the default one would replace
/// it without a word, and what was stored would not be what was given.
/// </summary>
internal sealed class StrictEncoder : JavaScriptEncoder
{
    public static StrictEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => Default.MaxOutputCharactersPerInputCharacter;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        int index = Default.FindFirstCharacterToEncode(text, textLength);
        if (index >= 0 && Text.HasLoneSurrogate(new ReadOnlySpan<char>(text + index, textLength - index)))
        {
            throw new LoneSurrogateException(new string(text, 0, textLength));
        }

        return index;
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) => Default.FindFirstCharacterToEncodeUtf8(utf8Text);

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        Default.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    public override bool WillEncode(int unicodeScalar) => Default.WillEncode(unicodeScalar);
}
