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
    /// <param name="append">Appends it.</param>
    /// <param name="following">What follows, and must not end before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TimeSpan> TimeAsync(Func<Task> append, Task following, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        await append();
        Task<long> arrival = _arrivals.Reader.ReadAsync(cancellationToken).AsTask();
        if (await Task.WhenAny(arrival, following).WaitAsync(Patience, cancellationToken) == following)
        {
            await following;
        }

        return Stopwatch.GetElapsedTime(began, await arrival);
    }
}
