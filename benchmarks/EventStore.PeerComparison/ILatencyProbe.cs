namespace EventStore.PeerComparison;

/// <summary>A projection that follows, and an account that is appended to. Ends with its disposal.</summary>
internal interface ILatencyProbe : IAsyncDisposable
{
    /// <summary>Appends one event.</summary>
    /// <returns>How long it took from the call of the append until the projection's handler had the event.</returns>
    Task<TimeSpan> TimeAsync(CancellationToken cancellationToken);
}
