namespace EventStore;

/// <summary>What a projection is, whichever of its façades it was built on.</summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ProjectionDefinition<TState>
{
    public delegate ValueTask<TState> Handler(TState state, DomainEvent domainEvent, CancellationToken cancellationToken);

    public required StoreEngine Store { get; init; }

    public required string Name { get; init; }

    public required ProjectionOptions Options { get; init; }

    public required ProjectionStateJson<TState> StateJson { get; init; }

    public required Func<TState> Init { get; init; }

    public required EventSources Sources { get; init; }

    /// <summary>The stored names that are handled, or null for every name.</summary>
    public required IReadOnlyList<string>? EventNames { get; init; }

    public required Handler Handle { get; init; }

    /// <summary>Whether a handler may look at the metadata of an event.</summary>
    public required bool ReadsMetadata { get; init; }

    /// <summary>The handlers, where none of them looks at more than the payload; otherwise null.</summary>
    public PayloadHandlers<TState>? OfPayloads { get; init; }

    /// <summary>Whether events may go from their rows to their handlers, and nothing be made of them between.</summary>
    public bool HandlesPayloads => OfPayloads is not null && Options.HandlerTimeout is null && !Store.Pipeline.Has(DomainEventAction.Loaded);

    /// <summary>What handlers emit and link; null where they cannot.</summary>
    public ProjectionOutput? Output { get; init; }

    /// <summary>What the projection keeps up to date; null where there is nothing but its state.</summary>
    public IReadModel? ReadModel { get; init; }

    /// <summary>How long an idle run may wait until it has to renew its lease.</summary>
    public TimeSpan LongestWait => Options.RenewalThreshold > TimeSpan.Zero ? Options.RenewalThreshold : Options.Lease / 3;

    public async ValueTask<TState> HandleAsync(TState state, DomainEvent domainEvent, CancellationToken cancellationToken)
    {
        if (Options.HandlerTimeout is not { } timeout)
        {
            return await Handle(state, domainEvent, cancellationToken).ConfigureAwait(false);
        }

        var call = new HandlerCall();
        HandlerCall.Current = call;
        ValueTask<TState> handling = Handle(state, domainEvent, cancellationToken);
        HandlerCall.Current = null;
        if (handling.IsCompleted)
        {
            return await handling.ConfigureAwait(false);
        }

        Task<TState> task = handling.AsTask();
        try
        {
            return await task.WaitAsync(timeout, Store.TimeProvider, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            if (task.IsCompleted)
            {
                // It is the handler's own, or the handler has come back right then.
                return await task.ConfigureAwait(false);
            }

            call.LeaveBehind();
            throw new HandlerTimeoutException(Name, domainEvent, timeout);
        }
    }

    /// <summary>Tells whoever waits that a checkpoint is stored, and the middlewares what was appended with it.</summary>
    public async ValueTask SavedAsync(IReadOnlyList<long> positions)
    {
        Store.CheckpointSignal.Set();
        if (Output is not { IsEmpty: false } output)
        {
            return;
        }

        Store.Signal.Set();
        IReadOnlyList<DomainEvent> appended = output.Events;
        output.Clear();
        if (!Store.Pipeline.Has(DomainEventAction.Appended))
        {
            return;
        }

        try
        {
            for (int i = 0; i < positions.Count; i++)
            {
                if (positions[i] > 0)
                {
                    DomainEvent stored = appended[i].With(appended[i].Header with { Position = positions[i] });
                    await Store.Pipeline.RunAsync(DomainEventAction.Appended, stored, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception)
        {
            throw new MiddlewareException([.. positions.Where(position => position > 0)], exception);
        }
    }
}
