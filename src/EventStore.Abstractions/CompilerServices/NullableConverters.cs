using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.CompilerServices;

/// <summary>
/// Makes converters of values that may be missing, and remembers of what: System.Text.Json's own do not tell.
/// Thread-safe.
/// </summary>
internal static class NullableConverters
{
    private static readonly ConditionalWeakTable<JsonConverter, JsonConverter> ValueConverters = [];

    /// <summary>Makes the converter of a value that may be missing from the metadata of the value.</summary>
    public static JsonConverter<T?> Create<T>(JsonTypeInfo<T> value)
        where T : struct
    {
        JsonConverter<T?> converter = JsonMetadataServices.GetNullableConverter(value);
        ValueConverters.AddOrUpdate(converter, value.Converter);
        return converter;
    }

    /// <summary>The converter of the value, or null where it was not made here.</summary>
    public static JsonConverter? FindValueConverter(JsonConverter converter) => ValueConverters.TryGetValue(converter, out JsonConverter? value) ? value : null;
}
