using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>Finds where in a payload a text stands that cannot be written; only after it was refused.</summary>
internal static class LoneSurrogatePath
{
    public static string Find(object payload, JsonTypeInfo type, string text)
    {
        // The default encoder replaces what is broken by U+FFFD: the first text that then equals the replaced one is it.
        string replaced = new([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonSerializer.Serialize(writer, payload, type);
        }

        var path = new JsonPath();
        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
            path.Enter(ref reader);
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.GetString() == replaced)
            {
                return $"$.payload{path}";
            }

            path.Leave(ref reader);
        }

        return "$.payload";
    }
}
