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

        EmitAggregates(context, parsed.Select(static (aggregate, _) => aggregate.Aggregate), assembly);
        context.RegisterSourceOutput(catalogs.Combine(assembly), static (output, source) =>
            output.AddSource(source.Left.Header.HintName + ".Catalog" + GeneratedFile.Extension, CatalogEmitter.Emit(source.Left, source.Right)));

        // A catalog needs the files of the assembly even where there is no event yet.
        IncrementalValueProvider<bool> hasCatalog = catalogs.Collect().Select(static (all, _) => !all.IsEmpty).WithTrackingName(TrackingNames.HasCatalog);
        IncrementalValuesProvider<EventModel> unmarked = parsed
            .SelectMany(static (aggregate, _) => aggregate.UnmarkedEvents)
            .WithTrackingName(TrackingNames.UnmarkedEvents);
        IncrementalValuesProvider<EventModel> named = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.EventOf, static (node, _) => node is CompilationUnitSyntax, static (found, cancellationToken) => ParseNamed(found, cancellationToken))
            .SelectMany(static (events, _) => events)
            .WithTrackingName(TrackingNames.NamedEvents);
        IncrementalValueProvider<EquatableArray<EventModel>> others = unmarked.Collect().Combine(named.Collect())
            .Select(static (both, _) => both.Left.Concat(both.Right).ToEquatableArray())
            .WithTrackingName(TrackingNames.OtherEvents);
        EmitEvents(context, events, others, hasCatalog, assembly);
    }

    private static void EmitAggregates(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<AggregateModel> found, IncrementalValueProvider<string> assembly)
    {
        IncrementalValueProvider<EquatableArray<AggregateModel>> alike = found.Alike(static aggregate => aggregate.Header).WithTrackingName(TrackingNames.AlikeAggregates);
        Emit(found.Except(alike, static aggregate => aggregate.Header).WithTrackingName(TrackingNames.Aggregates));
        Emit(alike.SelectMany(static (all, _) => FileNames.Distinguish(all, aggregate => aggregate.Header, (aggregate, header) => aggregate with { Header = header })));

        void Emit(IncrementalValuesProvider<AggregateModel> aggregates) =>
            context.RegisterSourceOutput(aggregates.Combine(assembly), static (output, source) =>
                output.AddSource(source.Left.Header.HintName + ".Aggregate" + GeneratedFile.Extension, AggregateEmitter.Emit(source.Left, source.Right)));
    }

    private static void EmitEvents(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EventModel> events,
        IncrementalValueProvider<EquatableArray<EventModel>> others,
        IncrementalValueProvider<bool> hasCatalog,
        IncrementalValueProvider<string> assembly)
    {
        IncrementalValueProvider<(ImmutableArray<EventModel> Marked, EquatableArray<EventModel> Others)> collected = events.Collect().Combine(others);
        IncrementalValueProvider<EquatableArray<EventModel>> all = collected
            .Select(static (both, _) => Merge(both.Marked, both.Others))
            .WithTrackingName(TrackingNames.AllEvents);
        IncrementalValueProvider<EquatableArray<EventTypeModel>> names = all
            .Select(static (all, _) => all.Select(EventTypeModel.Of).ToEquatableArray())
            .WithTrackingName(TrackingNames.EventNames);
        context.RegisterSourceOutput(names.Combine(hasCatalog).Combine(assembly), static (output, source) =>
        {
            if (source.Left.Left.Count > 0 || source.Left.Right)
                output.AddSource($"{GeneratedFile.Namespace}.Events{GeneratedFile.Extension}", EventTypesEmitter.Emit(source.Left.Left, source.Right));
        });

        IncrementalValueProvider<EquatableArray<JsonTypeModel>> shapes = all
            .Select(static (all, _) => JsonFiles.Shapes(all))
            .WithTrackingName(TrackingNames.JsonShapes);
        context.RegisterSourceOutput(shapes.Combine(hasCatalog).Combine(assembly), static (output, source) =>
        {
            if (source.Left.Left.Count > 0 || source.Left.Right)
                output.AddSource($"{GeneratedFile.Namespace}.JsonContext{GeneratedFile.Extension}", JsonEmitter.EmitContext(source.Left.Left, source.Right));
        });

        IncrementalValueProvider<EquatableArray<JsonFileModel>> shared = collected
            .Select(static (both, _) => JsonFiles.Shared(both.Marked, both.Marked.Concat(both.Others)))
            .WithTrackingName(TrackingNames.SharedJson);
        IncrementalValueProvider<EquatableArray<string>> sharedTypes = shared
            .Select(static (files, _) => files.Select(file => file.Type.Type).ToEquatableArray())
            .WithTrackingName(TrackingNames.SharedTypes);
        EmitJson(shared.SelectMany(static (files, _) => files));
        EmitJson(events.Combine(sharedTypes)
            .Select(static (both, _) => both.Right.Contains(both.Left.Name.Type) ? null : JsonFiles.Own(both.Left))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.OwnJson));

        void EmitJson(IncrementalValuesProvider<JsonFileModel> files) =>
            context.RegisterSourceOutput(files.Combine(assembly), static (output, source) =>
                output.AddSource(source.Left.FileName + GeneratedFile.Extension, JsonEmitter.EmitObject(source.Left.Type, source.Right)));
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

    private static EquatableArray<EventModel> ParseNamed(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
    {
        Compilation compilation = found.SemanticModel.Compilation;
        return found.Attributes
            .Select(attribute => NamedEventParser.Parse(attribute, compilation, new Problems(), cancellationToken))
            .Where(@event => @event is not null)
            .Select(@event => @event!)
            .ToEquatableArray();
    }

    private static EquatableArray<EventModel> Merge(ImmutableArray<EventModel> marked, EquatableArray<EventModel> others) =>
        marked.Concat(others)
            .GroupBy(@event => @event.Name.Type, StringComparer.Ordinal)
            .Select(group => group.First())
            .OrderBy(@event => @event.Name.Name, StringComparer.Ordinal)
            .ThenBy(@event => @event.Name.Type, StringComparer.Ordinal)
            .ToEquatableArray();
}
