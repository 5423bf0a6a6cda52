using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EventStore;

/// <summary>Writes and reads metadata, which has no type that a generator could know.</summary>
internal static class MetadataJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    public static byte[] Write(IEnumerable<KeyValuePair<string, object?>> values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteObject(writer, values, 1);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static Dictionary<string, JsonElement> Read(ReadOnlySpan<byte> utf8)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 });
        foreach (JsonProperty property in JsonElement.ParseValue(ref reader).EnumerateObject())
        {
            values[property.Name] = property.Value;
        }

        return values;
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> values, int depth)
    {
        writer.WriteStartObject();
        foreach ((string key, object? value) in values)
        {
            if (Text.HasLoneSurrogate(key))
            {
                throw new ArgumentException($"The metadata name '{key}' holds half of a surrogate pair. Remove that character.", nameof(values));
            }

            writer.WritePropertyName(key);
            WriteValue(writer, value, depth);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > 900)
        {
            throw new ArgumentException("The metadata is nested too deeply. Does it contain itself?", nameof(value));
        }

        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: WriteText(writer, text); break;
            case char character: WriteText(writer, character.ToString()); break;
            case bool boolean: writer.WriteBooleanValue(boolean); break;
            case sbyte or short or int or long: writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case byte or ushort or uint or ulong: writer.WriteNumberValue(Convert.ToUInt64(value, CultureInfo.InvariantCulture)); break;
            case decimal number: WriteNumber(writer, number); break;
            case double number when double.IsFinite(number): WriteNumber(writer, number); break;
            case float number when float.IsFinite(number): WriteNumber(writer, number); break;
            case Half number when Half.IsFinite(number): WriteNumber(writer, (float)number); break;
            case Int128 or UInt128 or BigInteger: writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); break;
            case Guid id: writer.WriteStringValue(id); break;
            case DateTimeOffset or DateTime or DateOnly or TimeOnly: writer.WriteStringValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeSpan or Uri or Version: writer.WriteStringValue(value.ToString()); break;
            case JsonElement { ValueKind: not JsonValueKind.Undefined } element: WriteElement(writer, element); break;
            case JsonNode node: writer.WriteRawValue(PlainNumber.Within(node.ToJsonString()), skipInputValidation: true); break;
            case IEnumerable<KeyValuePair<string, object?>> entries: WriteObject(writer, entries, depth + 1); break;
            case IDictionary dictionary: WriteObject(writer, Entries(dictionary), depth + 1); break;
            case IEnumerable items: WriteArray(writer, items, depth + 1); break;
            default: throw new ArgumentException($"A {value.GetType()} is no metadata value. Use text, a number, a boolean, a Guid, a time, a JsonElement, a dictionary with text keys, or a sequence of these.", nameof(value));
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, IFormattable number) =>
        writer.WriteRawValue(PlainNumber.Of(number.ToString(null, CultureInfo.InvariantCulture)));

    private static void WriteElement(Utf8JsonWriter writer, JsonElement element)
    {
        string json = element.GetRawText();
        bool mayHoldNumbers = element.ValueKind is JsonValueKind.Number or JsonValueKind.Object or JsonValueKind.Array;
        writer.WriteRawValue(mayHoldNumbers ? PlainNumber.Within(json) : json, skipInputValidation: true);
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable items, int depth)
    {
        writer.WriteStartArray();
        foreach (object? item in items)
        {
            WriteValue(writer, item, depth);
        }

        writer.WriteEndArray();
    }

    /// <summary>A lone surrogate is written as its escape, not replaced: the append then refuses it and names its path.</summary>
    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (!Text.HasLoneSurrogate(text))
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteRawValue($"\"{string.Concat(text.Select(character => $"\\u{(int)character:x4}"))}\"", skipInputValidation: true);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return entry.Key is string key
                ? KeyValuePair.Create(key, entry.Value)
                : throw new ArgumentException("A dictionary in metadata has text keys.", nameof(dictionary));
        }
    }
}
