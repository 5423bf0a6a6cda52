using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>The JSON of states that are a single value, a counter for example.</summary>
internal static class SimpleStates
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

    public static JsonTypeInfo<TState>? Find<TState>() => (object?)Create(typeof(TState)) as JsonTypeInfo<TState>;

    private static JsonTypeInfo? Create(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => Of(JsonMetadataServices.Int32Converter),
        TypeCode.Int64 => Of(JsonMetadataServices.Int64Converter),
        TypeCode.Decimal => Of(JsonMetadataServices.DecimalConverter),
        TypeCode.Double => Of(JsonMetadataServices.DoubleConverter),
        TypeCode.Boolean => Of(JsonMetadataServices.BooleanConverter),
        TypeCode.String => Of(JsonMetadataServices.StringConverter),
        _ => null,
    };

    private static JsonTypeInfo<T> Of<T>(JsonConverter<T?> converter) => JsonMetadataServices.CreateValueInfo<T>(Options, converter);
}
