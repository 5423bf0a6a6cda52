namespace EventStore.Providers;

/// <summary>One stream of a <see cref="ReadRequest"/>. Immutable.</summary>
public sealed record StreamRange
{
    /// <summary>The stream.</summary>
    public required string StreamName { get; init; }

    /// <summary>The incarnation that is meant, or 0 for whichever is there.</summary>
    public long StreamId { get; init; }

    /// <summary>The first position to deliver: forwards the lowest, backwards the highest. 1 or more.</summary>
    public required long From { get; init; }

    /// <summary>Which of its events; conditions on types of events have become conditions on names.</summary>
    public MetadataMatcher Matcher { get; init; } = MetadataMatcher.Empty;
}
