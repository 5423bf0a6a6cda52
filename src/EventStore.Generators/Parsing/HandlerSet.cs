using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads the handlers of a type, inherited ones included, and sees to it that they fit each other.</summary>
internal sealed class HandlerSet<THandler>
    where THandler : Handler
{
    private readonly Dictionary<string, THandler> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<INamedTypeSymbol, THandler> _handlers = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol _type;
    private readonly Problems _problems;
    private THandler? _first;

    private HandlerSet(INamedTypeSymbol type, Problems problems)
    {
        _type = type;
        _problems = problems;
    }

    /// <summary>Reads the handlers, sorted by the events' stored names. One that is wrong is left out.</summary>
    public static THandler[] Parse(INamedTypeSymbol type, Compilation compilation, Problems problems, Func<IMethodSymbol, Problems, THandler?> parse, CancellationToken cancellationToken)
    {
        var handlers = new HandlerSet<THandler>(type, problems);
        foreach (IMethodSymbol method in HandlerMethods.Of(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!HandlerMethods.IsInherited(method, type))
                handlers.Add(parse(method, problems), problems);
            else if (compilation.IsSymbolAccessibleWithin(method, type, type))
                handlers.Add(parse(method, problems.At(type)), problems.At(type));
            else if (parse(method, new Problems()) is { } hidden && !handlers._handlers.ContainsKey(hidden.Event))
                problems.Add(Descriptors.HiddenInheritedHandler, type, method.Name, method.ContainingType.Name, type.Name, hidden.Event.Name);
        }

        return [.. handlers._handlers.Values.OrderBy(handler => handler.Name.Name, StringComparer.Ordinal).ThenBy(handler => handler.Name.Type, StringComparer.Ordinal)];
    }

    private void Add(THandler? handler, Problems problems)
    {
        if (handler is null)
            return;

        _first ??= handler;
        if (handler.IsPure != _first.IsPure)
            problems.Add(Descriptors.MixedHandlers, handler.Method, _type.Name, handler.Method.Name, _first.IsPure ? $"return '{_type.Name}'" : "return nothing");
        else if (!_handlers.TryGetValue(handler.Event, out THandler other))
            AddNamed(handler, problems);
        else if (HandlerMethods.IsInherited(handler.Method, _type))
            AddRepeated(handler, other);
        else
            problems.Add(Descriptors.DuplicateHandler, handler.Method, _type.Name, handler.Event.Name);
    }

    private void AddNamed(THandler handler, Problems problems)
    {
        _handlers.Add(handler.Event, handler);
        foreach (string name in handler.Name.FormerNames.Prepend(handler.Name.Name))
        {
            if (!_byName.TryGetValue(name, out THandler other))
                _byName.Add(name, handler);

            // Of two events of this assembly it is told at the events.
            else if (handler.Name.Catalog.Length > 0 || other.Name.Catalog.Length > 0)
                problems.Add(Descriptors.SharedName, handler.Method, _type.Name, other.Event.ShortName(), handler.Event.ShortName(), name);
        }
    }

    private void AddRepeated(THandler inherited, THandler other)
    {
        ISymbol place = HandlerMethods.IsInherited(other.Method, _type) ? _type : other.Method;
        _problems.Add(Descriptors.RepeatedInheritedHandler, place, _type.Name, inherited.Event.Name, inherited.Method.ContainingType.Name);
    }
}
