using EventStore.Generators.Models;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace EventStore.Generators.Emission;

/// <summary>Writes the generated part of a projection or read model.</summary>
internal sealed class ProjectionEmitter
{
    private const string Library = "global::EventStore.";
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata.";

    private readonly SourceWriter _writer = GeneratedFile.Begin();
    private readonly ProjectionModel _projection;
    private readonly string _assemblyName;
    private readonly string _self;

    private ProjectionEmitter(ProjectionModel projection, string assemblyName)
    {
        _projection = projection;
        _assemblyName = assemblyName;
        _self = projection.Header.FullName;
    }

    private bool IsProjection => _projection.Kind == ProjectionKind.Projection;

    private string Interface => $"{Library}{(IsProjection ? "IProjection" : "IReadModelHandlers")}<{_self}>";

    private string State => IsProjection ? "projection" : "readModel";

    public static SourceText Emit(ProjectionModel projection, string assemblyName)
    {
        var emitter = new ProjectionEmitter(projection, assemblyName);
        emitter.EmitType();
        return emitter._writer.End();
    }

    private void EmitType()
    {
        TypeHeaderEmitter.Open(_writer, _projection.Header, $" : {Interface}");
        _writer.Line(GeneratedFile.Attribute);
        _writer.Line($"static string {Interface}.{(IsProjection ? "ProjectionName" : "ReadModelName")} => {JsonDefaults.Literal(_projection.Name)};");
        if (IsProjection)
        {
            Member($"static {Metadata}JsonTypeInfo<{_self}> {Interface}.StateJson => ({Metadata}JsonTypeInfo<{_self}>)global::{GeneratedFile.Namespace}.{GeneratedFile.Json(_assemblyName)}.Default.GetTypeInfo(typeof({_self}))!;");
            Member($"static {_self} {Interface}.Create() => new {_self}();");
        }

        EmitEventTypes();
        EmitLookup();
        EmitHandle();
    }

    private void Member(string head)
    {
        _writer.Line();
        _writer.Line(GeneratedFile.Attribute);
        _writer.Line(head);
    }

    private void EmitEventTypes()
    {
        Member($"static global::System.Collections.Generic.IReadOnlyList<{Library}EventType> {Interface}.EventTypes => __EventTypes.All;");
        Member($"static bool {Interface}.HandlersReadContext => {(_projection.Handlers.Any(handler => handler.ReadsContext) ? "true" : "false")};");
        Member($"static bool {Interface}.HandlersReadMetadata => {(_projection.Handlers.Any(handler => handler.ReadsMetadata) ? "true" : "false")};");
        Member("private static class __EventTypes");
        _writer.Open();
        _writer.Open($"internal static readonly {Library}EventType[] All = new {Library}EventType[]");
        foreach (ProjectionHandlerModel handler in _projection.Handlers)
            _writer.Line($"{GeneratedFile.EventType(_assemblyName, handler.Event)},");

        _writer.Close("};");
        _writer.Close();
    }

    private void EmitLookup()
    {
        Member($"static int {Interface}.FindEvent(global::System.ReadOnlySpan<byte> utf8Name)");
        _writer.Open();
        var lookup = new NameLookupEmitter(_writer, "__FindEvent", "int", "-1");
        lookup.EmitBody(NameLookupEmitter.Ordinals(_projection.Handlers.Select(handler => handler.Event)));
        _writer.Close();
        lookup.EmitMethods();
    }

    private void EmitHandle()
    {
        string result = $"global::System.Threading.Tasks.ValueTask<{_self}>";
        Member($"static {result} {Interface}.HandleAsync({_self} {State}, int ordinal, object payload, {Library}{(IsProjection ? "ProjectionContext" : "ReadModelContext")} context, global::System.Threading.CancellationToken cancellationToken)");
        _writer.Open();
        _writer.Open("switch (ordinal)");
        for (int ordinal = 0; ordinal < _projection.Handlers.Count; ordinal++)
        {
            ProjectionHandlerModel handler = _projection.Handlers[ordinal];
            string call = $"{State}.{handler.Method}({string.Join(", ", handler.Arguments.Prepend($"({handler.Event.Type})payload"))})";
            _writer.Line($"case {ordinal}: " + handler.Result switch
            {
                HandlerResult.Void => $"{call}; return new {result}({State});",
                HandlerResult.Task => $"return {Library}CompilerServices.HandlerTask.ThenAsync({call}, {State});",
                HandlerResult.ValueTaskOfState => $"return {call};",
                _ => $"return new {result}({call});",
            });
        }

        _writer.Line("default: throw new global::System.ArgumentOutOfRangeException(\"ordinal\");");
        _writer.Close();
        _writer.Close();
    }
}
