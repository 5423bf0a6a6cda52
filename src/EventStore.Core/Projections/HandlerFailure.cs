using EventStore.Providers;

namespace EventStore;

/// <summary>Carries what a handler has thrown to whoever knows the policy.</summary>
internal sealed class HandlerFailure(DomainEvent domainEvent, StreamInfo stream, long position, Exception cause) : Exception(null, cause)
{
    public DomainEvent DomainEvent { get; } = domainEvent;

    public long Position { get; } = position;

    public Exception Cause { get; } = cause;

    public ParkedEvent Park(int attempts) => ParkedEvents.Of(DomainEvent, stream, Position, $"{Cause.GetType().Name}: {Cause.Message}", attempts);
}
