using EventStore.Providers;

namespace EventStore;

/// <summary>Carries what is wrong with a payload to whoever can name the event.</summary>
internal sealed class UnreadablePayloadException(EventType type, Exception cause) : Exception(null, cause)
{
    /// <summary>Reads the payload of a row.</summary>
    /// <exception cref="UnreadablePayloadException">It cannot be read.</exception>
    public static object Read(in RecordedEvent row, EventType type)
    {
        try
        {
            return type.Read(row.Payload.Span);
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            throw new UnreadablePayloadException(type, exception);
        }
    }

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
