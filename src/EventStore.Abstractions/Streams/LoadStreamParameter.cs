namespace EventStore;

/// <summary>One stream of a merged load. Immutable.</summary>
public sealed record LoadStreamParameter
{
    /// <summary>Names a stream of a merged load.</summary>
    /// <param name="streamName">An existing stream.</param>
    /// <param name="from">The first position to deliver, 1 or more; positions before it are passed over.</param>
    /// <param name="matcher">Which of its events; null means all.</param>
    /// <exception cref="ArgumentException">The name is null, empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is 0 or negative.</exception>
    public LoadStreamParameter(string streamName, long from = 1, MetadataMatcher? matcher = null)
    {
        StreamNames.Check(streamName);
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        StreamName = streamName;
        From = from;
        Matcher = matcher ?? MetadataMatcher.Empty;
    }

    /// <summary>The stream.</summary>
    public string StreamName { get; }

    /// <summary>The first position to deliver.</summary>
    public long From { get; }

    /// <summary>Which of its events.</summary>
    public MetadataMatcher Matcher { get; }
}
