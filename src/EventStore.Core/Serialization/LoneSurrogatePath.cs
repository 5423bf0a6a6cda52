using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>Finds where in what was to be written a text stands that cannot be written; only after it was refused.</summary>
internal static class LoneSurrogatePath
{
    /// <summary>The place, for example <c>.lines[3].name</c>; empty where it cannot be told.</summary>
    public static string Find(object value, JsonTypeInfo type, string text)
    {
        try
        {
            return FindIn(value, type, text);
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            // It cannot be written for another reason too.
            return "";
        }
    }

    private static string FindIn(object value, JsonTypeInfo type, string text)
    {
        // The default encoder replaces what is broken by U+FFFD: the first text that then equals the replaced one is it.
        string replaced = new([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        var path = new JsonPath();
        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
            path.Enter(ref reader);
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.GetString() == replaced)
            {
                return path.ToString();
            }

            path.Leave(ref reader);
        }

        return "";
    }
}
