using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads aggregates.</summary>
internal static class AggregateParser
{
    /// <summary>Reads an aggregate; null if nothing can be generated for it. A handler that is wrong is left out.</summary>
    public static ParsedAggregate? Parse(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        AttributeData attribute = type.Attribute(KnownNames.Aggregate)!;
        string? name = attribute.Argument() as string;
        if (!AggregateShape.IsSupported(type, problems, cancellationToken))
            return null;

        if (!StoredName.IsValid(name, problems, attribute.Location(cancellationToken), type.Name, StoredName.Suggest(type.Name)))
            return null;

        Handler[] handlers = ReadHandlers(type, compilation, problems, cancellationToken);
        EventModel[] unmarked =
        [
            .. from handler in handlers
               where handler.Event.Attribute(KnownNames.Event) is null
               let model = EventParser.Parse(handler.Event, compilation, problems, cancellationToken)
               where model is not null
               select model,
        ];
        var aggregate = new AggregateModel(
            TypeHeaderParser.Parse(type),
            name!,
            handlers.Length > 0 && handlers[0].IsPure,
            handlers.Select(handler => handler.Model).OrderBy(handler => handler.Event.Name, StringComparer.Ordinal).ThenBy(handler => handler.Event.Type, StringComparer.Ordinal).ToEquatableArray(),
            ReadIgnoredNames(type, problems, cancellationToken));
        return new ParsedAggregate(aggregate, unmarked.ToEquatableArray());
    }

    private static Handler[] ReadHandlers(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        var handlers = new Dictionary<INamedTypeSymbol, Handler>(SymbolEqualityComparer.Default);
        Handler? first = null;
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>().Where(HandlerParser.IsCandidate))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Handler? handler = HandlerParser.Parse(method, compilation, problems, cancellationToken);
            if (handler is null)
                continue;

            first ??= handler;
            if (handler.IsPure != first.IsPure)
                problems.Add(Descriptors.MixedHandlers, method, type.Name, method.Name, first.IsPure ? $"return '{type.Name}'" : "return nothing");
            else if (handlers.ContainsKey(handler.Event))
                problems.Add(Descriptors.DuplicateHandler, method, type.Name, handler.Event.Name);
            else
                handlers.Add(handler.Event, handler);
        }

        return [.. handlers.Values];
    }

    private static EquatableArray<string> ReadIgnoredNames(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownNames.Ignores))
            {
                string? name = attribute.Argument() as string;
                if (StoredName.IsValid(name, problems, attribute.Location(cancellationToken), type.Name, "old-name"))
                    names.Add(name!);
            }
            else if (attribute.AttributeClass.Is(KnownNames.IgnoresEvent)
                && attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol ignored]
                && EventParser.ParseName(ignored, new Problems(), cancellationToken) is { } ignoredName)
            {
                names.UnionWith(ignoredName.FormerNames.Prepend(ignoredName.Name));
            }
        }

        return names.ToEquatableArray();
    }
}
