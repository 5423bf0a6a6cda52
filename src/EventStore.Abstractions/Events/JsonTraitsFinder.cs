using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EventStore.CompilerServices;

namespace EventStore;

/// <summary>Finds the traits of types; not cheap, so to be asked once for each.</summary>
internal static class JsonTraitsFinder
{
    public static JsonTraits Find(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Find(type, []);
    }

    private static JsonTraits Find(JsonTypeInfo type, HashSet<Type> seen)
    {
        if (!seen.Add(type.Type))
        {
            return JsonTraits.None;
        }

        if (!IsOfSystemTextJson(type.Converter) || HoldsAnyJson(type.Type))
        {
            return JsonTraits.HasFreeJson | JsonTraits.HasLocalTimes;
        }

        JsonTraits traits = type.Type == typeof(DateTime) ? JsonTraits.HasLocalTimes : JsonTraits.None;
        if (Nullable.GetUnderlyingType(type.Type) is { } underlying)
        {
            traits |= Find(underlying, type.Options, seen);
        }

        if (type.Kind == JsonTypeInfoKind.Object)
        {
            traits = type.Properties.Aggregate(traits, (all, property) => all | Find(property, seen));
        }
        else if (type.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)
        {
            traits |= Find(type.KeyType, type.Options, seen) | Find(type.ElementType, type.Options, seen);

            // A dictionary of the user's may give a key twice.
            traits |= type.Kind == JsonTypeInfoKind.Dictionary && !IsOfTheFramework(type.Type) ? JsonTraits.HasFreeJson : JsonTraits.None;
        }

        IList<JsonDerivedType> derivedTypes = type.PolymorphismOptions?.DerivedTypes ?? [];
        return derivedTypes.Aggregate(traits, (all, derived) => all | Find(derived.DerivedType, type.Options, seen));
    }

    private static JsonTraits Find(JsonPropertyInfo property, HashSet<Type> seen)
    {
        if (property.Get is null)
        {
            return JsonTraits.None;
        }

        bool isFree = property.IsExtensionData || (property.CustomConverter is { } converter && !IsOfSystemTextJson(converter, property.PropertyType));
        return isFree ? JsonTraits.HasFreeJson | JsonTraits.HasLocalTimes
            : property.CustomConverter is not null ? JsonTraits.None
            : Find(property.PropertyType, property.Options, seen);
    }

    private static JsonTraits Find(Type? type, JsonSerializerOptions options, HashSet<Type> seen) =>
        type is null ? JsonTraits.None
        : options.TryGetTypeInfo(type, out JsonTypeInfo? info) ? Find(info, seen)
        : JsonTraits.HasFreeJson | JsonTraits.HasLocalTimes;

    private static bool IsOfSystemTextJson(JsonConverter converter) => converter.GetType().Assembly == typeof(JsonSerializer).Assembly;

    /// <summary>
    /// What System.Text.Json makes of a converter for a value that may be missing does not tell the converter: only
    /// generated code remembers it, so that one in a context of the user's counts as the user's.
    /// </summary>
    private static bool IsOfSystemTextJson(JsonConverter converter, Type type) =>
        IsOfSystemTextJson(converter)
        && (Nullable.GetUnderlyingType(type) is null || (NullableConverters.FindValueConverter(converter) is { } value && IsOfSystemTextJson(value)));

    private static bool HoldsAnyJson(Type type) =>
        type == typeof(object) || type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type);

    private static bool IsOfTheFramework(Type type) => type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true;
}
