using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.Benchmarks.Json;

/// <summary>The metadata by which an event is read and written, from each source.</summary>
internal static class JsonMetadata
{
    public static EventType Ours(object payload) =>
        Shapes.Catalog.TryFind(payload.GetType(), out EventType? type) ? type : throw new InvalidOperationException($"{payload.GetType()} is no event.");

    public static JsonTypeInfo Generator(object payload) => SystemTextJson.Default.GetTypeInfo(payload.GetType())!;

    [RequiresUnreferencedCode("Reflects.")]
    [RequiresDynamicCode("Reflects.")]
    public static JsonTypeInfo Reflection(object payload) => new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(payload.GetType());
}
