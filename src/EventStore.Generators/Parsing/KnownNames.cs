namespace EventStore.Generators.Parsing;

/// <summary>Full metadata names of what the generator looks for.</summary>
internal static class KnownNames
{
    public const string Aggregate = "EventStore.AggregateAttribute";
    public const string Event = "EventStore.EventAttribute";
    public const string EventOf = "EventStore.EventAttribute`1";
    public const string EventJson = "EventStore.EventJsonAttribute";
    public const string EventCatalog = "EventStore.EventCatalogAttribute";
    public const string Ignores = "EventStore.IgnoresAttribute";
    public const string IgnoresEvent = "EventStore.IgnoresAttribute`1";
    public const string EventHeader = "EventStore.EventHeader";
    public const string EventMetadata = "EventStore.EventMetadata";
    public const string DomainEvent = "EventStore.DomainEvent";
    public const string Obsolete = "System.ObsoleteAttribute";
    public const string Conditional = "System.Diagnostics.ConditionalAttribute";
    public const string EventCatalogOf = "EventStore.CompilerServices.EventCatalogOfAttribute";
    public const string DomainEventOf = "EventStore.DomainEvent`1";
    public const string Projection = "EventStore.ProjectionAttribute";
    public const string ProjectionContext = "EventStore.ProjectionContext";
    public const string ProjectionState = "EventStore.ProjectionStateAttribute";
    public const string ReadModel = "EventStore.ReadModelAttribute";
    public const string ReadModelContext = "EventStore.ReadModelContext";
    public const string Comparer = "System.Collections.Generic.IComparer`1";
    public const string EqualityComparer = "System.Collections.Generic.IEqualityComparer`1";
    public const string KeyValuePair = "System.Collections.Generic.KeyValuePair`2";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOf = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOf = "System.Threading.Tasks.ValueTask`1";
    public const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    private const string CodeAnalysis = "System.Diagnostics.CodeAnalysis.";
    public const string AllowNull = CodeAnalysis + "AllowNullAttribute";
    public const string DisallowNull = CodeAnalysis + "DisallowNullAttribute";
    public const string MaybeNull = CodeAnalysis + "MaybeNullAttribute";
    public const string NotNull = CodeAnalysis + "NotNullAttribute";

    public const string Json = "System.Text.Json.Serialization.";
    public const string JsonObject = "System.Text.Json.Nodes.JsonObject";
    public const string JsonPolymorphic = Json + "JsonPolymorphicAttribute";
    public const string JsonSerializable = Json + "JsonSerializableAttribute";
    public const string JsonSerializerContext = Json + "JsonSerializerContext";
    public const string JsonConverterBase = Json + "JsonConverter";
    public const string JsonConverter = Json + "JsonConverterAttribute";
    public const string JsonStringEnumConverter = Json + "JsonStringEnumConverter";
    public const string JsonStringEnumConverterOf = Json + "JsonStringEnumConverter`1";
    public const string JsonConstructor = Json + "JsonConstructorAttribute";
    public const string JsonDerivedType = Json + "JsonDerivedTypeAttribute";
    public const string JsonIgnore = Json + "JsonIgnoreAttribute";
    public const string JsonInclude = Json + "JsonIncludeAttribute";
    public const string JsonRequired = Json + "JsonRequiredAttribute";
    public const string JsonPropertyName = Json + "JsonPropertyNameAttribute";
    public const string JsonPropertyOrder = Json + "JsonPropertyOrderAttribute";
    public const string JsonNumberHandling = Json + "JsonNumberHandlingAttribute";
    public const string JsonExtensionData = Json + "JsonExtensionDataAttribute";
    public const string JsonUnmappedMemberHandling = Json + "JsonUnmappedMemberHandlingAttribute";
    public const string JsonObjectCreationHandling = Json + "JsonObjectCreationHandlingAttribute";

    /// <summary>Each is the one method of the interface <c>IJson…</c>.</summary>
    public static IReadOnlyList<string> JsonCallbacks { get; } = ["OnSerializing", "OnSerialized", "OnDeserializing", "OnDeserialized"];
}
