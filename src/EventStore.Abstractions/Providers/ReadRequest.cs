namespace EventStore.Providers;

/// <summary>One page of events from one or several streams. Immutable.</summary>
public sealed record ReadRequest
{
    /// <summary>The streams, each once. A page's rows name them by their index here.</summary>
    public required IReadOnlyList<StreamRange> Streams { get; init; }

    /// <summary>The highest position to deliver, included.</summary>
    public long To { get; init; } = long.MaxValue;

    /// <summary>
    /// Whether the store's last position is to be read before the rows: nothing above it is delivered then, and
    /// <see cref="EventPage.LastPosition"/> names it.
    /// </summary>
    public bool ReadsLastPosition { get; init; }

    /// <summary>The number of rows at most, 1 or more.</summary>
    public required int Limit { get; init; }

    /// <summary>Which way.</summary>
    public ReadDirection Direction { get; init; }

    /// <summary>The stored names to deliver, or null for all of them.</summary>
    public IReadOnlyList<string>? EventNames { get; init; }

    /// <summary>What the rows carry.</summary>
    public EventColumns Columns { get; init; } = EventColumns.All;
}
