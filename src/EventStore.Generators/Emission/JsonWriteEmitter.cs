using EventStore.Generators.Models;
using EventStore.Generators.Parsing;

namespace EventStore.Generators.Emission;

/// <summary>Writes the method that writes an object, the same bytes as its metadata would.</summary>
internal sealed class JsonWriteEmitter(SourceWriter writer, string type, string id, JsonObjectModel model)
{
    private const string Writer = "global::System.Text.Json.Utf8JsonWriter writer";
    private const string Encoded = "global::System.Text.Json.JsonEncodedText";
    private const string Services = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.";
    private const int WhenWritingDefault = 2;
    private const int WhenWritingNull = 3;

    /// <summary>What <c>Utf8JsonWriter</c> calls the values that it writes itself, by the names of their converters.</summary>
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["Boolean"] = "Boolean",
        ["Byte"] = "Number",
        ["SByte"] = "Number",
        ["Int16"] = "Number",
        ["Int32"] = "Number",
        ["Int64"] = "Number",
        ["UInt16"] = "Number",
        ["UInt32"] = "Number",
        ["UInt64"] = "Number",
        ["Single"] = "Number",
        ["Double"] = "Number",
        ["Decimal"] = "Number",
        ["String"] = "String",
        ["Guid"] = "String",
        ["DateTime"] = "String",
        ["DateTimeOffset"] = "String",
    };

    /// <summary>Writes the method; <paramref name="get"/> says how a member of <c>value</c> is read.</summary>
    public void Emit(Func<JsonMemberModel, int, string> get)
    {
        writer.Line();
        if (!model.IsDirect)
        {
            writer.Line($"private static void Write_{id}({Writer}, {type} value) => ByMetadata<{type}>(writer, value, Default.Options);");
            return;
        }

        (JsonMemberModel Member, int Index)[] written =
        [
            .. model.Members.Select((member, index) => (member, index)).Where(found => found.member is { Value: not null, Get: not JsonAccess.None }).OrderBy(found => found.member.Order),
        ];
        writer.Open($"private static void Write_{id}({Writer}, {type} value)");
        if (!model.IsStruct)
        {
            writer.Open("if (value is null)");
            writer.Line("writer.WriteNullValue();");
            writer.Line("return;");
            writer.Close();
            writer.Line();
        }

        EmitCallback("OnSerializing");
        writer.Line("writer.WriteStartObject();");
        foreach ((JsonMemberModel member, int index) in written)
            EmitMember(member, index, get(member, index));

        writer.Line("writer.WriteEndObject();");
        EmitCallback("OnSerialized");
        writer.Close();
        EmitNames(written);
    }

    private static string Delegate(JsonValueModel element) => $"static ({Writer}, {element.Type} value) => {{ {Value(element, "value", 0)} }}";

    private static string EntryDelegate(JsonValueModel element) =>
        $"static ({Writer}, string name, {element.Type} value) => {{ {Named(element, "name", "value") ?? $"writer.WritePropertyName(name); {Value(element, "value", 0)}"} }}";

    /// <summary>A statement that writes a value together with its name, or null where there is none.</summary>
    private static string? Named(JsonValueModel model, string name, string value) => model.Shape switch
    {
        JsonShape.Value when Values.TryGetValue(model.Code, out string kind) => $"writer.Write{kind}({name}, {value});",
        JsonShape.Enum => $"writer.WriteNumber({name}, {Number(model, value)});",
        _ => null,
    };

    /// <summary>A statement that writes a value.</summary>
    private static string Value(JsonValueModel model, string value, int depth) => model.Shape switch
    {
        JsonShape.Value when Values.TryGetValue(model.Code, out string kind) => $"writer.Write{kind}Value({value});",
        JsonShape.Value => $"WriteBy<{model.Type}>(writer, {value}, {Services}{model.Code}Converter, Default.Options);",
        JsonShape.Enum => $"writer.WriteNumberValue({Number(model, value)});",
        JsonShape.Converter => $"WriteBy<{model.Type}>(writer, {value}, Converter_{model.Id}, Default.Options);",
        JsonShape.Nullable => $"if ({value} is {{ }} present{depth}) {{ {Value(model.Element!, $"present{depth}", depth + 1)} }} else writer.WriteNullValue();",
        JsonShape.Object => $"Write_{model.Id}(writer, {value});",
        JsonShape.Array => $"WriteArray<{model.Element!.Type}>(writer, {value}, {Delegate(model.Element)});",
        JsonShape.List or JsonShape.IEnumerable or JsonShape.IList or JsonShape.ICollection or JsonShape.ISet or JsonShape.Queue or JsonShape.ConcurrentQueue =>
            $"WriteMany<{model.Element!.Type}>(writer, {value}, {Delegate(model.Element)});",
        JsonShape.Dictionary or JsonShape.IDictionary or JsonShape.IReadOnlyDictionary when model.Key == "string" =>
            $"WriteDictionary<{model.Element!.Type}>(writer, {value}, {EntryDelegate(model.Element)});",
        _ => $"ByMetadata<{model.Type}>(writer, {value}, Default.Options);",
    };

    /// <summary>An enum as the number that it is; of the small ones there is no overload of its own.</summary>
    private static string Number(JsonValueModel model, string value) =>
        $"({model.Code switch { "Int64" => "long", "UInt64" => "ulong", "UInt32" => "uint", _ => "int" }}){value}";

    private void EmitMember(JsonMemberModel member, int index, string value)
    {
        if (member.Ignore is WhenWritingNull or WhenWritingDefault)
        {
            writer.Line($"{member.Type} member{index} = {value};");
            value = $"member{index}";
            writer.Open(member.Value!.CanBeNull
                ? $"if ({value} is not null)"
                : $"if (!global::System.Collections.Generic.EqualityComparer<{member.Type}>.Default.Equals({value}, default({member.Type})))");
        }

        string name = $"Names_{id}.{member.Name.Escaped()}";
        if (member.Converter is null && Named(member.Value!, name, value) is { } named)
        {
            writer.Line(named);
        }
        else
        {
            writer.Line($"writer.WritePropertyName({name});");
            writer.Line(member.Converter is null ? Value(member.Value!, value, index) : $"WriteBy<{member.Type}>(writer, {value}, Converter_{id}_{index}, Default.Options);");
        }

        if (member.Ignore is WhenWritingNull or WhenWritingDefault)
            writer.Close();
    }

    private void EmitCallback(string name)
    {
        if (model.Callbacks.Contains(name))
            writer.Line($"((global::{KnownNames.Json}IJson{name})value).{name}();");
    }

    /// <summary>The names as they are written: a class of its own, so that a type costs nothing before it is used.</summary>
    private void EmitNames((JsonMemberModel Member, int Index)[] written)
    {
        if (written.Length == 0)
            return;

        writer.Line();
        writer.Open($"private static class Names_{id}");
        foreach ((JsonMemberModel member, int _) in written)
            writer.Line($"internal static readonly {Encoded} {member.Name.Escaped()} = {Encoded}.Encode({JsonDefaults.Literal(member.JsonName)});");

        writer.Close();
    }
}
