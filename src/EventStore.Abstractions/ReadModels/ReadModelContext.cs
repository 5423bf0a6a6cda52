namespace EventStore;

/// <summary>
/// What a handler of a read model may do beside changing rows. It can neither emit nor link. It belongs to one call of
/// one handler, is not thread-safe, and must not be kept.
/// </summary>
public abstract class ReadModelContext
{
    /// <summary>The event that is being handled, with its stream, position and metadata.</summary>
    public abstract DomainEvent Event { get; }

    /// <summary>Ends the run after this event, which counts as handled: what was stacked for it is persisted.</summary>
    public abstract void Stop();
}
