namespace EventStore;

/// <summary>The context of one call of one handler of a projector.</summary>
internal sealed class ProjectorContext(StoreEngine store, ProjectionOutput output, DomainEvent domainEvent, Action stop) : ProjectionContext
{
    private int _emitted;
    private bool _isOver;

    public override DomainEvent Event => domainEvent;

    /// <summary>From now on the handler may do nothing: it has returned, or was left behind.</summary>
    public void End() => _isOver = true;

    public override void Stop()
    {
        EnsureNotOver();
        stop();
    }

    public override void Emit(object payload, EventMetadata? metadata = null)
    {
        EnsureNotOver();
        output.Emit(domainEvent, _emitted++, DomainEvent.Create(store.Catalog, payload, null, metadata, null, store.TimeProvider));
    }

    public override void Emit(DomainEvent domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        EnsureNotOver();
        output.Emit(Event, _emitted++, domainEvent);
    }

    public override void LinkTo(string streamName, DomainEvent domainEvent)
    {
        StreamNames.CheckNew(streamName);
        ArgumentNullException.ThrowIfNull(domainEvent);
        EnsureNotOver();
        output.Link(streamName, domainEvent);
    }

    private void EnsureNotOver()
    {
        if (_isOver)
        {
            throw new InvalidOperationException("The handler that this context belongs to is over. A context belongs to one call of one handler: do not keep it.");
        }
    }
}
