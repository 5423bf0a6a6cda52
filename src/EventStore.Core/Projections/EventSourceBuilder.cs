namespace EventStore;

/// <summary>The way to say where a query or a projection reads from: one source, whose events come in the order of the appends.</summary>
/// <typeparam name="TSelf">The builder, which each method returns.</typeparam>
public abstract class EventSourceBuilder<TSelf>
    where TSelf : EventSourceBuilder<TSelf>
{
    private protected EventSourceBuilder()
    {
    }

    internal EventSources? Sources { get; private set; }

    /// <summary>Reads one stream; one that does not exist (yet) counts as empty.</summary>
    /// <param name="streamName">The stream.</param>
    /// <param name="matcher">Which of its events; null means all.</param>
    /// <exception cref="InvalidOperationException">There is a source already, or it runs.</exception>
    public TSelf FromStream(string streamName, MetadataMatcher? matcher = null) => From(() => EventSources.Streams([new StreamSource(streamName, matcher)]));

    /// <summary>Reads several streams as one sequence in the order of the appends; those that do not exist (yet) count as empty.</summary>
    /// <param name="streamNames">The streams, at least one, each once.</param>
    /// <exception cref="ArgumentException">No stream, or one twice.</exception>
    /// <exception cref="InvalidOperationException">There is a source already, or it runs.</exception>
    public TSelf FromStreams(params IEnumerable<string> streamNames)
    {
        ArgumentNullException.ThrowIfNull(streamNames);
        return From(() => EventSources.Streams(streamNames.Select(name => new StreamSource(name))));
    }

    /// <summary>Reads several streams, each with its own matcher, as one sequence in the order of the appends.</summary>
    /// <param name="streams">The streams, at least one, each once.</param>
    /// <exception cref="ArgumentException">No stream, or one twice.</exception>
    /// <exception cref="InvalidOperationException">There is a source already, or it runs.</exception>
    public TSelf FromStreams(params IEnumerable<StreamSource> streams) => From(() => EventSources.Streams(streams));

    /// <summary>Reads every stream of a category (the text before a name's first dash).</summary>
    /// <param name="category">The category; one without streams is empty.</param>
    /// <param name="matcher">Which of their events; null means all.</param>
    /// <exception cref="InvalidOperationException">There is a source already, or it runs.</exception>
    public TSelf FromCategory(string category, MetadataMatcher? matcher = null) => From(() => EventSources.Categories([category], matcher));

    /// <summary>Reads every stream of several categories.</summary>
    /// <param name="categories">The categories, at least one, each once.</param>
    /// <exception cref="ArgumentException">No category, or one twice.</exception>
    /// <exception cref="InvalidOperationException">There is a source already, or it runs.</exception>
    public TSelf FromCategories(params IEnumerable<string> categories) => From(() => EventSources.Categories(categories, null));

    /// <summary>Reads every stream but the internal ones, whose names start with a dollar sign.</summary>
    /// <param name="matcher">Which of their events; null means all.</param>
    /// <exception cref="InvalidOperationException">There is a source already, or it runs.</exception>
    public TSelf FromAll(MetadataMatcher? matcher = null) => From(() => EventSources.All(matcher));

    private protected abstract void EnsureNotRunning();

    private TSelf From(Func<EventSources> sources)
    {
        EnsureNotRunning();
        Sources = Sources is null ? sources() : throw new InvalidOperationException("There is a source already. Call one of FromStream, FromStreams, FromCategory, FromCategories and FromAll, once.");
        return (TSelf)this;
    }
}
