namespace EventStore;

/// <summary>The store has given out its last position (2^48 − 1). Nothing was written, and reading goes on.</summary>
public sealed class PositionsExhaustedException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="innerException">The provider's error, or null.</param>
    public PositionsExhaustedException(Exception? innerException = null)
        : base("The positions of this event store are used up (2^48 - 1), nothing was written. Start a new store and keep this one for reading.", innerException)
    {
    }
}
