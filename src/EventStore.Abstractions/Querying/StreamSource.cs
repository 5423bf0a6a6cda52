namespace EventStore;

/// <summary>One stream that a query or a projection reads. Immutable.</summary>
public sealed record StreamSource
{
    /// <summary>Names a stream. It need not exist: then it counts as empty.</summary>
    /// <param name="streamName">The stream.</param>
    /// <param name="matcher">Which of its events; null means all.</param>
    /// <exception cref="ArgumentException">The name is null, empty or white space.</exception>
    public StreamSource(string streamName, MetadataMatcher? matcher = null)
    {
        StreamNames.Check(streamName);
        StreamName = streamName;
        Matcher = matcher ?? MetadataMatcher.Empty;
    }

    /// <summary>The stream.</summary>
    public string StreamName { get; }

    /// <summary>Which of its events.</summary>
    public MetadataMatcher Matcher { get; }
}
