using EventStore.Generators.Models;
using EventStore.Generators.Parsing;

namespace EventStore.Generators.Emission;

/// <summary>Writes how an aggregate whose handlers change it records events.</summary>
internal sealed class RecordingEmitter(SourceWriter writer, AggregateModel aggregate, string assemblyName)
{
    private const string Library = "global::EventStore.";

    public void Emit()
    {
        writer.Line();
        writer.Line("/// <summary>Gives the events that wait to be saved, in order, and lets none wait any more.</summary>");
        writer.Line(GeneratedFile.Attribute);
        writer.Line($"public global::System.Collections.Generic.IReadOnlyList<{Library}DomainEvent> PopEvents() => __journal.Pop();");
        EmitApply();
        for (int ordinal = 0; ordinal < aggregate.Handlers.Count; ordinal++)
            EmitRecordThat(aggregate.Handlers[ordinal], ordinal);
    }

    private void EmitApply()
    {
        writer.Line();
        writer.Line("/// <summary>Records an event that is wrapped already: its id, time and metadata stay.</summary>");
        writer.Line("/// <param name=\"domainEvent\">The event.</param>");
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"public void Apply({Library}DomainEvent domainEvent)");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(domainEvent);");
        writer.Open("switch (domainEvent.Payload)");
        foreach ((HandlerModel handler, int ordinal) in aggregate.Handlers.Select((handler, ordinal) => (handler, ordinal)))
            writer.Line($"case {handler.Event.Type} payload: __Record(payload, __journal.Begin(domainEvent, {GeneratedFile.EventType(assemblyName, handler.Event, ordinal)})); return;");

        writer.Line($"default: throw {Library}CompilerServices.AggregateReplay.Unhandled({JsonDefaults.Literal(aggregate.Name)}, domainEvent);");
        writer.Close();
        writer.Close();
    }

    private void EmitRecordThat(HandlerModel handler, int ordinal)
    {
        writer.Line();
        writer.Line(GeneratedFile.Attribute);
        writer.Line($"private void RecordThat({handler.Event.Type} @event, {Library}EventMetadata? metadata = null) =>");
        writer.Indent();
        writer.Line($"__Record(@event, __journal.Begin(@event, {GeneratedFile.EventType(assemblyName, handler.Event, ordinal)}, metadata));");
        writer.Outdent();
        writer.Line();
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"private void __Record({handler.Event.Type} @event, {Library}DomainEvent recorded)");
        writer.Open("try");
        writer.Line($"{handler.Call("@event", "recorded.Metadata", "recorded")};");
        writer.Close();
        writer.Open("catch");
        writer.Line("__journal.End();");
        writer.Line("throw;");
        writer.Close();
        writer.Line();
        writer.Line("__journal.Add(recorded);");
        writer.Close();
    }
}
