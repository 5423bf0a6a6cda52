namespace EventStore;

/// <summary>An <see cref="DomainEventAction.Appended"/> middleware threw. The events are stored: do not append them again as new ones.</summary>
public sealed class MiddlewareException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="positions">The positions of the events, which are stored.</param>
    /// <param name="innerException">What the middleware threw.</param>
    public MiddlewareException(IReadOnlyList<long> positions, Exception? innerException)
        : base($"An Appended middleware failed after {positions.Count} event(s) were stored. They are stored: mend the middleware, and do not append them again as new events.", innerException)
    {
        Positions = positions;
    }

    /// <summary>The positions of the events, which are stored.</summary>
    public IReadOnlyList<long> Positions { get; }
}
