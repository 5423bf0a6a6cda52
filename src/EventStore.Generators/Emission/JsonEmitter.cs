using EventStore.Generators.Models;
using Microsoft.CodeAnalysis.Text;

namespace EventStore.Generators.Emission;

/// <summary>Writes the JSON of the events of an assembly: one context for all of them.</summary>
internal sealed class JsonEmitter
{
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata.";
    private const string Services = Metadata + "JsonMetadataServices.";
    private const string Options = "global::System.Text.Json.JsonSerializerOptions options";
    private const int LargestMethod = 64;

    private readonly SourceWriter _writer = GeneratedFile.Begin();
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly JsonTypeModel[] _types;

    private JsonEmitter(JsonTypeModel[] types)
    {
        _types = types;
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (JsonTypeModel type in types)
        {
            string id = type.ShortName;
            for (int number = 2; !taken.Add(id); number++)
                id = $"{type.ShortName}_{number}";

            _ids.Add(type.Type, id);
        }
    }

    public static SourceText Emit(EquatableArray<EventModel> events, string assemblyName)
    {
        JsonTypeModel[] types =
        [
            .. events.SelectMany(@event => @event.Json)
                .GroupBy(type => type.Type, StringComparer.Ordinal)
                .Select(group => group.FirstOrDefault(type => type.Shape != JsonShape.Unsupported) ?? group.First())
                .OrderBy(type => type.Type, StringComparer.Ordinal),
        ];
        var emitter = new JsonEmitter(types);
        emitter.EmitContext(GeneratedFile.Json(assemblyName));
        return emitter._writer.End();
    }

    private void EmitContext(string name)
    {
        _writer.Open($"namespace {GeneratedFile.Namespace}");
        _writer.Line("/// <summary>The JSON of the events of this assembly.</summary>");
        _writer.Line(GeneratedFile.Obsolete);
        _writer.Line(GeneratedFile.Attribute);
        _writer.Open($"internal sealed class {name} : global::EventStore.CompilerServices.EventJsonContext");
        _writer.Line("/// <summary>The JSON as it is stored.</summary>");
        _writer.Line($"internal static {name} Default {{ get; }} = new {name}();");
        _writer.Line();
        EmitCreate();
        foreach (JsonTypeModel type in _types)
        {
            _writer.Line();
            if (type.Object is { } model)
                new JsonObjectEmitter(_writer, type.Type, _ids[type.Type], model).Emit();
            else
                EmitSimple(type);
        }
    }

    /// <summary>Each type is asked for once, so a chain of comparisons does; in pieces, so that no method grows big.</summary>
    private void EmitCreate()
    {
        int pieces = (_types.Length + LargestMethod - 1) / LargestMethod;
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

    private void EmitPiece(int piece)
    {
        foreach (JsonTypeModel type in _types.Skip(piece * LargestMethod).Take(LargestMethod))
            _writer.Line($"if (type == typeof({type.Type})) return Custom<{type.Type}>(options) ?? Create_{_ids[type.Type]}(options);");

        _writer.Line("return null;");
        _writer.Close();
    }

    private void EmitSimple(JsonTypeModel type)
    {
        _writer.Line($"private static {Metadata}JsonTypeInfo<{type.Type}> Create_{_ids[type.Type]}({Options}) =>");
        _writer.Indent();
        _writer.Line(Expression(type) + ";");
        _writer.Outdent();
    }

    private static string Expression(JsonTypeModel type)
    {
        string empty = $"Empty<{type.Type}>({type.Code})";
        return type.Shape switch
        {
            JsonShape.Value => $"Value<{type.Type}>(options, {Services}{type.Code}Converter)",
            JsonShape.Converter => $"Value<{type.Type}>(options, {type.Code})",
            JsonShape.Enum => $"Value<{type.Type}>(options, {Services}GetEnumConverter<{type.Type}>(options))",
            JsonShape.Unsupported => $"Value<{type.Type}>(options, {Services}GetUnsupportedTypeConverter<{type.Type}>())",
            JsonShape.Nullable => $"Nullable<{type.Element}>(options)",
            JsonShape.Array => Collection("Array", type.Element),
            JsonShape.List => Collection("List", type.Type, type.Element),
            JsonShape.ImmutableEnumerable => $"Collection({Services}CreateImmutableEnumerableInfo<{type.Type}, {type.Element}>(options, Empty<{type.Type}>(), {type.Code}))",
            JsonShape.ImmutableDictionary => $"Collection({Services}CreateImmutableDictionaryInfo<{type.Type}, {type.Key}, {type.Element}>(options, Empty<{type.Type}>(), {type.Code}))",
            JsonShape.Dictionary or JsonShape.IDictionary or JsonShape.IReadOnlyDictionary => Collection(type.Shape.ToString(), type.Type, type.Key, type.Element),
            _ => Collection(type.Shape.ToString(), type.Type, type.Element),
        };

        string Collection(string method, params string[] arguments) => $"Collection({Services}Create{method}Info<{string.Join(", ", arguments)}>(options, {empty}))";
    }
}
