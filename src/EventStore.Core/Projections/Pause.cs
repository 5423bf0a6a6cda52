namespace EventStore;

/// <summary>Waits that grow, with full jitter.</summary>
internal sealed class Pause(TimeSpan first, TimeSpan longest)
{
    private TimeSpan _next = first;

    public Task WaitAsync(TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        TimeSpan pause = _next * Random.Shared.NextDouble();
        _next = _next * 2 < longest ? _next * 2 : longest;
        return Task.Delay(pause, timeProvider, cancellationToken);
    }
}
