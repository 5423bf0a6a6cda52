namespace EventStore;

/// <summary>Carries what is wrong with a payload to whoever can name the event.</summary>
internal sealed class UnreadablePayloadException(EventType type, Exception cause) : Exception(null, cause)
{
    /// <summary>What is wrong, told of the event itself.</summary>
    public Exception Explain(DomainEvent domainEvent)
    {
        try
        {
            _ = domainEvent.PayloadAs(type);
            return InnerException!;
        }
        catch (EventSerializationException exception)
        {
            return exception;
        }
    }
}
