namespace EventStore;

/// <summary>How old the lease of a run is. Thread-safe: a lease is prolonged while its run waits.</summary>
internal sealed class LeaseAge(TimeProvider timeProvider)
{
    private volatile bool _renewalIsDue;
    private long _renewed = timeProvider.GetTimestamp();

    /// <summary>The time since the lease was taken or prolonged for the last time.</summary>
    public TimeSpan SinceRenewal => _renewalIsDue ? TimeSpan.MaxValue : timeProvider.GetElapsedTime(Volatile.Read(ref _renewed));

    /// <summary>The lease was prolonged just now.</summary>
    public void Renewed() => Renewed(timeProvider.GetTimestamp());

    /// <summary>The lease was prolonged.</summary>
    /// <param name="moment">A timestamp from before that.</param>
    public void Renewed(long moment)
    {
        Volatile.Write(ref _renewed, moment);
        _renewalIsDue = false;
    }

    /// <summary>The run has to prolong the lease before it does anything else, or to learn that it is lost.</summary>
    public void RenewalIsDue() => _renewalIsDue = true;
}
