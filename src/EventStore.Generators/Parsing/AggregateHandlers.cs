using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads the handlers of an aggregate, inherited ones included, and sees to it that they fit each other.</summary>
internal sealed class AggregateHandlers
{
    private readonly Dictionary<string, Handler> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<INamedTypeSymbol, Handler> _handlers = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol _type;
    private readonly Problems _problems;
    private Handler? _first;

    private AggregateHandlers(INamedTypeSymbol type, Problems problems)
    {
        _type = type;
        _problems = problems;
    }

    /// <summary>Reads the handlers. One that is wrong is left out.</summary>
    public static Handler[] Parse(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        var handlers = new AggregateHandlers(type, problems);
        foreach (IMethodSymbol method in HandlerMethods.Of(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!HandlerMethods.IsInherited(method, type))
                handlers.Add(HandlerParser.Parse(method, type, compilation, problems, cancellationToken), problems);
            else if (compilation.IsSymbolAccessibleWithin(method, type, type))
                handlers.Add(HandlerParser.Parse(method, type, compilation, problems.At(type), cancellationToken), problems.At(type));
            else if (HandlerParser.Parse(method, type, compilation, new Problems(), cancellationToken) is { } hidden && !handlers._handlers.ContainsKey(hidden.Event))
                problems.Add(Descriptors.HiddenInheritedHandler, type, method.Name, method.ContainingType.Name, type.Name, hidden.Event.Name);
        }

        return [.. handlers._handlers.Values];
    }

    private void Add(Handler? handler, Problems problems)
    {
        if (handler is null)
            return;

        _first ??= handler;
        if (handler.IsPure != _first.IsPure)
            problems.Add(Descriptors.MixedHandlers, handler.Method, _type.Name, handler.Method.Name, _first.IsPure ? $"return '{_type.Name}'" : "return nothing");
        else if (!_handlers.TryGetValue(handler.Event, out Handler other))
            AddNamed(handler, problems);
        else if (HandlerMethods.IsInherited(handler.Method, _type))
            AddRepeated(handler, other);
        else
            problems.Add(Descriptors.DuplicateHandler, handler.Method, _type.Name, handler.Event.Name);
    }

    private void AddNamed(Handler handler, Problems problems)
    {
        _handlers.Add(handler.Event, handler);
        foreach (string name in handler.Model.Event.FormerNames.Prepend(handler.Model.Event.Name))
        {
            if (!_byName.TryGetValue(name, out Handler other))
                _byName.Add(name, handler);

            // Of two events of this assembly it is told at the events.
            else if (handler.Model.Event.Catalog.Length > 0 || other.Model.Event.Catalog.Length > 0)
                problems.Add(Descriptors.SharedName, handler.Method, _type.Name, other.Event.ShortName(), handler.Event.ShortName(), name);
        }
    }

    private void AddRepeated(Handler inherited, Handler other)
    {
        ISymbol place = HandlerMethods.IsInherited(other.Method, _type) ? _type : other.Method;
        _problems.Add(Descriptors.RepeatedInheritedHandler, place, _type.Name, inherited.Event.Name, inherited.Method.ContainingType.Name);
    }
}
