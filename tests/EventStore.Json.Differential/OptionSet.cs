using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EventStore.Json.Differential.Shapes;

namespace EventStore.Json.Differential;

/// <summary>Options under which both sides are compared.</summary>
/// <param name="Name">What they are about.</param>
/// <param name="Make">Makes them, without a resolver.</param>
internal sealed record OptionSet(string Name, Func<JsonSerializerOptions> Make)
{
    // Small, so that streams are read and written in many pieces.
    private const int BufferSize = 64;

    /// <summary>The options by which events are stored; the others follow.</summary>
    public static OptionSet Stored { get; } = new("stored", () => new(DifferentialEvents.Catalog.EventTypes[0].JsonTypeInfo.Options) { TypeInfoResolver = null });

    public static IReadOnlyList<OptionSet> All { get; } =
    [
        Stored,
        new("plain", () => new() { DefaultBufferSize = BufferSize }),
        new("camel case, indented", () => new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, DefaultBufferSize = BufferSize }),
        new("snake case, without null", () => new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseUpper,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        }),
        new("web, without defaults", () => new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault }),
        new("strict", () => new()
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
            DefaultBufferSize = BufferSize,
        }),
        new("no unknown members", () => new()
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            PropertyNameCaseInsensitive = true,
            IgnoreReadOnlyProperties = true,
            IgnoreReadOnlyFields = true,
        }),
        new("converters, numbers as text", () => new()
        {
            Converters = { new JsonStringEnumConverter<Priority>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<Channel>(JsonNamingPolicy.SnakeCaseUpper), new CentsConverter() },
            NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString,
            IncludeFields = true,
        }),
        new("lenient", () => new()
        {
            AllowTrailingCommas = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.AllowReadingFromString,
            ReferenceHandler = ReferenceHandler.IgnoreCycles,
            AllowOutOfOrderMetadataProperties = true,
        }),
        new("populating", () => new() { PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate, RespectRequiredConstructorParameters = true }),
    ];
}
