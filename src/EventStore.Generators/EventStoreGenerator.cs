using System.Collections.Immutable;
using EventStore.Generators.Emission;
using EventStore.Generators.Models;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators;

/// <summary>
/// Generates dispatch and recording of aggregates, the JSON of events, and catalogs. It reports nothing: what is wrong is
/// the analyzers' matter, and is left out here.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class EventStoreGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<string> assembly = context.CompilationProvider
            .Select(static (compilation, _) => compilation.AssemblyName ?? "")
            .WithTrackingName(TrackingNames.Assembly);

        IncrementalValuesProvider<EventModel> events = Parse(context, KnownNames.Event, EventParser.Parse).WithTrackingName(TrackingNames.Events);
        IncrementalValuesProvider<ParsedAggregate> parsed = Parse(context, KnownNames.Aggregate, AggregateParser.Parse).WithTrackingName(TrackingNames.ParsedAggregates);
        IncrementalValuesProvider<CatalogModel> catalogs = Parse(context, KnownNames.EventCatalog, CatalogParser.Parse).Collect()
            .SelectMany(static (all, _) => FileNames.Distinguish(all, catalog => catalog.Header, (catalog, header) => catalog with { Header = header }))
            .WithTrackingName(TrackingNames.Catalogs);

        IncrementalValuesProvider<AggregateModel> aggregates = parsed.Select(static (aggregate, _) => aggregate.Aggregate).Collect()
            .SelectMany(static (all, _) => FileNames.Distinguish(all, aggregate => aggregate.Header, (aggregate, header) => aggregate with { Header = header }))
            .WithTrackingName(TrackingNames.Aggregates);
        IncrementalValuesProvider<EventModel> unmarkedEvents = parsed
            .SelectMany(static (aggregate, _) => aggregate.UnmarkedEvents)
            .WithTrackingName(TrackingNames.UnmarkedEvents);
        IncrementalValueProvider<EquatableArray<EventModel>> allEvents = events.Collect().Combine(unmarkedEvents.Collect())
            .Select(static (both, _) => Merge(both.Left, both.Right))
            .WithTrackingName(TrackingNames.AllEvents);
        IncrementalValueProvider<EquatableArray<EventName>> eventNames = allEvents
            .Select(static (all, _) => all.Select(@event => @event.Name).ToEquatableArray())
            .WithTrackingName(TrackingNames.EventNames);

        context.RegisterSourceOutput(aggregates.Combine(assembly), static (output, source) =>
            output.AddSource(source.Left.Header.HintName + GeneratedFile.Extension, AggregateEmitter.Emit(source.Left, source.Right)));
        context.RegisterSourceOutput(catalogs.Combine(assembly), static (output, source) =>
            output.AddSource(source.Left.Header.HintName + ".Catalog" + GeneratedFile.Extension, CatalogEmitter.Emit(source.Left, source.Right)));

        // A catalog needs the files of the assembly even where there is no event yet.
        IncrementalValueProvider<bool> hasCatalog = catalogs.Collect().Select(static (all, _) => !all.IsEmpty).WithTrackingName(TrackingNames.HasCatalog);
        context.RegisterSourceOutput(eventNames.Combine(hasCatalog).Combine(assembly), static (output, source) =>
        {
            if (source.Left.Left.Count > 0 || source.Left.Right)
                output.AddSource($"{GeneratedFile.Namespace}.Events{GeneratedFile.Extension}", EventTypesEmitter.Emit(source.Left.Left, source.Right));
        });
        context.RegisterSourceOutput(allEvents.Combine(hasCatalog).Combine(assembly), static (output, source) =>
        {
            if (source.Left.Left.Count > 0 || source.Left.Right)
                output.AddSource($"{GeneratedFile.Namespace}.Json{GeneratedFile.Extension}", JsonEmitter.Emit(source.Left.Left, source.Right));
        });
    }

    private static IncrementalValuesProvider<T> Parse<T>(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        Func<INamedTypeSymbol, Compilation, Problems, CancellationToken, T?> parse)
        where T : class =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (found, cancellationToken) => parse((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, new Problems(), cancellationToken))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!);

    private static EquatableArray<EventModel> Merge(ImmutableArray<EventModel> marked, ImmutableArray<EventModel> unmarked) =>
        marked.Concat(unmarked)
            .GroupBy(@event => @event.Name.Type, StringComparer.Ordinal)
            .Select(group => group.First())
            .OrderBy(@event => @event.Name.Name, StringComparer.Ordinal)
            .ThenBy(@event => @event.Name.Type, StringComparer.Ordinal)
            .ToEquatableArray();
}
