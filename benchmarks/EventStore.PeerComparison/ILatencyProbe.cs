namespace EventStore.PeerComparison;

/// <summary>A projection that follows, and an account that is appended to. Ends with its disposal.</summary>
internal interface ILatencyProbe : IAsyncDisposable
{
    /// <summary>How long the projection waits at most before it looks again; events come at any point of it.</summary>
    TimeSpan Pause { get; }

    /// <summary>Appends one event.</summary>
    /// <returns>How long it took from the call of the append until the projection's handler had the event.</returns>
    Task<TimeSpan> TimeAsync(CancellationToken cancellationToken);
}
