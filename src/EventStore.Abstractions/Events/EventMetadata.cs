using System.Collections;
using System.Text.Json;

namespace EventStore;

/// <summary>
/// What is kept beside an event: names with JSON values. Immutable (what it is given is copied) and thread-safe; two
/// are equal if they hold the same names and values, in any order.
/// </summary>
/// <remarks>
/// A value is null, text, a boolean, any number of .NET, a <see cref="Guid"/> or a time (both kept as text), a
/// <see cref="JsonElement"/> or <see cref="System.Text.Json.Nodes.JsonNode"/>, a dictionary with text keys, or a
/// sequence of these. The names <c>_aggregate_id</c>, <c>_aggregate_type</c> and <c>_aggregate_version</c> are the
/// store's own.
/// </remarks>
public sealed class EventMetadata : IReadOnlyCollection<KeyValuePair<string, JsonElement>>, IEquatable<EventMetadata>
{
    internal const string AggregateIdKey = "_aggregate_id";
    internal const string AggregateTypeKey = "_aggregate_type";
    internal const string AggregateVersionKey = "_aggregate_version";

    private readonly ReadOnlyMemory<byte> _utf8;
    private Dictionary<string, JsonElement>? _values;

    /// <summary>Makes metadata from names and values, which are copied.</summary>
    /// <param name="values">Names and values; of a name that comes twice, the last one counts.</param>
    /// <exception cref="ArgumentException">A name is null, empty or reserved, or a value is of a kind that JSON does not have.</exception>
    public EventMetadata(IEnumerable<KeyValuePair<string, object?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var last = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((string key, object? value) in values)
        {
            CheckKey(key);
            last[key] = value;
        }

        _utf8 = MetadataJson.Write(last);
    }

    internal EventMetadata(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    /// <summary>Metadata without any entry.</summary>
    public static EventMetadata Empty { get; } = new("{}"u8.ToArray());

    /// <summary>The number of entries.</summary>
    public int Count => Values.Count;

    /// <summary>The names, in no particular order.</summary>
    public IEnumerable<string> Keys => Values.Keys;

    /// <summary>The JSON that is stored, in UTF-8.</summary>
    internal ReadOnlyMemory<byte> Utf8 => _utf8;

    private Dictionary<string, JsonElement> Values => _values ??= MetadataJson.Read(_utf8.Span);

    /// <summary>The value under a name.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public JsonElement this[string key] =>
        Values.TryGetValue(key, out JsonElement value) ? value : throw new KeyNotFoundException($"The metadata has no '{key}'. Use TryGet where it may be missing.");

    /// <summary>Makes metadata from names and values.</summary>
    /// <param name="values">Names and values; of a name that comes twice, the last one counts.</param>
    /// <exception cref="ArgumentException">A name is null, empty or reserved, or a value is of a kind that JSON does not have.</exception>
    public static EventMetadata Of(params (string Key, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
    }

    /// <summary>Looks a value up.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value, or <c>default</c> if there is no such name.</param>
    public bool TryGet(string key, out JsonElement value) => Values.TryGetValue(key, out value);

    /// <summary>Looks a text up.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The text, or null if there is no such name or its value is no text.</returns>
    public string? GetString(string key) =>
        TryGet(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Looks an integer up.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The number, or null if there is no such name or its value is no integer of 64 bits.</returns>
    public long? GetInt64(string key) =>
        TryGet(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;

    /// <summary>Gives a copy with one more entry, or with another value for one that is there.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value, of one of the kinds that the class names.</param>
    /// <exception cref="ArgumentException">The name is null, empty or reserved, or the value is of a kind that JSON does not have.</exception>
    public EventMetadata With(string key, object? value)
    {
        CheckKey(key);
        return WithUnchecked((key, value));
    }

    /// <summary>Gives a copy without an entry; without change if there is no such name.</summary>
    /// <param name="key">The name.</param>
    public EventMetadata Without(string key) =>
        Values.ContainsKey(key) ? new(MetadataJson.Write(Values.Where(entry => entry.Key != key).Select(Boxed))) : this;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(EventMetadata? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (Count == other.Count
                && Values.All(entry => other.TryGet(entry.Key, out JsonElement value) && JsonElement.DeepEquals(entry.Value, value))));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EventMetadata);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Keys.Aggregate(Count, (hash, key) => hash ^ key.GetHashCode(StringComparison.Ordinal));

    /// <summary>Gives the JSON.</summary>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(_utf8.Span);

    internal EventMetadata WithAggregate(Guid id, string? type, long version)
    {
        if (id == Guid.Empty && type is null && version == 0)
        {
            return this;
        }

        var reserved = new List<(string, object?)>(3);
        if (id != Guid.Empty)
        {
            reserved.Add((AggregateIdKey, id));
        }

        if (type is not null)
        {
            reserved.Add((AggregateTypeKey, type));
        }

        if (version != 0)
        {
            reserved.Add((AggregateVersionKey, version));
        }

        return WithUnchecked([.. reserved]);
    }

    internal EventMetadata WithoutAggregate() =>
        ReferenceEquals(this, Empty) ? this : Without(AggregateIdKey).Without(AggregateTypeKey).Without(AggregateVersionKey);

    private static KeyValuePair<string, object?> Boxed(KeyValuePair<string, JsonElement> entry) => KeyValuePair.Create<string, object?>(entry.Key, entry.Value);

    private static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key is AggregateIdKey or AggregateTypeKey or AggregateVersionKey)
        {
            throw new ArgumentException($"'{key}' is the store's own name: it follows from the event's aggregate. Choose another one.", nameof(key));
        }
    }

    private EventMetadata WithUnchecked(params (string Key, object? Value)[] added)
    {
        var all = Values.ToDictionary(entry => entry.Key, entry => (object?)entry.Value, StringComparer.Ordinal);
        foreach ((string key, object? value) in added)
        {
            all[key] = value;
        }

        return new(MetadataJson.Write(all));
    }
}
