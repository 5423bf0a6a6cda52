using EventStore.Providers;

namespace EventStore;

/// <summary>What a query or a projection reads from. Immutable.</summary>
internal sealed class EventSources
{
    private readonly MetadataMatcher _matcher;
    private readonly IReadOnlyDictionary<string, MetadataMatcher>? _matchers;

    private EventSources(StreamSelection selection, MetadataMatcher matcher, IReadOnlyDictionary<string, MetadataMatcher>? matchers)
    {
        Selection = selection;
        _matcher = matcher;
        _matchers = matchers;
    }

    public StreamSelection Selection { get; }

    public static EventSources Streams(IEnumerable<StreamSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        StreamSource[] all = [.. sources];
        CheckEachOnce(all.Select(source => (source ?? throw new ArgumentException("A stream is null.", nameof(sources))).StreamName), "stream", nameof(sources));
        return new EventSources(
            StreamSelection.OfNames([.. all.Select(source => source.StreamName)]),
            MetadataMatcher.Empty,
            all.ToDictionary(source => source.StreamName, source => source.Matcher, StringComparer.Ordinal));
    }

    public static EventSources Categories(IEnumerable<string> categories, MetadataMatcher? matcher)
    {
        ArgumentNullException.ThrowIfNull(categories);
        string[] all = [.. categories];
        foreach (string category in all)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(category, nameof(categories));
        }

        CheckEachOnce(all, "category", nameof(categories));
        return new EventSources(StreamSelection.OfCategories(all), matcher ?? MetadataMatcher.Empty, null);
    }

    public static EventSources All(MetadataMatcher? matcher) => new(StreamSelection.All, matcher ?? MetadataMatcher.Empty, null);

    /// <summary>The same sources, with conditions on types of events as conditions on their names.</summary>
    public EventSources Resolve(EventCatalog catalog) =>
        new(Selection, _matcher.Resolve(catalog), _matchers?.ToDictionary(entry => entry.Key, entry => entry.Value.Resolve(catalog), StringComparer.Ordinal));

    public MetadataMatcher MatcherOf(string streamName) => _matchers?[streamName] ?? _matcher;

    private static void CheckEachOnce(IEnumerable<string> names, string what, string parameter)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!seen.Add(name))
            {
                throw new ArgumentException($"The {what} '{name}' is named twice. Name each {what} once.", parameter);
            }
        }

        if (seen.Count == 0)
        {
            throw new ArgumentException($"Name at least one {what}.", parameter);
        }
    }
}
