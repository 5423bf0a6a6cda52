using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace EventStore;

/// <summary>
/// Finds what PostgreSQL could not keep or we could not read back: NUL, half a surrogate pair, nesting deeper than
/// 64, text that is no UTF-8, and (in metadata, which is <c>jsonb</c>) numbers beyond <c>numeric</c> and one name twice in
/// an object.
/// </summary>
internal static class JsonGuard
{
    public const int MaxDepth = 64;

    public static JsonDefect? Find(ReadOnlySpan<byte> utf8, bool isMetadata)
    {
        if (!Utf8.IsValid(utf8))
        {
            return new JsonDefect("", "it is not valid UTF-8. Mend the converter that wrote it.");
        }

        bool nestsDeeply = utf8.Count((byte)'{') + utf8.Count((byte)'[') > MaxDepth;
        return isMetadata || nestsDeeply || utf8.IndexOf("\\u"u8) >= 0 ? Walk(utf8, isMetadata) : null;
    }

    private static JsonDefect? Walk(ReadOnlySpan<byte> utf8, bool isMetadata)
    {
        var path = new JsonPath();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            path.Enter(ref reader);
            string? reason = reader.TokenType switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= MaxDepth =>
                    $"it is nested deeper than {MaxDepth} levels, and could not be read back. Make it flatter.",
                JsonTokenType.PropertyName when isMetadata && reader.CurrentDepth > 1 => TextDefect(ref reader) ?? NameDefect(path, ref reader),
                JsonTokenType.String or JsonTokenType.PropertyName => TextDefect(ref reader),
                JsonTokenType.Number when isMetadata => NumberDefect(reader.ValueSpan),
                _ => null,
            };
            if (reason is not null)
            {
                return new JsonDefect(path.ToString(), reason);
            }

            path.Leave(ref reader);
        }

        return null;
    }

    private static string? TextDefect(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return null;
        }

        char[] rented = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            int length = reader.CopyString(rented);
            return rented.AsSpan(0, length).Contains('\0')
                ? "it holds the character NUL, which PostgreSQL cannot store. Remove it."
                : null;
        }
        catch (InvalidOperationException)
        {
            // CopyString refuses escapes that form no text.
            return "it holds half of a surrogate pair, which is no text. Remove it.";
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Not asked of the outermost object, which metadata write themselves.</summary>
    private static string? NameDefect(JsonPath path, ref Utf8JsonReader reader) => path.RepeatsName(ref reader)
        ? "the name stands twice in its object, and PostgreSQL's jsonb would keep the last value only. Give each value a name of its own."
        : null;

    private static string? NumberDefect(ReadOnlySpan<byte> number) => NumericRange.Holds(Encoding.ASCII.GetString(number))
        ? null
        : "the number is beyond what PostgreSQL's jsonb can hold. Store it as a text.";
}
