namespace EventStore.LoadTest.Measuring;

/// <summary>What came of a comparison; null where a figure does not apply. Rates and bytes are those of an event.</summary>
internal sealed record Result
{
    public required string Workload { get; init; }

    public required int Callers { get; init; }

    public int EventsPerOperation { get; init; } = 1;

    public int Rounds { get; init; }

    public int PoolSize { get; init; }

    public double? OursPerSecond { get; init; }

    public double? LimitPerSecond { get; init; }

    /// <summary>The median of the rounds' ratios, ours by the limit's rate.</summary>
    public Spread? Ratio { get; init; }

    public double? BytesPerEvent { get; init; }

    public double? LimitBytesPerEvent { get; init; }

    /// <summary>The server's answers that an operation waits for.</summary>
    public double? RoundTrips { get; init; }

    public double? LimitRoundTrips { get; init; }

    public TimeSpan? ClientTime { get; init; }

    public TimeSpan? LimitClientTime { get; init; }

    public TimeSpan? ServerTime { get; init; }

    public TimeSpan? LimitServerTime { get; init; }

    /// <summary>How long half of the events took; of latencies.</summary>
    public TimeSpan? Half { get; init; }

    /// <summary>How long 99 of 100 events took at most; of latencies.</summary>
    public TimeSpan? NinetyNine { get; init; }

    public double? OperationsPerSecond => OursPerSecond / EventsPerOperation;
}
