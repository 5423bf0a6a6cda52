namespace EventStore.Generators;

/// <summary>The names of the pipeline's steps, by which tests see that an unrelated edit leaves them alone.</summary>
internal static class TrackingNames
{
    public const string Assembly = nameof(Assembly);
    public const string Events = nameof(Events);
    public const string UnmarkedEvents = nameof(UnmarkedEvents);
    public const string NamedEvents = nameof(NamedEvents);
    public const string OtherEvents = nameof(OtherEvents);
    public const string AllEvents = nameof(AllEvents);
    public const string EventNames = nameof(EventNames);
    public const string JsonShapes = nameof(JsonShapes);
    public const string SharedJson = nameof(SharedJson);
    public const string SharedTypes = nameof(SharedTypes);
    public const string OwnJson = nameof(OwnJson);
    public const string ParsedAggregates = nameof(ParsedAggregates);
    public const string Aggregates = nameof(Aggregates);
    public const string AlikeAggregates = nameof(AlikeAggregates);
    public const string ParsedProjections = nameof(ParsedProjections);
    public const string ParsedReadModels = nameof(ParsedReadModels);
    public const string ProjectionStates = nameof(ProjectionStates);
    public const string CatalogStates = nameof(CatalogStates);
    public const string States = nameof(States);
    public const string StateTypes = nameof(StateTypes);
    public const string Projections = nameof(Projections);
    public const string AlikeProjections = nameof(AlikeProjections);
    public const string Catalogs = nameof(Catalogs);
    public const string HasCatalog = nameof(HasCatalog);

    public static IReadOnlyList<string> All { get; } =
    [
        Assembly,
        Events,
        UnmarkedEvents,
        NamedEvents,
        OtherEvents,
        AllEvents,
        EventNames,
        JsonShapes,
        SharedJson,
        SharedTypes,
        OwnJson,
        ParsedAggregates,
        Aggregates,
        AlikeAggregates,
        ParsedProjections,
        ParsedReadModels,
        ProjectionStates,
        CatalogStates,
        States,
        StateTypes,
        Projections,
        AlikeProjections,
        Catalogs,
        HasCatalog,
    ];
}
