using EventStore.Generators.Models;
using Microsoft.CodeAnalysis.Text;

namespace EventStore.Generators.Emission;

/// <summary>
/// Writes the JSON of the events of an assembly: one context, with a file for each type that has members, so that who
/// changes one of them has no other written anew.
/// </summary>
internal sealed class JsonEmitter
{
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata.";
    private const string Services = Metadata + "JsonMetadataServices.";
    private const string Options = "global::System.Text.Json.JsonSerializerOptions options";
    private const int LargestMethod = 64;

    private readonly SourceWriter _writer = GeneratedFile.Begin();
    private readonly EquatableArray<JsonTypeModel> _types;

    private JsonEmitter(EquatableArray<JsonTypeModel> types) => _types = types;

    /// <summary>Writes the part that names all types, by their shapes: what members an object has stands in its own file.</summary>
    public static SourceText EmitContext(EquatableArray<JsonTypeModel> types, string assemblyName)
    {
        var emitter = new JsonEmitter(types);
        emitter.EmitContext(GeneratedFile.Json(assemblyName));
        return emitter._writer.End();
    }

    /// <summary>Writes the part of one type with members.</summary>
    public static SourceText EmitObject(JsonTypeModel type, string assemblyName)
    {
        SourceWriter writer = GeneratedFile.Begin();
        writer.Open($"namespace {GeneratedFile.Namespace}");
        writer.Open($"partial class {GeneratedFile.Json(assemblyName)}");
        new JsonObjectEmitter(writer, type.Type, type.Id, type.Object!).Emit();
        return writer.End();
    }

    private void EmitContext(string name)
    {
        _writer.Open($"namespace {GeneratedFile.Namespace}");
        _writer.Line("/// <summary>The JSON of the events of this assembly.</summary>");
        _writer.Line(GeneratedFile.Obsolete);
        _writer.Line(GeneratedFile.Attribute);
        _writer.Open($"internal sealed partial class {name} : global::EventStore.CompilerServices.EventJsonContext");
        _writer.Line("/// <summary>The JSON as it is stored.</summary>");
        _writer.Line($"internal static {name} Default {{ get; }} = new {name}();");
        _writer.Line();
        EmitCreate();
        foreach (JsonTypeModel type in _types.Where(type => type.Shape == JsonShape.Converter))
            EmitConverter(type);
    }

    /// <summary>Each type is asked for once, so a chain of comparisons does; in pieces, so that no method grows big.</summary>
    private void EmitCreate()
    {
        int pieces = (_types.Count + LargestMethod - 1) / LargestMethod;
        _writer.Open($"protected override {Metadata}JsonTypeInfo? Create(global::System.Type type, {Options})");
        for (int piece = 1; piece < pieces; piece++)
        {
            _writer.Open($"if (Create_{piece}(type, options) is {{ }} info{piece})");
            _writer.Line($"return info{piece};");
            _writer.Close();
            _writer.Line();
        }

        EmitPiece(0);
        for (int piece = 1; piece < pieces; piece++)
        {
            _writer.Line();
            _writer.Open($"private static {Metadata}JsonTypeInfo? Create_{piece}(global::System.Type type, {Options})");
            EmitPiece(piece);
        }
    }

    private void EmitConverter(JsonTypeModel type)
    {
        string converter = $"global::System.Text.Json.Serialization.JsonConverter<{type.Type}>";
        _writer.Line();
        _writer.Line($"private static {converter}? __Converter_{type.Id};");
        _writer.Line();
        _writer.Line($"private static {converter} Converter_{type.Id} => __Converter_{type.Id} ??= ConverterOf<{type.Type}>(Default.Options);");
    }

    private void EmitPiece(int piece)
    {
        foreach (JsonTypeModel type in _types.Skip(piece * LargestMethod).Take(LargestMethod))
            _writer.Line($"if (type == typeof({type.Type})) return Custom<{type.Type}>(options) ?? {Expression(type)};");

        EmitOthers(piece);
        _writer.Close();
    }

    /// <summary>What a context of the user's names may hold more that only the context knows.</summary>
    private void EmitOthers(int piece)
    {
        IEnumerable<string> contexts = _types.Where(type => piece == 0 && type.Shape == JsonShape.Context).Select(type => type.Code).Distinct();
        _writer.Line($"return {string.Join(" ?? ", contexts.Select(context => $"Others({context}.Default, type, options)").DefaultIfEmpty("null"))};");
    }

    private static string Expression(JsonTypeModel type)
    {
        string empty = $"Empty<{type.Type}>({type.Code})";
        return type.Shape switch
        {
            JsonShape.Object => $"Create_{type.Id}(options)",
            JsonShape.Value => $"Value<{type.Type}>(options, {Services}{type.Code}Converter)",
            JsonShape.Converter => $"Value<{type.Type}>(options, {type.Code})",
            JsonShape.Context => $"Metadata<{type.Type}>({type.Code}.Default, options)",
            JsonShape.Enum => $"Value<{type.Type}>(options, {Services}GetEnumConverter<{type.Type}>(options))",
            JsonShape.Unsupported => $"Value<{type.Type}>(options, {Services}GetUnsupportedTypeConverter<{type.Type}>())",
            JsonShape.Nullable => $"Nullable<{type.Element}>(options)",
            JsonShape.Array or JsonShape.Memory or JsonShape.ReadOnlyMemory => Collection(type.Shape.ToString(), type.Element),
            JsonShape.ImmutableEnumerable => $"Collection({Services}CreateImmutableEnumerableInfo<{type.Type}, {type.Element}>(options, Empty<{type.Type}>(), {type.Code}))",
            JsonShape.ImmutableDictionary => $"Collection({Services}CreateImmutableDictionaryInfo<{type.Type}, {type.Key}, {type.Element}>(options, Empty<{type.Type}>(), {type.Code}))",
            JsonShape.Dictionary or JsonShape.IDictionary or JsonShape.IReadOnlyDictionary => Collection(type.Shape.ToString(), type.Type, type.Key, type.Element),
            _ => Collection(type.Shape.ToString(), type.Type, type.Element),
        };

        string Collection(string method, params string[] arguments) => $"Collection({Services}Create{method}Info<{string.Join(", ", arguments)}>(options, {empty}))";
    }
}
