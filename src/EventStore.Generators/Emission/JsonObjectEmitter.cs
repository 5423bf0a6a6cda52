using EventStore.Generators.Models;
using EventStore.Generators.Parsing;

namespace EventStore.Generators.Emission;

/// <summary>Writes the JSON of a type with members.</summary>
internal sealed class JsonObjectEmitter(SourceWriter writer, string type, string id, JsonObjectModel model)
{
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata.";
    private const string Options = "global::System.Text.Json.JsonSerializerOptions options";
    private const string Accessor = "[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.";

    private string Arguments => string.Join(", ", model.Parameters.Select((parameter, index) => $"({parameter.Type})arguments[{index}]"));

    /// <summary>Whether it is made without arguments although its constructor takes some; a struct could do without.</summary>
    private bool IsPositional => model.Construction == JsonConstruction.Plain && model.Parameters.Count > 0 && !model.Members.Any(member => member.OfStruct);

    public void Emit()
    {
        EmitInfo();
        writer.Line();
        EmitMembers();
        new JsonReadEmitter(writer, type, id, model).Emit(
            model.Construction == JsonConstruction.Arguments ? New(string.Join(", ", model.Parameters.Select((_, index) => $"argument{index}"))) : Made(),
            (member, index, value) => Set(member, index, Own(member), member.OfStruct ? "ref value" : "value", value));
        new JsonWriteEmitter(writer, type, id, model).Emit((member, index) => Get(member, index, Own(member), member.OfStruct ? "ref value" : "value"));
        EmitAccessors();
    }

    private void EmitInfo()
    {
        writer.Open($"private static {Metadata}JsonTypeInfo<{type}> Create_{id}({Options})");
        string creation = Creation();
        string from = model.Construction == JsonConstruction.Arguments ? $", static arguments => {New(Arguments)}, Parameters_{id}" : "";
        string end = model.IsDirect ? $"{from}, write: options == Default.Options ? Write_{id} : null)" : $"{from})";
        string info = $"Object<{type}>(options, {creation}, Members_{id}{end}";
        writer.Line($"{(model.Settings.Count > 0 ? "var info =" : "return")} {(IsPositional ? $"Positional({info})" : info)};");
        foreach (string setting in model.Settings)
            writer.Line($"info.{setting};");

        if (model.Settings.Count > 0)
            writer.Line("return info;");

        writer.Close();
    }

    /// <summary>The object where its type is known. One that a base type declares may be hidden by another of the same name.</summary>
    private string Own(JsonMemberModel member) => member.DeclaringType == type ? "value" : Cast(member);

    private static string Cast(JsonMemberModel member) => $"(({member.DeclaringType})value)";

    private string Creation() => model.Construction is JsonConstruction.Default or JsonConstruction.Plain ? $"static () => {Made()}" : "null";

    /// <summary>One whose members are set afterwards.</summary>
    private string Made() => model.Construction switch
    {
        JsonConstruction.Default => $"default({type})",
        JsonConstruction.Plain when model.HasHiddenConstructor =>
            $"{New(string.Join(", ", model.Parameters.Select(parameter => parameter.Default ?? $"default({parameter.Type})")))}",

        // The compiler fills in what has a default value; a parameter may follow that has none, as one with params does.
        JsonConstruction.Plain => $"{New(string.Join(", ", model.Parameters.Where(parameter => parameter.Default is null).Select(parameter => $"{parameter.Name.Escaped()}: default({parameter.Type})")))}",
        _ => "null",
    };

    private string New(string arguments) => model.HasHiddenConstructor ? $"New_{id}({arguments})" : $"new {type}({arguments})";

    private void EmitMembers()
    {
        if (model.Members.Count == 0)
            writer.Line($"private static {Metadata}JsonPropertyInfo[] Members_{id}({Options}) => global::System.Array.Empty<{Metadata}JsonPropertyInfo>();");
        else
            writer.Open($"private static {Metadata}JsonPropertyInfo[] Members_{id}({Options}) => new {Metadata}JsonPropertyInfo[]");

        for (int index = 0; index < model.Members.Count; index++)
        {
            JsonMemberModel member = model.Members[index];
            string arguments = string.Concat(member.Arguments.Select(argument => ", " + argument));
            string info = $"Member<{member.Type}>(options, typeof({member.DeclaringType}), {JsonDefaults.Literal(member.Name)}, {Getter(member, index)}, {Setter(member, index)}{arguments})";
            writer.Line(member.Creation is null ? $"{info}," : $"Creation_{id}({info}, {member.Creation}),");
        }

        if (model.Members.Count > 0)
            writer.Close("};");

        EmitCreationHandling();

        if (model.Construction != JsonConstruction.Arguments)
            return;

        writer.Line();
        writer.Open($"private static {Metadata}JsonParameterInfoValues[] Parameters_{id}() => new {Metadata}JsonParameterInfoValues[]");
        for (int index = 0; index < model.Parameters.Count; index++)
        {
            JsonParameterModel parameter = model.Parameters[index];
            string end = parameter.Default is null ? "" : $", {parameter.Default}";
            string nullable = parameter.IsNullable ? "true" : "false";
            writer.Line($"Parameter<{parameter.Type}>({index}, {JsonDefaults.Literal(parameter.Name)}, {nullable}{end}),");
        }

        writer.Close("};");
    }

    private void EmitCreationHandling()
    {
        if (model.Members.All(member => member.Creation is null))
            return;

        writer.Line();
        writer.Open($"private static {Metadata}JsonPropertyInfo Creation_{id}({Metadata}JsonPropertyInfo info, int handling)");
        writer.Line("info.ObjectCreationHandling = (global::System.Text.Json.Serialization.JsonObjectCreationHandling)handling;");
        writer.Line("return info;");
        writer.Close();
    }

    private string Getter(JsonMemberModel member, int index) =>
        member.Get == JsonAccess.None ? "null" : $"static value => {Get(member, index, Cast(member), Instance(member))}";

    private string Setter(JsonMemberModel member, int index) =>
        member.Set == JsonAccess.None ? "null" : $"static (value, member) => {Set(member, index, member.OfStruct ? Unboxed(member) : Cast(member), Instance(member), "member")}";

    /// <summary>A member of an object that is named or handed on.</summary>
    private string Get(JsonMemberModel member, int index, string named, string handed) => member.Get switch
    {
        JsonAccess.Direct => $"{named}.{member.Name.Escaped()}",
        _ when member.IsField => $"Field_{id}_{index}({handed})",
        _ => $"Get_{id}_{index}({handed})",
    };

    private string Set(JsonMemberModel member, int index, string named, string handed, string value) => member.Set switch
    {
        JsonAccess.Direct => $"{named}.{member.Name.Escaped()} = {value}",
        JsonAccess.Argument => "throw new global::System.InvalidOperationException()",
        _ when member.IsField => $"Field_{id}_{index}({handed}) = {value}",
        _ => $"Set_{id}_{index}({handed}, {value})",
    };

    private static string Unboxed(JsonMemberModel member) => $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{member.DeclaringType}>(value)";

    private static string Instance(JsonMemberModel member) => member.OfStruct ? $"ref {Unboxed(member)}" : $"({member.DeclaringType})value";

    /// <summary>What the compiler would not allow: init-only members after construction, so that initialisers stay where the JSON has nothing.</summary>
    private void EmitAccessors()
    {
        if (model.HasHiddenConstructor)
            EmitAccessor("Constructor)]", $"{type} New_{id}({string.Join(", ", model.Parameters.Select((parameter, index) => $"{parameter.Type} argument{index}"))})");

        for (int index = 0; index < model.Members.Count; index++)
        {
            JsonMemberModel member = model.Members[index];
            string instance = $"{(member.OfStruct ? "ref " : "")}{member.DeclaringType} instance";
            if (member.IsField && (member.Get == JsonAccess.Accessor || member.Set == JsonAccess.Accessor))
                EmitAccessor($"Field, Name = {JsonDefaults.Literal(member.Name)})]", $"ref {member.Type} Field_{id}_{index}({instance})");
            else if (member.Get == JsonAccess.Accessor)
                EmitAccessor($"Method, Name = {JsonDefaults.Literal("get_" + member.Name)})]", $"{member.Type} Get_{id}_{index}({instance})");

            if (!member.IsField && member.Set == JsonAccess.Accessor)
                EmitAccessor($"Method, Name = {JsonDefaults.Literal("set_" + member.Name)})]", $"void Set_{id}_{index}({instance}, {member.Type} value)");
        }
    }

    private void EmitAccessor(string kind, string signature)
    {
        writer.Line();
        writer.Line(Accessor + kind);
        writer.Line($"private static extern {signature};");
    }
}
