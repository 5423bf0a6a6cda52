namespace EventStore;

/// <summary>An event was met whose name, or whose class, nobody knows.</summary>
public sealed class UnknownEventException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is not known to whom, and the way out.</param>
    public UnknownEventException(string message)
        : base(message)
    {
    }

    /// <summary>The stored name, or the name of the class where there is no stored one.</summary>
    public required string EventName { get; init; }

    /// <summary>The stream, or null for an event that was never stored.</summary>
    public string? StreamName { get; init; }

    /// <summary>The position, or 0 for an event that was never stored.</summary>
    public long Position { get; init; }
}
