using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EventStore.CompilerServices;

namespace EventStore;

/// <summary>What the store knows of one type of event: its names and its JSON. Immutable and thread-safe; generated.</summary>
public sealed class EventType
{
    private readonly EventPayloadReader? _reader;
    private readonly Lazy<JsonTraits> _traits;

    /// <summary>Describes a type of event.</summary>
    /// <param name="name">The stored name.</param>
    /// <param name="jsonTypeInfo">The generated JSON metadata of the type.</param>
    /// <param name="formerNames">Names under which older events of this type are stored.</param>
    /// <exception cref="ArgumentException">A name is null, empty or white space.</exception>
    public EventType(string name, JsonTypeInfo jsonTypeInfo, params string[] formerNames)
        : this(name, jsonTypeInfo, null, formerNames)
    {
    }

    /// <summary>Describes a type of event that generated code can read without metadata.</summary>
    /// <param name="name">The stored name.</param>
    /// <param name="jsonTypeInfo">The JSON metadata of the type, which say what is wrong where the reader fails.</param>
    /// <param name="reader">Reads the event as the metadata would, or null.</param>
    /// <param name="formerNames">Names under which older events of this type are stored.</param>
    /// <exception cref="ArgumentException">A name is null, empty or white space.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public EventType(string name, JsonTypeInfo jsonTypeInfo, EventPayloadReader? reader, params string[] formerNames)
    {
        ArgumentNullException.ThrowIfNull(jsonTypeInfo);
        ArgumentNullException.ThrowIfNull(formerNames);
        StreamNames.CheckNew(name);
        foreach (string former in formerNames)
        {
            StreamNames.CheckNew(former, nameof(formerNames));
        }

        Name = name;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        JsonTypeInfo = jsonTypeInfo;
        FormerNames = formerNames;
        _reader = reader;
        _traits = new Lazy<JsonTraits>(() => JsonTraitsFinder.Find(jsonTypeInfo));
    }

    /// <summary>The stored name.</summary>
    public string Name { get; }

    /// <summary>The stored name in UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8Name { get; }

    /// <summary>Names under which older events of this type are stored.</summary>
    public IReadOnlyList<string> FormerNames { get; }

    /// <summary>The class, record or struct of the event.</summary>
    public Type ClrType => JsonTypeInfo.Type;

    /// <summary>How the event is written and read.</summary>
    public JsonTypeInfo JsonTypeInfo { get; }

    /// <summary>What can go wrong where it is written.</summary>
    internal JsonTraits Traits => _traits.Value;

    /// <summary>Reads an event as the store reads it: by generated code where there is some, otherwise by <see cref="JsonTypeInfo"/>.</summary>
    /// <param name="utf8">The payload as UTF-8 JSON, all of it.</param>
    /// <returns>The event, of type <see cref="ClrType"/>.</returns>
    /// <exception cref="JsonException">The JSON is not valid, is null, or is not one of this type.</exception>
    /// <remarks>What a constructor, a setter or a converter of the event throws surfaces as it is.</remarks>
    public object Read(ReadOnlySpan<byte> utf8) =>
        ReadDirectly(utf8) ?? JsonSerializer.Deserialize(utf8, JsonTypeInfo) ?? throw new JsonException("The payload is null.");

    /// <summary>Reads an event without metadata, or gives null where they have to do it.</summary>
    internal object? ReadDirectly(ReadOnlySpan<byte> utf8)
    {
        if (_reader is null)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = EventJsonContext.MaxDepth });
            reader.Read();
            object? payload = _reader(ref reader);
            return reader.Read() ? null : payload;
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            // The metadata name the place, and throw what System.Text.Json always throws.
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({ClrType})";
}
