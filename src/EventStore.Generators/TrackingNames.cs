namespace EventStore.Generators;

/// <summary>The names of the pipeline's steps, by which tests see that an unrelated edit leaves them alone.</summary>
internal static class TrackingNames
{
    public const string Events = nameof(Events);
    public const string ParsedAggregates = nameof(ParsedAggregates);
    public const string Aggregates = nameof(Aggregates);
    public const string UnmarkedEvents = nameof(UnmarkedEvents);
    public const string AllEvents = nameof(AllEvents);
    public const string EventNames = nameof(EventNames);
    public const string Catalogs = nameof(Catalogs);
    public const string HasCatalog = nameof(HasCatalog);
    public const string Assembly = nameof(Assembly);

    public static IReadOnlyList<string> All { get; } =
        [Events, ParsedAggregates, Aggregates, UnmarkedEvents, AllEvents, EventNames, Catalogs, HasCatalog, Assembly];
}
