using EventStore.Providers;

namespace EventStore;

/// <summary>Carries what a handler, or a read model in its place, has thrown to whoever knows the policy.</summary>
internal sealed class HandlerFailure(DomainEvent? domainEvent, StreamInfo stream, long position, Exception cause) : Exception(null, cause)
{
    /// <summary>The event; null only where it could not be read again, and has to be found anew in its block.</summary>
    public DomainEvent? DomainEvent { get; } = domainEvent;

    public long Position { get; } = position;

    public Exception Cause { get; } = cause;

    /// <summary>Whether it is one of the events of a block that failed, and this one only its last, or one that is not at hand.</summary>
    public bool IsOfBlock { get; init; }

    public ParkedEvent Park(int attempts) => ParkedEvents.Of(DomainEvent!, stream, Position, $"{Cause.GetType().Name}: {Cause.Message}", attempts);
}
