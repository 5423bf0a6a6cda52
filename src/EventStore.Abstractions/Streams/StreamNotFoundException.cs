namespace EventStore;

/// <summary>A stream was named that does not exist, or that was deleted while it was being read.</summary>
public sealed class StreamNotFoundException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="streamName">The name that was asked for.</param>
    /// <param name="innerException">The provider's error, or null.</param>
    public StreamNotFoundException(string streamName, Exception? innerException = null)
        : base($"The stream '{streamName}' does not exist. Create it with CreateStreamAsync first, or check the name: it is case-sensitive.", innerException)
    {
        StreamName = streamName;
    }

    /// <summary>The name that was asked for.</summary>
    public string StreamName { get; }
}
