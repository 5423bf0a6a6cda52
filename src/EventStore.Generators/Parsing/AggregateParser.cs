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

        AggregateHandler[] handlers = HandlerSet<AggregateHandler>.Parse(
            type, compilation, problems, (method, found) => HandlerParser.Parse(method, type, compilation, found, cancellationToken), cancellationToken);
        var aggregate = new AggregateModel(
            TypeHeaderParser.Parse(type),
            name!,
            handlers.Length > 0 && handlers[0].IsPure,
            handlers.Select(handler => handler.Model).ToEquatableArray(),
            ReadIgnoredNames(type, compilation, problems, cancellationToken));
        return new ParsedAggregate(aggregate, Handler.UnmarkedEvents(handlers, compilation, problems, cancellationToken));
    }

    private static EquatableArray<string> ReadIgnoredNames(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
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
                && EventParser.ParseName(ignored, compilation, new Problems(), cancellationToken) is { } ignoredName)
            {
                names.UnionWith(ignoredName.FormerNames.Prepend(ignoredName.Name));
            }
        }

        return names.ToEquatableArray();
    }
}
