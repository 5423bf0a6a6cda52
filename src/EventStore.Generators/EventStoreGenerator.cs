using System.Collections.Immutable;
using EventStore.Generators.Emission;
using EventStore.Generators.Models;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators;

/// <summary>
/// Generates dispatch and recording of aggregates, dispatch of projections and read models, the JSON of events and states, and
/// catalogs. It reports nothing: what is wrong is
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

        IncrementalValuesProvider<ParsedProjection> projections = Parse(context, KnownNames.Projection, ProjectionParser.ParseProjection).WithTrackingName(TrackingNames.ParsedProjections);
        IncrementalValuesProvider<ParsedProjection> readModels = Parse(context, KnownNames.ReadModel, ProjectionParser.ParseReadModel).WithTrackingName(TrackingNames.ParsedReadModels);

        EmitAggregates(context, parsed.Select(static (aggregate, _) => aggregate.Aggregate), assembly);
        EmitProjections(context, projections.Select(static (projection, _) => projection.Projection), assembly);
        EmitProjections(context, readModels.Select(static (readModel, _) => readModel.Projection), assembly);
        context.RegisterSourceOutput(catalogs.Combine(assembly), static (output, source) =>
            output.AddSource(source.Left.Header.HintName + ".Catalog" + GeneratedFile.Extension, CatalogEmitter.Emit(source.Left, source.Right)));

        // A catalog needs the files of the assembly even where there is no event yet.
        IncrementalValueProvider<bool> hasCatalog = catalogs.Collect().Select(static (all, _) => !all.IsEmpty).WithTrackingName(TrackingNames.HasCatalog);
        EmitEvents(context, events, ReadOtherEvents(context, parsed, projections, readModels), ReadStates(context, projections), hasCatalog, assembly);
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

    private static void EmitProjections(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ProjectionModel> found, IncrementalValueProvider<string> assembly)
    {
        IncrementalValueProvider<EquatableArray<ProjectionModel>> alike = found.Alike(static projection => projection.Header).WithTrackingName(TrackingNames.AlikeProjections);
        Emit(found.Except(alike, static projection => projection.Header).WithTrackingName(TrackingNames.Projections));
        Emit(alike.SelectMany(static (all, _) => FileNames.Distinguish(all, projection => projection.Header, (projection, header) => projection with { Header = header })));

        void Emit(IncrementalValuesProvider<ProjectionModel> projections) =>
            context.RegisterSourceOutput(projections.Combine(assembly), static (output, source) =>
                output.AddSource($"{source.Left.Header.HintName}.{source.Left.Kind}{GeneratedFile.Extension}", ProjectionEmitter.Emit(source.Left, source.Right)));
    }

    /// <summary>The events whose classes carry no attribute: those that the assembly names, and those that somebody handles.</summary>
    private static IncrementalValueProvider<EquatableArray<EventModel>> ReadOtherEvents(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ParsedAggregate> aggregates,
        IncrementalValuesProvider<ParsedProjection> projections,
        IncrementalValuesProvider<ParsedProjection> readModels)
    {
        IncrementalValuesProvider<EventModel> handled = aggregates.SelectMany(static (aggregate, _) => aggregate.UnmarkedEvents).WithTrackingName(TrackingNames.UnmarkedEvents);
        IncrementalValuesProvider<EventModel> projected = projections.SelectMany(static (projection, _) => projection.UnmarkedEvents);
        IncrementalValuesProvider<EventModel> read = readModels.SelectMany(static (readModel, _) => readModel.UnmarkedEvents);
        IncrementalValuesProvider<EventModel> named = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.EventOf, static (node, _) => node is CompilationUnitSyntax, static (found, cancellationToken) => ParseNamed(found, cancellationToken))
            .SelectMany(static (events, _) => events)
            .WithTrackingName(TrackingNames.NamedEvents);
        return handled.Collect().Combine(projected.Collect()).Combine(read.Collect()).Combine(named.Collect())
            .Select(static (all, _) => all.Left.Left.Left.Concat(all.Left.Left.Right).Concat(all.Left.Right).Concat(all.Right).ToEquatableArray())
            .WithTrackingName(TrackingNames.OtherEvents);
    }

    /// <summary>The states of projections, each once: the projections themselves, types that are marked, and those that catalogs name.</summary>
    private static IncrementalValueProvider<EquatableArray<StateModel>> ReadStates(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParsedProjection> projections)
    {
        IncrementalValuesProvider<StateModel> marked = Parse(context, KnownNames.ProjectionState, StateParser.Parse).WithTrackingName(TrackingNames.ProjectionStates);
        IncrementalValuesProvider<StateModel> named = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.EventCatalog,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellationToken) => StateParser.ParseNamed((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, new Problems(), cancellationToken))
            .SelectMany(static (states, _) => states)
            .WithTrackingName(TrackingNames.CatalogStates);
        return projections.SelectMany(static (projection, _) => projection.States).Collect().Combine(marked.Collect()).Combine(named.Collect())
            .Select(static (all, _) => all.Left.Left.Concat(all.Left.Right).Concat(all.Right)
                .GroupBy(state => state.Type, StringComparer.Ordinal)
                .Select(found => found.First())
                .OrderBy(state => state.Type, StringComparer.Ordinal)
                .ToEquatableArray())
            .WithTrackingName(TrackingNames.States);
    }

    private static void EmitEvents(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EventModel> events,
        IncrementalValueProvider<EquatableArray<EventModel>> others,
        IncrementalValueProvider<EquatableArray<StateModel>> states,
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
        IncrementalValueProvider<EquatableArray<string>> stateTypes = states
            .Select(static (all, _) => all.Select(state => state.Type).ToEquatableArray())
            .WithTrackingName(TrackingNames.StateTypes);
        context.RegisterSourceOutput(names.Combine(stateTypes).Combine(hasCatalog).Combine(assembly), static (output, source) =>
        {
            (EquatableArray<EventTypeModel> names, EquatableArray<string> states) = source.Left.Left;
            if (names.Count > 0 || source.Left.Right)
                output.AddSource($"{GeneratedFile.Namespace}.Events{GeneratedFile.Extension}", EventTypesEmitter.Emit(names, states, source.Right));
        });

        IncrementalValueProvider<EquatableArray<JsonTypeModel>> shapes = all.Combine(states)
            .Select(static (both, _) => JsonFiles.Shapes(JsonOf(both.Left, both.Right)))
            .WithTrackingName(TrackingNames.JsonShapes);
        context.RegisterSourceOutput(shapes.Combine(hasCatalog).Combine(assembly), static (output, source) =>
        {
            if (source.Left.Left.Count > 0 || source.Left.Right)
                output.AddSource($"{GeneratedFile.Namespace}.JsonContext{GeneratedFile.Extension}", JsonEmitter.EmitContext(source.Left.Left, source.Right));
        });

        IncrementalValueProvider<EquatableArray<JsonFileModel>> shared = collected.Combine(states)
            .Select(static (all, _) => JsonFiles.Shared(all.Left.Marked, JsonOf(all.Left.Marked.Concat(all.Left.Others), all.Right)))
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

    private static IEnumerable<JsonTypeModel> JsonOf(IEnumerable<EventModel> events, EquatableArray<StateModel> states) =>
        events.SelectMany(@event => @event.Json).Concat(states.SelectMany(state => state.Json));

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
