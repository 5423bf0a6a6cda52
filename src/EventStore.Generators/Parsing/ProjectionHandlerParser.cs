using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads <c>When</c> methods of projections and read models: the event, what comes with it, the context, a token.</summary>
internal sealed class ProjectionHandlerParser
{
    private const string Header = "context.Event.Header";

    private readonly List<string> _arguments = [];
    private readonly IMethodSymbol _method;
    private readonly INamedTypeSymbol _type;
    private readonly ProjectionKind _kind;
    private readonly Problems _problems;
    private bool _readsContext;
    private bool _readsMetadata;

    private ProjectionHandlerParser(IMethodSymbol method, INamedTypeSymbol type, ProjectionKind kind, Problems problems)
    {
        _method = method;
        _type = type;
        _kind = kind;
        _problems = problems;
    }

    private string Context => _kind == ProjectionKind.Projection ? KnownNames.ProjectionContext : KnownNames.ReadModelContext;

    /// <summary>Reads a handler; null if it is none, or cannot be called.</summary>
    public static ProjectionHandler? Parse(IMethodSymbol method, INamedTypeSymbol type, ProjectionKind kind, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        // Without a parameter it may be a question, as in WhenReady().
        if (method.Parameters.IsEmpty)
            return null;

        IParameterSymbol parameter = method.Parameters[0];
        if (parameter.Type.TypeKind == TypeKind.Error || HandledEvent.Find(method, parameter, compilation, problems) is not { } @event)
            return null;

        var parser = new ProjectionHandlerParser(method, type, kind, problems);
        if (parser.ReadSignature(@event.Type) is not { } result || @event.ReadName(parameter, compilation, problems, cancellationToken) is not { } name)
            return null;

        return new ProjectionHandler(method, @event.Type, @event.IsMarked, new ProjectionHandlerModel(method.Name, name, parser._arguments.ToEquatableArray(), parser._readsContext, parser._readsMetadata, result));
    }

    private HandlerResult? ReadSignature(INamedTypeSymbol @event)
    {
        string? fault = _method switch
        {
            { IsStatic: true } => "is static, so it has no state to change. Remove 'static'.",
            { IsGenericMethod: true } => "is generic, so nobody knows which type it is to be called with. Remove its type parameters.",
            { IsAbstract: true } or { PartialImplementationPart: null, IsPartialDefinition: true } => "has no body, so the event would change nothing. Give it a body.",
            { IsAsync: true, ReturnsVoid: true } => "is 'async void', so nobody could wait for it or see it fail. Let it return 'Task' or 'ValueTask'.",
            { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => "returns by reference. Let it return a value.",
            _ when _method.Parameters.Any(parameter => parameter.RefKind != RefKind.None || parameter.IsParams) => "has 'ref', 'in', 'out' or 'params' at a parameter. Remove it.",
            _ => null,
        };
        if (fault is not null)
            return Refuse(_method, fault);

        return ReadParameters(@event) ? ReadResult() : null;
    }

    /// <summary>Each of them may be left out, but they keep their order.</summary>
    private bool ReadParameters(INamedTypeSymbol @event)
    {
        int next = 0;
        foreach (IParameterSymbol parameter in _method.Parameters.Skip(1))
        {
            (int place, string argument) = parameter.Type switch
            {
                var type when type.Is(KnownNames.EventHeader) => (1, Header),
                var type when type.Is(KnownNames.EventMetadata) => (1, "context.Event.Metadata"),
                var type when type.Is(KnownNames.DomainEvent) => (1, "context.Event"),
                INamedTypeSymbol { TypeArguments: [{ } of] } type when type.Is(KnownNames.DomainEventOf) && SymbolEqualityComparer.Default.Equals(of, @event) => (1, $"new {type.FullName()}(context.Event)"),
                var type when type.Is(Context) => (2, "context"),
                var type when type.Is("System.Threading.CancellationToken") => (3, "cancellationToken"),
                _ => (0, ""),
            };
            if (place <= next)
            {
                string context = _kind == ProjectionKind.Projection ? "ProjectionContext" : "ReadModelContext";
                Refuse(parameter, $"has a parameter '{parameter.Name}' that there is no value for at its place. After the event it takes, in this order and each if needed: EventHeader, EventMetadata, DomainEvent or DomainEvent<{@event.Name}>; {context}; CancellationToken.");
                return false;
            }

            next = place;
            _readsContext |= place < 3;
            _readsMetadata |= place < 3 && argument != Header;
            _arguments.Add(argument);
        }

        return true;
    }

    private HandlerResult? ReadResult()
    {
        ITypeSymbol result = _method.ReturnType;
        if (_method.ReturnsVoid)
            return HandlerResult.Void;

        if (result.Is(KnownNames.Task) || result.Is(KnownNames.ValueTask))
            return HandlerResult.Task;

        HandlerResult kind = result.Is(KnownNames.TaskOf) ? HandlerResult.TaskOfState : result.Is(KnownNames.ValueTaskOf) ? HandlerResult.ValueTaskOfState : HandlerResult.State;
        ITypeSymbol state = kind == HandlerResult.State ? result : ((INamedTypeSymbol)result).TypeArguments[0];
        if (_kind == ProjectionKind.Projection && _type.IsRecord && SymbolEqualityComparer.Default.Equals(state, _type))
            return kind;

        string itself = _kind == ProjectionKind.Projection && _type.IsRecord ? $", or '{_type.Name}' or a task of it if the projection is immutable" : "";
        return Refuse(_method, $"returns '{result.ShortName()}', which nobody takes. Let it return 'void', 'Task' or 'ValueTask'{itself}.");
    }

    private HandlerResult? Refuse(ISymbol place, string fault)
    {
        _problems.Add(Descriptors.ProjectionHandler, place, _method.Name, ProjectionShape.Noun(_kind), _type.Name, fault);
        return null;
    }
}
