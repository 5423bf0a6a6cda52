namespace EventStore;

/// <summary>The context of one call of one handler of a projector.</summary>
internal sealed class ProjectorContext(StoreEngine store, ProjectionOutput output, DomainEvent domainEvent, Action stop) : ProjectionContext
{
    private readonly HandlerCall? _call = HandlerCall.Current;
    private int _emitted;
    private bool _isOver;

    public override DomainEvent Event => domainEvent;

    /// <summary>From now on the handler may do nothing: it has returned.</summary>
    public void End() => _isOver = true;

    public override void Stop()
    {
        using HandlerCall.Writing writing = Write();
        stop();
    }

    public override void Emit(object payload, EventMetadata? metadata = null)
    {
        using HandlerCall.Writing writing = Write();
        output.Emit(domainEvent, _emitted++, DomainEvent.Create(store.Catalog, payload, null, metadata, null, store.TimeProvider));
    }

    public override void Emit(DomainEvent domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        using HandlerCall.Writing writing = Write();
        output.Emit(Event, _emitted++, domainEvent);
    }

    public override void LinkTo(string streamName, DomainEvent domainEvent)
    {
        StreamNames.CheckNew(streamName);
        ArgumentNullException.ThrowIfNull(domainEvent);
        using HandlerCall.Writing writing = Write();
        output.Link(streamName, domainEvent);
    }

    private HandlerCall.Writing Write()
    {
        if (_isOver)
        {
            throw new InvalidOperationException("The handler that this context belongs to is over. A context belongs to one call of one handler: do not keep it.");
        }

        return HandlerCall.Write(_call);
    }
}
