namespace EventStore;

/// <summary>
/// The root of every exception that the library throws on its own account. Misuse of an object is an
/// <see cref="InvalidOperationException"/> and a bad argument an <see cref="ArgumentException"/> instead.
/// </summary>
/// <remarks>Each derived type carries its data as properties, and its message ends with the way out.</remarks>
public class EventStoreException : Exception
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public EventStoreException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened, and the way out.</param>
    public EventStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    /// <param name="message">What happened, and the way out.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public EventStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
