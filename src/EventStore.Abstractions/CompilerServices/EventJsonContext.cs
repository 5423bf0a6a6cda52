using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.CompilerServices;

/// <summary>
/// What the generated JSON of an assembly's events has in common. For generated code. It answers for options of any
/// kind, so it can also stand in a <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class EventJsonContext : JsonSerializerContext, IJsonTypeInfoResolver
{
    // An object at depth 64 may still have members: System.Text.Json writes none at its limit.
    internal const int MaxDepth = 65;

    /// <summary>Makes a context with the options by which events are stored: a contract, as the names are.</summary>
    protected EventJsonContext()
        : base(new JsonSerializerOptions { AllowOutOfOrderMetadataProperties = true, MaxDepth = MaxDepth })
    {
    }

    /// <summary>What generated writers are for: System.Text.Json takes them where its options agree with these.</summary>
    protected sealed override JsonSerializerOptions? GeneratedSerializerOptions => Options;

    /// <inheritdoc/>
    public sealed override JsonTypeInfo? GetTypeInfo(Type type) => Options.TryGetTypeInfo(type, out JsonTypeInfo? info) ? info : null;

    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        JsonTypeInfo? info = Create(type, options);
        if (info is { OriginatingResolver: null })
        {
            // To be set last: whatever is set after it lets System.Text.Json take the metadata for changed by hand, and write by them alone.
            info.OriginatingResolver = this;
        }

        return info;
    }

    /// <summary>Makes the metadata of a type, or gives null for one that is not part of any event.</summary>
    /// <param name="type">The type.</param>
    /// <param name="options">The options that the metadata is for.</param>
    protected abstract JsonTypeInfo? Create(Type type, JsonSerializerOptions options);

    /// <summary>Metadata from a converter that the options hold, which goes before everything generated.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options.</param>
    protected static JsonTypeInfo<T>? Custom<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (JsonConverter converter in options.Converters)
        {
            if (converter.CanConvert(typeof(T)))
            {
                return JsonMetadataServices.CreateValueInfo<T>(options, Expand(typeof(T), converter, options));
            }
        }

        return null;
    }

    /// <summary>Metadata of a type that a converter writes as one value.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="converter">The converter, or a factory for it.</param>
    protected static JsonTypeInfo<T> Value<T>(JsonSerializerOptions options, JsonConverter converter) =>
        JsonMetadataServices.CreateValueInfo<T>(options, Expand(typeof(T), converter, options));

    /// <summary>Metadata from a context of the user's.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="context">The context.</param>
    /// <param name="options">The options.</param>
    protected static JsonTypeInfo<T> Metadata<T>(JsonSerializerContext context, JsonSerializerOptions options) =>
        (JsonTypeInfo<T>?)Others(context, typeof(T), options)
            ?? throw new InvalidOperationException($"The context {context} does not know {typeof(T)}. Name the type there with [JsonSerializable].");

    /// <summary>What a context of the user's knows of a type, or null.</summary>
    /// <param name="context">The context.</param>
    /// <param name="type">The type.</param>
    /// <param name="options">The options.</param>
    protected static JsonTypeInfo? Others(IJsonTypeInfoResolver context, Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetTypeInfo(type, options);
    }

    /// <summary>Metadata of a value that may be missing.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="options">The options.</param>
    protected static JsonTypeInfo<T?> Nullable<T>(JsonSerializerOptions options)
        where T : struct =>
        JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));

    /// <summary>What a collection needs beyond its type.</summary>
    /// <typeparam name="T">The collection.</typeparam>
    /// <param name="create">Makes an empty one; null where System.Text.Json knows how.</param>
    protected static JsonCollectionInfoValues<T> Empty<T>(Func<T>? create = null) => new() { ObjectCreator = create };

    /// <summary>Finishes the metadata of a collection.</summary>
    /// <typeparam name="T">The collection.</typeparam>
    /// <param name="info">Its metadata.</param>
    protected static JsonTypeInfo<T> Collection<T>(JsonTypeInfo<T> info)
    {
        ArgumentNullException.ThrowIfNull(info);

        // The values cannot say "as the options have it", only "strict", which would go before the options.
        info.NumberHandling = null;
        return info;
    }

    /// <summary>Metadata of a type with members.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="create">Makes one before its members are set, or null.</param>
    /// <param name="members">Its members.</param>
    /// <param name="createFrom">Makes one from the arguments of its constructor, or null.</param>
    /// <param name="parameters">The parameters of that constructor, or null.</param>
    /// <param name="write">Writes one as the metadata would, or null.</param>
    protected static JsonTypeInfo<T> Object<T>(
        JsonSerializerOptions options,
        Func<T>? create,
        Func<JsonSerializerOptions, JsonPropertyInfo[]> members,
        Func<object?[], T>? createFrom = null,
        Func<JsonParameterInfoValues[]>? parameters = null,
        Action<Utf8JsonWriter, T>? write = null)
        where T : notnull
    {
        JsonTypeInfo<T> info = JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectCreator = create,
            ObjectWithParameterizedConstructorCreator = createFrom!,
            ConstructorParameterMetadataInitializer = parameters,
            PropertyMetadataInitializer = _ => ExtensionData.Guard(members(options)),
            SerializeHandler = write,
        });
        info.NumberHandling = null;
        return info;
    }

    /// <summary>Lets a type whose members are set after its constructor count as one that takes them by it.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="info">Its metadata.</param>
    protected static JsonTypeInfo<T> Positional<T>(JsonTypeInfo<T> info)
    {
        ArgumentNullException.ThrowIfNull(info);

        // What a constructor takes replaces, whatever the options prefer.
        info.PreferredPropertyObjectCreationHandling = JsonObjectCreationHandling.Replace;
        return info;
    }

    /// <summary>Metadata of a member.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="declaringType">The type that declares it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="get">Reads it, or null.</param>
    /// <param name="set">Sets it, or null.</param>
    /// <param name="jsonName">Its name in JSON, or null for the same.</param>
    /// <param name="converter">Its own converter, or null.</param>
    /// <param name="ignore">When it is left out, or null.</param>
    /// <param name="numbers">How its numbers are written and read, or null.</param>
    /// <param name="required">Whether the JSON must hold it.</param>
    /// <param name="include">Whether it carries <c>[JsonInclude]</c>.</param>
    /// <param name="extension">Whether it takes what no other member takes.</param>
    /// <param name="isField">Whether it is a field.</param>
    /// <param name="isVirtual">Whether a derived type may override it, or it overrides one.</param>
    /// <param name="order">Its place among the others.</param>
    /// <param name="givesNull">Whether it may be null when it is read from the object.</param>
    /// <param name="takesNull">Whether it may be set to null.</param>
    protected static JsonPropertyInfo Member<T>(
        JsonSerializerOptions options,
        Type declaringType,
        string name,
        Func<object, T>? get,
        Action<object, T>? set,
        string? jsonName = null,
        JsonConverter<T>? converter = null,
        JsonIgnoreCondition? ignore = null,
        JsonNumberHandling? numbers = null,
        bool required = false,
        bool include = false,
        bool extension = false,
        bool isField = false,
        bool isVirtual = false,
        int order = 0,
        bool givesNull = true,
        bool takesNull = true)
    {
        JsonPropertyInfo info = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = !isField,
            IsPublic = true,
            IsVirtual = isVirtual,
            DeclaringType = declaringType,
            PropertyName = name,
            JsonPropertyName = jsonName,
            Converter = converter,
            Getter = get!,
            Setter = set!,
            IgnoreCondition = ignore,
            NumberHandling = numbers,
            HasJsonInclude = include,
            IsExtensionData = extension,
        });
        info.IsRequired = required;
        info.Order = order;
        if (!givesNull)
        {
            info.IsGetNullable = false;
        }

        if (!takesNull)
        {
            info.IsSetNullable = false;
        }

        return info;
    }

    /// <summary>A parameter of a constructor.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="position">Its place, from 0.</param>
    /// <param name="name">Its name.</param>
    /// <param name="takesNull">Whether it may be null.</param>
    protected static JsonParameterInfoValues Parameter<T>(int position, string name, bool takesNull) =>
        new() { Position = position, Name = name, ParameterType = typeof(T), IsNullable = takesNull };

    /// <summary>A parameter of a constructor that may be left out.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="position">Its place, from 0.</param>
    /// <param name="name">Its name.</param>
    /// <param name="takesNull">Whether it may be null.</param>
    /// <param name="defaultValue">Its value where the JSON has none.</param>
    protected static JsonParameterInfoValues Parameter<T>(int position, string name, bool takesNull, T defaultValue) =>
        new() { Position = position, Name = name, ParameterType = typeof(T), IsNullable = takesNull, HasDefaultValue = true, DefaultValue = defaultValue };

    /// <summary>The converter that a member names.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="converter">The converter, or a factory for it.</param>
    protected static JsonConverter<T> Converter<T>(JsonSerializerOptions options, JsonConverter converter) =>
        (JsonConverter<T>)Expand(typeof(T), converter, options);

    /// <summary>The converter that a member names whose value may be missing.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="converter">A converter of the value with or without null, or a factory for it.</param>
    protected static JsonConverter<T?> NullableConverter<T>(JsonSerializerOptions options, JsonConverter converter)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(converter);
        return converter.CanConvert(typeof(T?))
            ? Converter<T?>(options, converter)
            : NullableConverters.Create(JsonMetadataServices.CreateValueInfo<T>(options, Expand(typeof(T), converter, options)));
    }

    private static JsonConverter Expand(Type type, JsonConverter converter, JsonSerializerOptions options)
    {
        JsonConverter? expanded = !converter.CanConvert(type) ? null
            : converter is JsonConverterFactory factory ? factory.CreateConverter(type, options)
            : converter;
        return expanded is null or JsonConverterFactory
            ? throw new InvalidOperationException($"The converter {converter.GetType()} does not convert {type}. Name one that does in [JsonConverter].")
            : expanded;
    }
}
