namespace EventStore;

/// <summary>An <see cref="DomainEventAction.Appended"/> middleware threw. The events are stored: do not append them again as new ones.</summary>
public sealed class MiddlewareException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="positions">The positions of the events, which are stored.</param>
    /// <param name="innerException">What the middleware threw.</param>
    /// <param name="isCommitted">False if the events are part of a transaction of the caller's.</param>
    public MiddlewareException(IReadOnlyList<long> positions, Exception? innerException, bool isCommitted = true)
        : base(
            isCommitted
                ? $"An Appended middleware failed after {positions.Count} event(s) were stored. They are stored: mend the middleware, and do not append them again as new events."
                : $"An Appended middleware failed after {positions.Count} event(s) were inserted. They are part of your transaction: commit it to keep them, or roll it back.",
            innerException)
    {
        Positions = positions;
        IsCommitted = isCommitted;
    }

    /// <summary>The positions of the events, which are stored.</summary>
    public IReadOnlyList<long> Positions { get; }

    /// <summary>Whether the events are committed; false if they are part of a transaction of the caller's.</summary>
    public bool IsCommitted { get; }
}
