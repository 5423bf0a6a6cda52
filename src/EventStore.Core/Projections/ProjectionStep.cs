using EventStore.Providers;

namespace EventStore;

/// <summary>What becomes of an event: it waits behind a parked one, is parked itself, or is handled.</summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ProjectionStep<TState>(ProjectionDefinition<TState> definition, ProjectionBlock<TState> block, PoisonedEvent poison)
{
    private readonly StoreEngine _store = definition.Store;
    private bool _takesPayloads;

    /// <summary>Whether the next block may be handled while this one is stored: what failed there comes to nothing but a state.</summary>
    public bool RunsAhead => _takesPayloads && definition.ReadModel is null && !block.Stops;

    /// <summary>Settles how the events of the next pass are handled, and with it what has to be read of them.</summary>
    public EventColumns Begin()
    {
        _takesPayloads = definition.HandlesPayloads && !block.HasParked && !poison.IsAhead;
        if (_takesPayloads)
        {
            return EventColumns.None;
        }

        return definition.ReadsMetadata || _store.Pipeline.Has(DomainEventAction.Loaded) ? EventColumns.All : EventColumns.Header;
    }

    public ValueTask HandleAsync(in RecordedEvent row, StreamInfo stream, CancellationToken cancellationToken) => _takesPayloads
        ? HandlePayloadAsync(row, stream, cancellationToken)
        : DecideAsync(_store.Reader.Read(row, stream.Name), stream, row.Position, cancellationToken);

    /// <summary>Whether a checkpoint belongs behind an event.</summary>
    public bool EndsBlock(long position) => block.Stops || block.IsFull || poison.IsSuspect(position);

    /// <summary>Lets the handler have an event; what it throws comes as a <see cref="HandlerFailure"/>.</summary>
    public async ValueTask HandleAsync(DomainEvent domainEvent, StreamInfo stream, long position, CancellationToken cancellationToken)
    {
        block.Handling();
        TState state;
        try
        {
            DomainEvent loaded = await _store.Pipeline.RunAsync(DomainEventAction.Loaded, domainEvent, cancellationToken).ConfigureAwait(false);
            state = await definition.HandleAsync(block.State, loaded, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw new HandlerFailure(domainEvent, stream, position, exception);
        }

        block.Handled(state, domainEvent, stream, position);
    }

    private ValueTask DecideAsync(DomainEvent domainEvent, StreamInfo stream, long position, CancellationToken cancellationToken)
    {
        if (block.WaitsBehindParked(domainEvent))
        {
            block.Park(ParkedEvents.Of(domainEvent, stream, position, null, 0));
        }
        else if (poison.TakeParked(position) is { } parked)
        {
            block.Park(parked);
        }
        else
        {
            return HandleAsync(domainEvent, stream, position, cancellationToken);
        }

        return default;
    }

    /// <summary>The same for handlers that look at payloads alone. It is over at once where the handler is.</summary>
    private ValueTask HandlePayloadAsync(in RecordedEvent row, StreamInfo stream, CancellationToken cancellationToken)
    {
        block.Handling();
        ValueTask<TState> handling;
        try
        {
            handling = definition.OfPayloads!.HandleAsync(block.State, row, cancellationToken);
            if (handling.IsCompletedSuccessfully)
            {
                block.Handled(handling.Result, null, stream, row.Position);
                return default;
            }
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            handling = ValueTask.FromException<TState>(exception);
        }

        return AwaitAsync(handling, row, stream, cancellationToken);
    }

    private async ValueTask AwaitAsync(ValueTask<TState> handling, RecordedEvent row, StreamInfo stream, CancellationToken cancellationToken)
    {
        TState state;
        try
        {
            state = await handling.ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            // The row has no more than the handler wanted: the event is read again, to be named in full.
            DomainEvent? domainEvent = await EventLookup.TryReadAsync(_store, stream, row.Position).ConfigureAwait(false);
            Exception cause = exception is not UnreadablePayloadException unreadable ? exception
                : domainEvent is null ? unreadable.InnerException!
                : unreadable.Explain(domainEvent);
            throw new HandlerFailure(domainEvent, stream, row.Position, cause) { IsOfBlock = domainEvent is null };
        }

        block.Handled(state, null, stream, row.Position);
    }

    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested;
}
