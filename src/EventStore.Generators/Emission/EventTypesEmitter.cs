using EventStore.Generators.Models;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace EventStore.Generators.Emission;

/// <summary>Writes the class that holds an <c>EventType</c> for each event of an assembly.</summary>
internal static class EventTypesEmitter
{
    public static SourceText Emit(EquatableArray<EventTypeModel> types, EquatableArray<string> states, string assemblyName)
    {
        SourceWriter writer = GeneratedFile.Begin();
        writer.Open($"namespace {GeneratedFile.Namespace}");
        writer.Line("/// <summary>The events of this assembly, each made when it is first asked for.</summary>");
        writer.Line(GeneratedFile.Obsolete);
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"internal static class {GeneratedFile.EventTypes(assemblyName)}");
        foreach (EventTypeModel type in types)
            writer.Line($"private static global::EventStore.EventType? __{type.Name.Id};");

        if (types.Count > 0)
            writer.Line();

        foreach (EventTypeModel type in types)
        {
            EventName @event = type.Name;
            string names = string.Join(", ", @event.FormerNames.Prepend(@event.Name).Select(JsonDefaults.Literal));
            string info = $"{(type.Context.Length > 0 ? type.Context : GeneratedFile.Json(assemblyName))}.Default.GetTypeInfo(typeof({@event.Type}))!";
            string reader = type.Reader.Length == 0 ? "null" : $"static (ref global::System.Text.Json.Utf8JsonReader reader) => {GeneratedFile.Json(assemblyName)}.Read_{type.Reader}(ref reader)";
            writer.Line($"/// <summary>The event {Reference(@event.Type)}.</summary>");
            writer.Line($"internal static global::EventStore.EventType {@event.Id} => __{@event.Id} ?? Make_(ref __{@event.Id}, {info}, {reader}, {names});");
            writer.Line();
        }

        const string jsonTypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";
        writer.Line("/// <summary>The states of projections.</summary>");
        writer.Open($"internal static {jsonTypeInfo}[] States_() => new {jsonTypeInfo}[]");
        foreach (string state in states)
            writer.Line($"{GeneratedFile.Json(assemblyName)}.Default.GetTypeInfo(typeof({state}))!,");

        writer.Close("};");
        writer.Line();
        writer.Line("/// <summary>All of them.</summary>");
        writer.Open("internal static global::EventStore.EventType[] All_() => new global::EventStore.EventType[]");
        foreach (EventTypeModel type in types)
            writer.Line($"{type.Name.Id},");

        writer.Close("};");
        writer.Line();
        writer.Open("private static global::EventStore.EventType Make_(ref global::EventStore.EventType? field, global::System.Text.Json.Serialization.Metadata.JsonTypeInfo info, global::EventStore.CompilerServices.EventPayloadReader? reader, string name, params string[] formerNames)");
        writer.Line("var made = new global::EventStore.EventType(name, info, reader, formerNames);");
        writer.Line("return global::System.Threading.Interlocked.CompareExchange(ref field, made, null) ?? made;");
        return writer.End();
    }

    // A reference cannot name the type arguments of a generic type.
    private static string Reference(string type) => type.Contains('<') ? $"<c>{type.Replace("global::", "").Replace("<", "&lt;").Replace(">", "&gt;")}</c>" : $"<see cref=\"{type}\"/>";
}
