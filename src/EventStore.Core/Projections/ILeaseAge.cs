namespace EventStore;

/// <summary>How old the lease of a run is. Thread-safe: a lease is prolonged while its run waits.</summary>
internal interface ILeaseAge
{
    /// <summary>The time since the lease was taken or prolonged for the last time.</summary>
    TimeSpan SinceRenewal { get; }

    /// <summary>The lease was prolonged.</summary>
    /// <param name="moment">A timestamp from before that.</param>
    void Renewed(long moment);

    /// <summary>The run has to prolong the lease before it does anything else, or to learn that it is lost.</summary>
    void RenewalIsDue();
}
