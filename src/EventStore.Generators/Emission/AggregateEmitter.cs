using EventStore.Generators.Models;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace EventStore.Generators.Emission;

/// <summary>Writes the generated part of an aggregate.</summary>
internal sealed class AggregateEmitter
{
    private const string Library = "global::EventStore.";
    private const string Services = Library + "CompilerServices.";

    private readonly SourceWriter _writer = GeneratedFile.Begin();
    private readonly AggregateModel _aggregate;
    private readonly string _assemblyName;
    private readonly string _self;

    private AggregateEmitter(AggregateModel aggregate, string assemblyName)
    {
        _aggregate = aggregate;
        _assemblyName = assemblyName;
        _self = aggregate.Header.FullName;
    }

    private string Interface => $"{Library}IAggregate<{_self}>";

    public static SourceText Emit(AggregateModel aggregate, string assemblyName)
    {
        var emitter = new AggregateEmitter(aggregate, assemblyName);
        emitter.EmitType();
        return emitter._writer.End();
    }

    private void EmitType()
    {
        TypeHeaderEmitter.Open(_writer, _aggregate.Header, $" : {Interface}");
        _writer.Line(GeneratedFile.Attribute);
        _writer.Line($"private {Services}AggregateJournal __journal;");
        EmitIdentity();
        EmitCreation();
        if (_aggregate.IsImmutable)
            new ImmutableRecordingEmitter(_writer, _aggregate, _assemblyName).Emit();
        else
            new RecordingEmitter(_writer, _aggregate, _assemblyName).Emit();

        EmitDescription();
        EmitLookup();
        EmitReplay();
        EmitJournal();
    }

    private void Member(string? summary, string head)
    {
        _writer.Line();
        if (summary is not null)
            _writer.Line($"/// <summary>{summary}</summary>");

        _writer.Line(GeneratedFile.Attribute);
        _writer.Line(head);
    }

    private void EmitIdentity()
    {
        Member("The aggregate's id, never empty.", "public global::System.Guid AggregateId => __journal.AggregateId;");
        Member("The version: that of the last event recorded or replayed, 0 for a new one.", "public long Version => __journal.Version;");
    }

    private void EmitCreation()
    {
        _writer.Line();
        _writer.Line("/// <summary>Rebuilds the aggregate from all of its events, in the order of their versions.</summary>");
        _writer.Line("/// <param name=\"history\">The events, at least one.</param>");
        _writer.Line(GeneratedFile.Attribute);
        _writer.Line($"public static {_self} FromHistory(global::System.Collections.Generic.IEnumerable<{Library}DomainEvent> history) => {Services}AggregateReplay.FromHistory<{_self}>(history);");
        Member("Makes an aggregate without history.", $"private static {_self} New(global::System.Guid id, global::System.TimeProvider? timeProvider = null)");
        _writer.Open();
        _writer.Line($"var aggregate = new {_self}();");
        _writer.Line($"aggregate.__journal = new {Services}AggregateJournal(id, {JsonDefaults.Literal(_aggregate.Name)}, timeProvider);");
        _writer.Line("return aggregate;");
        _writer.Close();
    }

    private void EmitDescription()
    {
        Member(null, $"static string {Interface}.AggregateTypeName => {JsonDefaults.Literal(_aggregate.Name)};");
        Member(null, $"static global::System.Collections.Generic.IReadOnlyList<{Library}EventType> {Interface}.EventTypes => __EventTypes.All;");
        bool readsContext = _aggregate.Handlers.Any(handler => handler.Context != HandlerContext.None);
        Member(null, $"static bool {Interface}.HandlersReadContext => {(readsContext ? "true" : "false")};");
        Member(null, "private static class __EventTypes");
        _writer.Open();
        _writer.Open($"internal static readonly {Library}EventType[] All = new {Library}EventType[]");
        foreach (HandlerModel handler in _aggregate.Handlers)
            _writer.Line($"{GeneratedFile.EventType(_assemblyName, handler.Event)},");

        _writer.Close("};");
        _writer.Close();
    }

    private void EmitLookup()
    {
        EmitLookup("FindEvent", "int", "-1", NameLookupEmitter.Ordinals(_aggregate.Handlers.Select(handler => handler.Event)));
        EmitLookup("IgnoresEvent", "bool", "false", _aggregate.IgnoredNames.Select(name => (name, "")));
    }

    private void EmitLookup(string method, string type, string notFound, IEnumerable<(string Name, string Result)> names)
    {
        Member(null, $"static {type} {Interface}.{method}(global::System.ReadOnlySpan<byte> utf8Name)");
        _writer.Open();
        var lookup = new NameLookupEmitter(_writer, "__" + method, type, notFound);
        lookup.EmitBody(names);
        _writer.Close();
        lookup.EmitMethods();
    }

    private void EmitReplay()
    {
        Member(null, $"static {_self} {Interface}.Replay({_self} aggregate, int ordinal, object payload, {Services}ReplayContext context)");
        _writer.Open();
        _writer.Open("switch (ordinal)");
        for (int ordinal = 0; ordinal < _aggregate.Handlers.Count; ordinal++)
        {
            HandlerModel handler = _aggregate.Handlers[ordinal];
            string call = $"aggregate.{handler.Call($"({handler.Event.Type})payload", "context.Metadata", "context.Event")}";
            _writer.Line(_aggregate.IsImmutable ? $"case {ordinal}: return aggregate.__With({call});" : $"case {ordinal}: {call}; return aggregate;");
        }

        _writer.Line("default: throw new global::System.ArgumentOutOfRangeException(\"ordinal\");");
        _writer.Close();
        _writer.Close();
    }

    private void EmitJournal()
    {
        Member(null, $"static {_self} {Interface}.Create({Services}AggregateJournal journal)");
        _writer.Open();
        _writer.Line($"var aggregate = new {_self}();");
        _writer.Line("aggregate.__journal = journal;");
        _writer.Line("return aggregate;");
        _writer.Close();
        Member(null, $"static {Services}AggregateJournal {Interface}.GetJournal({_self} aggregate) => aggregate.__journal;");
        Member(null, $"static {_self} {Interface}.WithJournal({_self} aggregate, {Services}AggregateJournal journal)");
        _writer.Open();
        if (_aggregate.IsImmutable)
            _writer.Line("aggregate = aggregate with { };");

        _writer.Line("aggregate.__journal = journal;");
        _writer.Line("return aggregate;");
        _writer.Close();
    }
}
