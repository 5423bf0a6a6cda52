namespace EventStore;

/// <summary>A stored payload cannot be read as its type. The events around it can be read.</summary>
public sealed class EventSerializationException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What cannot be read, and the way out.</param>
    /// <param name="innerException">What System.Text.Json said, or what the type itself threw.</param>
    public EventSerializationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The stored name.</summary>
    public required string EventName { get; init; }

    /// <summary>The event's id.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The stream.</summary>
    public required string? StreamName { get; init; }

    /// <summary>The position.</summary>
    public required long Position { get; init; }

    /// <summary>Whether a failure while a payload is read is one of the payload: converters and constructors throw what they like.</summary>
    internal static bool IsCause(Exception exception) => exception is not OutOfMemoryException;
}
