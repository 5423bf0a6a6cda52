namespace EventStore;

/// <summary>
/// What a handler of a read model may do: stack operations on the read model, and stop. It can neither emit nor link. It
/// belongs to one call of one handler, is not thread-safe, and must not be kept.
/// </summary>
/// <typeparam name="TReadModel">The read model.</typeparam>
public sealed class ReadModelContext<TReadModel> : ReadModelContext
    where TReadModel : IReadModel
{
    private readonly HandlerCall? _call = HandlerCall.Current;
    private readonly Action _stop;

    internal ReadModelContext(TReadModel readModel, DomainEvent domainEvent, Action stop)
    {
        ReadModel = readModel;
        Event = domainEvent;
        _stop = stop;
    }

    /// <summary>The read model.</summary>
    public TReadModel ReadModel { get; }

    /// <inheritdoc/>
    public override DomainEvent Event { get; }

    /// <inheritdoc/>
    public override void Stop()
    {
        using HandlerCall.Writing writing = HandlerCall.Write(_call);
        _stop();
    }
}
