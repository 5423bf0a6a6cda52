namespace EventStore;

/// <summary>A stream was to be created whose name is taken. Its events are untouched.</summary>
public sealed class StreamAlreadyExistsException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="streamName">The name that is taken.</param>
    /// <param name="innerException">The provider's error, or null.</param>
    public StreamAlreadyExistsException(string streamName, Exception? innerException = null)
        : base($"The stream '{streamName}' exists already and keeps its events. Append to it, or delete it first with DeleteStreamAsync.", innerException)
    {
        StreamName = streamName;
    }

    /// <summary>The name that is taken.</summary>
    public string StreamName { get; }
}
