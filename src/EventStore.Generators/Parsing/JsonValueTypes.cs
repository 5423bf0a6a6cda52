using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>The types of the framework that System.Text.Json writes and reads without loss.</summary>
internal static class JsonValueTypes
{
    /// <summary>Metadata names, with the property of <c>JsonMetadataServices</c> that converts them.</summary>
    private static readonly Dictionary<string, string> Converters = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "Boolean",
        ["System.Byte"] = "Byte",
        ["System.SByte"] = "SByte",
        ["System.Int16"] = "Int16",
        ["System.Int32"] = "Int32",
        ["System.Int64"] = "Int64",
        ["System.Int128"] = "Int128",
        ["System.UInt16"] = "UInt16",
        ["System.UInt32"] = "UInt32",
        ["System.UInt64"] = "UInt64",
        ["System.UInt128"] = "UInt128",
        ["System.Half"] = "Half",
        ["System.Single"] = "Single",
        ["System.Double"] = "Double",
        ["System.Decimal"] = "Decimal",
        ["System.Char"] = "Char",
        ["System.String"] = "String",
        ["System.Guid"] = "Guid",
        ["System.DateTime"] = "DateTime",
        ["System.DateTimeOffset"] = "DateTimeOffset",
        ["System.DateOnly"] = "DateOnly",
        ["System.TimeOnly"] = "TimeOnly",
        ["System.TimeSpan"] = "TimeSpan",
        ["System.Uri"] = "Uri",
        ["System.Version"] = "Version",
        ["System.Text.Json.JsonElement"] = "JsonElement",
        ["System.Text.Json.JsonDocument"] = "JsonDocument",
        ["System.Text.Json.Nodes.JsonNode"] = "JsonNode",
        ["System.Text.Json.Nodes.JsonObject"] = "JsonObject",
        ["System.Text.Json.Nodes.JsonArray"] = "JsonArray",
        ["System.Text.Json.Nodes.JsonValue"] = "JsonValue",
    };

    private static readonly Dictionary<string, (JsonShape Shape, string Creator)> Collections = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.List`1"] = (JsonShape.List, "self"),
        ["System.Collections.Generic.IEnumerable`1"] = (JsonShape.IEnumerable, ""),
        ["System.Collections.Generic.IReadOnlyList`1"] = (JsonShape.IEnumerable, ""),
        ["System.Collections.Generic.IReadOnlyCollection`1"] = (JsonShape.IEnumerable, ""),
        ["System.Collections.Generic.IList`1"] = (JsonShape.IList, ""),
        ["System.Collections.Generic.ICollection`1"] = (JsonShape.ICollection, ""),
        ["System.Collections.Generic.ISet`1"] = (JsonShape.ISet, ""),
        ["System.Collections.Generic.HashSet`1"] = (JsonShape.ISet, "self"),
        ["System.Collections.Generic.SortedSet`1"] = (JsonShape.ISet, "self"),
        ["System.Collections.Generic.LinkedList`1"] = (JsonShape.ICollection, "self"),
        ["System.Collections.Generic.Queue`1"] = (JsonShape.Queue, "self"),
        ["System.Collections.Concurrent.ConcurrentQueue`1"] = (JsonShape.ConcurrentQueue, "self"),
        ["System.Collections.ObjectModel.Collection`1"] = (JsonShape.IList, "self"),
        ["System.Collections.ObjectModel.ObservableCollection`1"] = (JsonShape.IList, "self"),
        ["System.Memory`1"] = (JsonShape.Memory, ""),
        ["System.ReadOnlyMemory`1"] = (JsonShape.ReadOnlyMemory, ""),
        ["System.Collections.Generic.Dictionary`2"] = (JsonShape.Dictionary, "self"),
        ["System.Collections.Generic.OrderedDictionary`2"] = (JsonShape.IDictionary, "self"),
        ["System.Collections.Generic.SortedList`2"] = (JsonShape.IDictionary, "self"),
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = (JsonShape.IDictionary, "self"),
        ["System.Collections.Generic.SortedDictionary`2"] = (JsonShape.IDictionary, "self"),
        ["System.Collections.Generic.IDictionary`2"] = (JsonShape.IDictionary, "dictionary"),
        ["System.Collections.Generic.IReadOnlyDictionary`2"] = (JsonShape.IReadOnlyDictionary, "dictionary"),
        ["System.Collections.Immutable.ImmutableArray`1"] = (JsonShape.ImmutableEnumerable, "global::System.Collections.Immutable.ImmutableArray.CreateRange"),
        ["System.Collections.Immutable.ImmutableList`1"] = (JsonShape.ImmutableEnumerable, "global::System.Collections.Immutable.ImmutableList.CreateRange"),
        ["System.Collections.Immutable.ImmutableHashSet`1"] = (JsonShape.ImmutableEnumerable, "global::System.Collections.Immutable.ImmutableHashSet.CreateRange"),
        ["System.Collections.Immutable.ImmutableSortedSet`1"] = (JsonShape.ImmutableEnumerable, "global::System.Collections.Immutable.ImmutableSortedSet.CreateRange"),
        ["System.Collections.Immutable.ImmutableQueue`1"] = (JsonShape.ImmutableEnumerable, "global::System.Collections.Immutable.ImmutableQueue.CreateRange"),
        ["System.Collections.Immutable.IImmutableList`1"] = (JsonShape.ImmutableEnumerable, "global::System.Collections.Immutable.ImmutableList.CreateRange"),
        ["System.Collections.Immutable.IImmutableSet`1"] = (JsonShape.ImmutableEnumerable, "global::System.Collections.Immutable.ImmutableHashSet.CreateRange"),
        ["System.Collections.Immutable.IImmutableQueue`1"] = (JsonShape.ImmutableEnumerable, "global::System.Collections.Immutable.ImmutableQueue.CreateRange"),
        ["System.Collections.Immutable.ImmutableDictionary`2"] = (JsonShape.ImmutableDictionary, "global::System.Collections.Immutable.ImmutableDictionary.CreateRange"),
        ["System.Collections.Immutable.ImmutableSortedDictionary`2"] = (JsonShape.ImmutableDictionary, "global::System.Collections.Immutable.ImmutableSortedDictionary.CreateRange"),
        ["System.Collections.Immutable.IImmutableDictionary`2"] = (JsonShape.ImmutableDictionary, "global::System.Collections.Immutable.ImmutableDictionary.CreateRange"),
    };

    private static readonly HashSet<string> NoKeys = new(StringComparer.Ordinal) { "JsonElement", "JsonDocument", "JsonNode", "JsonObject", "JsonArray", "JsonValue" };

    /// <summary>The name of the converter of one value, or null.</summary>
    public static string? ConverterOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => "ByteArray",
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } when type.Is("System.Memory`1") => "MemoryByte",
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } when type.Is("System.ReadOnlyMemory`1") => "ReadOnlyMemoryByte",
        INamedTypeSymbol { IsGenericType: false } named when Converters.TryGetValue(named.MetadataFullName(), out string converter) => converter,
        _ => null,
    };

    /// <summary>Whether System.Text.Json writes and reads the type as the name of a member.</summary>
    public static bool CanBeKey(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || (type is INamedTypeSymbol && ConverterOf(type) is { } converter && !NoKeys.Contains(converter) && !converter.EndsWith("MemoryByte", StringComparison.Ordinal));

    /// <summary>The shape of a collection of the framework, or null.</summary>
    public static JsonTypeModel? CollectionOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return new JsonTypeModel(type.FullName(), JsonShape.Array, Element: array.ElementType.FullName());

        if (type is not INamedTypeSymbol { TypeArguments.Length: 1 or 2 } named || !Collections.TryGetValue(named.OriginalDefinition.MetadataFullName(), out (JsonShape Shape, string Creator) found))
            return null;

        string element = named.TypeArguments[named.TypeArguments.Length - 1].FullName();
        string key = named.TypeArguments.Length == 2 ? named.TypeArguments[0].FullName() : "";
        string creator = found.Creator switch
        {
            "self" => $"static () => new {type.FullName()}()",
            "dictionary" => $"static () => new global::System.Collections.Generic.Dictionary<{key}, {element}>()",
            _ => found.Creator,
        };
        return new JsonTypeModel(type.FullName(), found.Shape, creator, element, key);
    }
}
