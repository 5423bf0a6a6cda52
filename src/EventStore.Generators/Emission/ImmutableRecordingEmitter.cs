using EventStore.Generators.Models;
using EventStore.Generators.Parsing;

namespace EventStore.Generators.Emission;

/// <summary>
/// Writes how an immutable record records events. A handler runs on a copy that bars recording, and what it returns is
/// copied before it gets its journal: it may be an instance that others hold.
/// </summary>
internal sealed class ImmutableRecordingEmitter(SourceWriter writer, AggregateModel aggregate, string assemblyName)
{
    private const string Library = "global::EventStore.";
    private const string Services = Library + "CompilerServices.";

    private readonly string _self = aggregate.Header.FullName;

    public void Emit()
    {
        EmitPopEvents();
        EmitApply();
        for (int ordinal = 0; ordinal < aggregate.Handlers.Count; ordinal++)
            EmitRecordThat(aggregate.Handlers[ordinal], ordinal);

        EmitCopies();
    }

    private void EmitPopEvents()
    {
        writer.Line();
        writer.Line("/// <summary>Gives the events that wait to be saved, in order, and an aggregate where none waits any more.</summary>");
        writer.Line("/// <param name=\"events\">The events.</param>");
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"public {_self} PopEvents(out global::System.Collections.Generic.IReadOnlyList<{Library}DomainEvent> events)");
        writer.Line($"{Services}AggregateJournal journal = __journal;");
        writer.Line("events = journal.Pop();");
        writer.Line($"{_self} after = this with {{ }};");
        writer.Line("after.__journal = journal;");
        writer.Line("return after;");
        writer.Close();
    }

    private void EmitApply()
    {
        writer.Line();
        writer.Line("/// <summary>Records an event that is wrapped already: its id, time and metadata stay. Gives the aggregate that came of it.</summary>");
        writer.Line("/// <param name=\"domainEvent\">The event.</param>");
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"public {_self} Apply({Library}DomainEvent domainEvent)");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(domainEvent);");
        writer.Line($"{_self} before = __With(this);");
        writer.Open("switch (domainEvent.Payload)");
        foreach ((HandlerModel handler, int ordinal) in aggregate.Handlers.Select((handler, ordinal) => (handler, ordinal)))
            writer.Line($"case {handler.Event.Type} payload: return __Record(before, payload, before.__journal.Begin(domainEvent, {GeneratedFile.EventType(assemblyName, handler.Event, ordinal)}));");

        writer.Line($"default: throw {Services}AggregateReplay.Unhandled({JsonDefaults.Literal(aggregate.Name)}, domainEvent);");
        writer.Close();
        writer.Close();
    }

    private void EmitRecordThat(HandlerModel handler, int ordinal)
    {
        writer.Line();
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"private {_self} RecordThat({handler.Event.Type} @event, {Library}EventMetadata? metadata = null)");
        writer.Line($"{_self} before = __With(this);");
        writer.Line($"return __Record(before, @event, before.__journal.Begin(@event, {GeneratedFile.EventType(assemblyName, handler.Event, ordinal)}, metadata));");
        writer.Close();
        writer.Line();
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"private {_self} __Record({_self} before, {handler.Event.Type} @event, {Library}DomainEvent recorded)");
        writer.Line($"{_self} after = __With(before.{handler.Call("@event", "recorded.Metadata", "recorded")});");
        writer.Line("after.__journal.Add(recorded);");
        writer.Line("return after;");
        writer.Close();
    }

    private void EmitCopies()
    {
        writer.Line();
        writer.Line("// A copy of a state, with the journal of this aggregate.");
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"private {_self} __With({_self} state)");
        writer.Line($"{_self} copy = state with {{ }};");
        writer.Line("copy.__journal = __journal;");
        writer.Line("return copy;");
        writer.Close();
    }
}
