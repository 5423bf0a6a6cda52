using EventStore.Generators.Models;
using EventStore.Generators.Parsing;

namespace EventStore.Generators.Emission;

/// <summary>
/// Writes the method that reads an object straight from JSON, as its metadata would; whatever it cannot read is left to
/// them, so that there is one place which says what is wrong.
/// </summary>
internal sealed class JsonReadEmitter(SourceWriter writer, string type, string id, JsonObjectModel model)
{
    private const string Reader = "ref global::System.Text.Json.Utf8JsonReader reader";
    private const string Null = "global::System.Text.Json.JsonTokenType.Null";
    private const string Services = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.";
    private const string Generic = "global::System.Collections.Generic.";

    /// <summary>The values that a reader gives itself, by the names of their converters.</summary>
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "Boolean", "Byte", "SByte", "Int16", "Int32", "Int64", "UInt16", "UInt32", "UInt64", "Single", "Double", "Decimal", "String", "Guid", "DateTime", "DateTimeOffset",
    };

    private readonly JsonMemberModel[] _required = [.. model.Members.Where(member => member.IsRequired)];

    private bool TakesArguments => model.Construction == JsonConstruction.Arguments;

    /// <summary>Writes the methods; <paramref name="creation"/> makes one whose members are set afterwards, or one of <c>argument…</c>.</summary>
    public void Emit(string creation, Func<JsonMemberModel, int, string, string> set)
    {
        writer.Line();
        if (!model.IsDirect)
        {
            writer.Line($"internal static {type} Read_{id}({Reader}) => ByMetadata<{type}>(ref reader, Default.Options);");
            return;
        }

        (JsonMemberModel Member, int Index)[] read = [.. model.Members.Select((member, index) => (member, index)).Where(found => IsRead(found.member))];
        writer.Open($"internal static {type} Read_{id}({Reader})");
        EmitStart(creation, read);
        writer.Open("while (Next(ref reader))");
        if (read.Length == 0)
        {
            writer.Line("reader.Skip();");
        }
        else
        {
            writer.Open($"switch (Find_{id}(Name(ref reader)))");
            foreach ((JsonMemberModel member, int index) in read)
                EmitCase(member, index, set);

            writer.Line("default: reader.Skip(); break;");
            writer.Close();
        }

        writer.Close();
        EmitEnd(creation, read, set);
        writer.Close();
        if (read.Length > 0)
            EmitFind(read);

        EmitConverters();
    }

    private static string Delegate(JsonValueModel element) => $"static ({Reader}) => {Value(element)}";

    private static string Value(JsonValueModel value) => value.Shape switch
    {
        JsonShape.Value when Values.Contains(value.Code) => $"reader.Get{value.Code}()",
        JsonShape.Value => $"ReadBy<{value.Type}>(ref reader, {Services}{value.Code}Converter, Default.Options)",
        JsonShape.Enum => $"({value.Type})reader.Get{value.Code}()",
        JsonShape.Converter => $"ReadBy<{value.Type}>(ref reader, Converter_{value.Id}, Default.Options)",
        JsonShape.Nullable => $"reader.TokenType == {Null} ? default({value.Type}) : {Value(value.Element!)}",
        JsonShape.Object => $"Read_{value.Id}(ref reader)",
        JsonShape.Array => $"ReadArray<{value.Element!.Type}>(ref reader, {Delegate(value.Element)})",
        JsonShape.List or JsonShape.IEnumerable or JsonShape.IList or JsonShape.ICollection when IsList(value) => $"ReadList<{value.Element!.Type}>(ref reader, {Delegate(value.Element)})",
        JsonShape.ISet when !Is(value, "SortedSet") => $"ReadSet<{value.Element!.Type}>(ref reader, {Delegate(value.Element)})",
        JsonShape.Dictionary or JsonShape.IDictionary or JsonShape.IReadOnlyDictionary when IsDictionary(value) => $"ReadDictionary<{value.Element!.Type}>(ref reader, {Delegate(value.Element)})",
        _ => $"ByMetadata<{value.Type}>(ref reader, Default.Options)",
    };

    private static bool IsList(JsonValueModel value) =>
        Is(value, "List") || Is(value, "IEnumerable") || Is(value, "IReadOnlyList") || Is(value, "IReadOnlyCollection") || Is(value, "IList") || Is(value, "ICollection");

    private static bool IsDictionary(JsonValueModel value) =>
        value.Key == "string" && (Is(value, "Dictionary") || Is(value, "IDictionary") || Is(value, "IReadOnlyDictionary"));

    private static bool Is(JsonValueModel value, string name) => value.Type.StartsWith($"{Generic}{name}<", StringComparison.Ordinal);

    private bool IsRead(JsonMemberModel member) => member.Value is not null && (member.Set != JsonAccess.None || Argument(member) >= 0);

    private int Argument(JsonMemberModel member)
    {
        for (int index = 0; TakesArguments && index < model.Parameters.Count; index++)
        {
            if (member.IsOf(model.Parameters[index]))
                return index;
        }

        return -1;
    }

    private void EmitStart(string creation, (JsonMemberModel Member, int Index)[] read)
    {
        if (!model.IsStruct)
        {
            writer.Open($"if (reader.TokenType == {Null})");
            writer.Line("return null;");
            writer.Close();
            writer.Line();
        }

        writer.Line("Begin(ref reader);");
        if (_required.Length > 0)
            writer.Line("ulong seen = 0;");

        if (!TakesArguments)
        {
            writer.Line($"{type} value = {creation};");
            EmitCallback("OnDeserializing");
            return;
        }

        for (int index = 0; index < model.Parameters.Count; index++)
            writer.Line($"{model.Parameters[index].Type} argument{index} = {model.Parameters[index].Default ?? $"default({model.Parameters[index].Type})"};");

        foreach ((JsonMemberModel member, int index) in read.Where(found => Argument(found.Member) < 0))
        {
            writer.Line($"{member.Type} member{index} = default({member.Type});");
            writer.Line($"bool has{index} = false;");
        }
    }

    private void EmitCase(JsonMemberModel member, int index, Func<JsonMemberModel, int, string, string> set)
    {
        string value = member.Converter is null ? Value(member.Value!) : $"ReadBy<{member.Type}>(ref reader, Converter_{id}_{index}, Default.Options)";
        int argument = Argument(member);
        int bit = Array.IndexOf(_required, member);
        writer.Line($"case {index}:");
        writer.Indent();
        writer.Line("reader.Read();");
        writer.Line(argument >= 0 ? $"argument{argument} = {value};" : TakesArguments ? $"member{index} = {value};" : $"{set(member, index, value)};");
        if (TakesArguments && argument < 0)
            writer.Line($"has{index} = true;");

        if (bit >= 0)
            writer.Line($"seen |= 1UL << {bit};");

        writer.Line("break;");
        writer.Outdent();
    }

    private void EmitEnd(string creation, (JsonMemberModel Member, int Index)[] read, Func<JsonMemberModel, int, string, string> set)
    {
        writer.Line();
        if (_required.Length > 0)
            writer.Line($"Demand(seen, {(_required.Length == 64 ? "ulong.MaxValue" : $"(1UL << {_required.Length}) - 1")});");

        if (TakesArguments)
        {
            writer.Line($"{type} value = {creation};");
            EmitCallback("OnDeserializing");
            foreach ((JsonMemberModel member, int index) in read.Where(found => Argument(found.Member) < 0))
                writer.Line($"if (has{index}) {set(member, index, $"member{index}")};");
        }

        EmitCallback("OnDeserialized");
        writer.Line("return value;");
    }

    private void EmitCallback(string name)
    {
        if (model.Callbacks.Contains(name))
            writer.Line($"((global::{KnownNames.Json}IJson{name})value).{name}();");
    }

    private void EmitFind((JsonMemberModel Member, int Index)[] read)
    {
        var lookup = new NameLookupEmitter(writer, $"Find_{id}_", "int", "-1");
        writer.Line();
        writer.Open($"private static int Find_{id}(global::System.ReadOnlySpan<byte> utf8Name)");
        lookup.EmitBody(read.Select(found => (found.Member.JsonName, found.Index.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        writer.Close();
        lookup.EmitMethods();
    }

    private void EmitConverters()
    {
        for (int index = 0; index < model.Members.Count; index++)
        {
            if (model.Members[index] is not { Converter: { } converter, IsIgnored: false } member)
                continue;

            string field = $"__Converter_{id}_{index}";
            string result = $"global::System.Text.Json.Serialization.JsonConverter<{member.Type}>";
            writer.Line();
            writer.Line($"private static {result}? {field};");
            writer.Line();
            writer.Line($"private static {result} Converter_{id}_{index} => {field} ??= {converter.Replace("(options,", "(Default.Options,")};");
        }
    }
}
