using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventStore.CompilerServices;

/// <content>What generated writers have in common. They write the bytes that the metadata would.</content>
public abstract partial class EventJsonContext
{
    /// <summary>Writes a value by a converter, as System.Text.Json calls it.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="writer">Takes the JSON.</param>
    /// <param name="value">The value.</param>
    /// <param name="converter">The converter.</param>
    /// <param name="options">The options.</param>
    protected static void WriteBy<T>(Utf8JsonWriter writer, T value, JsonConverter<T> converter, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(converter);
        if (value is null && !converter.HandleNull)
        {
            writer.WriteNullValue();
            return;
        }

        int depth = writer.CurrentDepth;
        converter.Write(writer, value, options);
        if (writer.CurrentDepth != depth)
        {
            throw new JsonException($"The converter {converter.GetType()} wrote too much or not enough.");
        }
    }

    /// <summary>Writes a value by its metadata.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="writer">Takes the JSON.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">The options.</param>
    protected static void ByMetadata<T>(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, InfoOf<T>(options));

    /// <summary>Writes an array.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="writer">Takes the JSON.</param>
    /// <param name="array">The array, or null.</param>
    /// <param name="write">Writes an element.</param>
    protected static void WriteArray<T>(Utf8JsonWriter writer, T[]? array, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (array is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteSpan(writer, array, write);
        }
    }

    /// <summary>Writes a collection.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="writer">Takes the JSON.</param>
    /// <param name="elements">The elements, or null.</param>
    /// <param name="write">Writes an element.</param>
    protected static void WriteMany<T>(Utf8JsonWriter writer, IEnumerable<T>? elements, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        switch (elements)
        {
            case null:
                writer.WriteNullValue();
                break;
            case T[] array:
                WriteSpan(writer, array, write);
                break;
            case List<T> list when list.GetType() == typeof(List<T>):
                WriteSpan(writer, CollectionsMarshal.AsSpan(list), write);
                break;
            default:
                writer.WriteStartArray();
                foreach (T element in elements)
                {
                    write(writer, element);
                }

                writer.WriteEndArray();
                break;
        }
    }

    /// <summary>Writes a dictionary.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="writer">Takes the JSON.</param>
    /// <param name="entries">The entries, or null.</param>
    /// <param name="write">Writes a name and its value.</param>
    protected static void WriteDictionary<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>>? entries, Action<Utf8JsonWriter, string, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        if (entries is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        if (entries is Dictionary<string, T> dictionary && dictionary.GetType() == typeof(Dictionary<string, T>))
        {
            // By its own enumerator, which is a struct.
            foreach ((string key, T value) in dictionary)
            {
                write(writer, key, value);
            }
        }
        else
        {
            foreach ((string key, T value) in entries)
            {
                write(writer, key, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteSpan<T>(Utf8JsonWriter writer, ReadOnlySpan<T> elements, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (T element in elements)
        {
            write(writer, element);
        }

        writer.WriteEndArray();
    }
}
