using EventStore.LoadTest.Measuring;

namespace EventStore.PeerComparison.Measuring;

/// <summary>What one peer reached in one workload; null where a figure does not apply. Rates and bytes are those of an event.</summary>
internal sealed record Outcome
{
    public required string Workload { get; init; }

    public required string Peer { get; init; }

    public int Callers { get; init; } = 1;

    public int EventsPerOperation { get; init; } = 1;

    public int Rounds { get; init; }

    public Spread? PerSecond { get; init; }

    /// <summary>How long half of the operations took at most, in milliseconds.</summary>
    public double? Half { get; init; }

    /// <summary>How long 99 of 100 operations took at most, in milliseconds.</summary>
    public double? NinetyNine { get; init; }

    public double? BytesPerEvent { get; init; }

    /// <summary>The processor time of an event in this process, in microseconds.</summary>
    public double? ClientTime { get; init; }

    /// <summary>The processor time of an event in the server's processes, in microseconds.</summary>
    public double? ServerTime { get; init; }

    /// <summary>The median of the rounds' ratios, the library's rate by this peer's: above 1 the library is faster. Null for the library itself.</summary>
    public Spread? Ratio { get; init; }
}
