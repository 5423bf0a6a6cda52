namespace EventStore.Postgres;

/// <summary>What one attempt to append came to.</summary>
/// <param name="Positions">The position of each event in the order of sending, or null if it failed. What a group has left out has none: it is zero.</param>
/// <param name="Exception">What it failed with, or null.</param>
/// <param name="Failure">What that means.</param>
/// <param name="Backend">The server's process that may be at it still; null behind a pooler, where nobody knows which one it was.</param>
internal readonly record struct AppendAttempt(long[]? Positions, Exception? Exception, AppendFailure Failure, int? Backend)
{
    public AppendAttempt(long[] positions)
        : this(positions, null, default, null)
    {
    }

    public AppendAttempt(Exception exception, AppendFailure failure, int? backend)
        : this(null, exception, failure, backend)
    {
    }

    /// <summary>Whether no connection was to be had. Who asks again waits again.</summary>
    public bool IsWithoutConnection { get; init; }

    /// <summary>Whether nobody knows what became of the events.</summary>
    public bool IsInDoubt => Exception is not null && Failure is AppendFailure.Unknown or AppendFailure.UnknownAtEnd or AppendFailure.Settled;
}
