using System.Diagnostics;
using System.Threading.Channels;

namespace EventStore.PeerComparison;

/// <summary>When events came to a projection's handler. What waits for them goes on elsewhere than on the projection's own thread.</summary>
internal sealed class Arrivals
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<long> _arrivals = Channel.CreateUnbounded<long>();

    /// <summary>An event is here.</summary>
    public void Add() => _arrivals.Writer.TryWrite(Stopwatch.GetTimestamp());

    /// <summary>Appends an event, and waits until it is here.</summary>
    public async Task<TimeSpan> TimeAsync(Func<Task> append, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        await append();
        long arrived = await _arrivals.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
        return Stopwatch.GetElapsedTime(began, arrived);
    }
}
