using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.CompilerServices;

/// <content>What generated readers have in common. They give up by an exception of any kind.</content>
public abstract partial class EventJsonContext
{
    /// <summary>Begins to read an object.</summary>
    /// <param name="reader">Stands at the object's first token.</param>
    protected static void Begin(ref Utf8JsonReader reader) => Expect(ref reader, JsonTokenType.StartObject);

    /// <summary>Goes on to the next member, or to the end of the object.</summary>
    /// <param name="reader">Stands at the last token of the member before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static bool Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>The name of a member, without escapes.</summary>
    /// <param name="reader">Stands at the name.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    /// <summary>Refuses an object without a member that it must have.</summary>
    /// <param name="seen">A bit for each that was there.</param>
    /// <param name="all">A bit for each that must be there.</param>
    protected static void Demand(ulong seen, ulong all)
    {
        if (seen != all)
        {
            throw new JsonException();
        }
    }

    /// <summary>Reads a value by a converter, as System.Text.Json calls it.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="reader">Stands at the value's first token.</param>
    /// <param name="converter">The converter.</param>
    /// <param name="options">The options.</param>
    protected static T? ReadBy<T>(ref Utf8JsonReader reader, JsonConverter<T> converter, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(converter);
        JsonTokenType start = reader.TokenType;
        if (start == JsonTokenType.Null && default(T) is null && !converter.HandleNull)
        {
            return default;
        }

        int depth = reader.CurrentDepth;
        long consumed = reader.BytesConsumed;
        T? value = converter.Read(ref reader, typeof(T), options);
        bool isWhole = start switch
        {
            JsonTokenType.StartObject => reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth,
            JsonTokenType.StartArray => reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == depth,
            _ => reader.BytesConsumed == consumed,
        };
        return isWhole ? value : throw new JsonException();
    }

    /// <summary>Reads a value by its metadata.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="reader">Stands at the value's first token.</param>
    /// <param name="options">The options.</param>
    protected static T? ByMetadata<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, InfoOf<T>(options));

    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="reader">Stands at the first token.</param>
    /// <param name="read">Reads an element.</param>
    protected static T[]? ReadArray<T>(ref Utf8JsonReader reader, JsonElementReader<T> read) => ReadList(ref reader, read)?.ToArray();

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="reader">Stands at the first token.</param>
    /// <param name="read">Reads an element.</param>
    protected static List<T>? ReadList<T>(ref Utf8JsonReader reader, JsonElementReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(ref reader, JsonTokenType.StartArray);
        List<T> list = [];
        while (NextElement(ref reader))
        {
            list.Add(read(ref reader));
        }

        return list;
    }

    /// <summary>Reads a set.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="reader">Stands at the first token.</param>
    /// <param name="read">Reads an element.</param>
    protected static HashSet<T>? ReadSet<T>(ref Utf8JsonReader reader, JsonElementReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(ref reader, JsonTokenType.StartArray);
        HashSet<T> set = [];
        while (NextElement(ref reader))
        {
            set.Add(read(ref reader));
        }

        return set;
    }

    /// <summary>Reads a dictionary. Of a key that is there twice the last value stays.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="reader">Stands at the first token.</param>
    /// <param name="read">Reads a value.</param>
    protected static Dictionary<string, T>? ReadDictionary<T>(ref Utf8JsonReader reader, JsonElementReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Begin(ref reader);
        Dictionary<string, T> dictionary = [];
        while (Next(ref reader))
        {
            string key = reader.GetString()!;
            reader.Read();
            dictionary[key] = read(ref reader);
        }

        return dictionary;
    }

    /// <summary>The converter that a type names.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options.</param>
    protected static JsonConverter<T> ConverterOf<T>(JsonSerializerOptions options) => (JsonConverter<T>)InfoOf<T>(options).Converter;

    private static JsonTypeInfo<T> InfoOf<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    private static bool NextElement(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new JsonException();
        }
    }
}
