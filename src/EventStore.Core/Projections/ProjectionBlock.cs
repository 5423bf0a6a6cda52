using System.Diagnostics;
using EventStore.Providers;

namespace EventStore;

/// <summary>
/// What has been handled since the last checkpoint, and the checkpoint itself. Either all of a block is stored, or the
/// state and the positions are those of the checkpoint again.
/// </summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ProjectionBlock<TState>(ProjectionDefinition<TState> definition, EventLoop loop, ProjectionLease lease, RunSignals signals)
{
    private readonly StoreEngine _store = definition.Store;
    private readonly ParkedEvents _waiting = new();
    private readonly List<ParkedEvent> _parked = [];
    private readonly List<ParkedEvent> _resumed = [];
    private ReadOnlyMemory<byte>? _storedState;
    private IReadOnlyList<StreamPosition> _storedPositions = [];
    private List<ParkedEvent> _storedParked = [];
    private PendingCheckpoint? _pending;
    private (DomainEvent? Event, StreamInfo Stream, long Position)? _last;
    private int _handled;
    private bool _isHandling;

    public TState State { get; private set; } = default!;

    public long Revision { get; private set; }

    /// <summary>Whether a handler has asked for the end.</summary>
    public bool Stops { get; set; }

    /// <summary>Whether anything was handled that is not stored.</summary>
    public bool IsPending => _handled > 0 || _resumed.Count > 0;

    public bool IsFull => _handled >= definition.Options.BlockSize;

    /// <summary>Whether there is a checkpoint at all.</summary>
    public bool IsStored => _storedState is not null;

    /// <summary>Whether the positions are others than those that are stored, or on their way.</summary>
    public bool HasMoved => !loop.Positions.ToHashSet().SetEquals(_pending?.Checkpoint.Positions ?? _storedPositions);

    /// <summary>Whether something was handled that can be stored, or is on its way.</summary>
    public bool CanBeSaved => _pending is not null || (IsPending && !_isHandling);

    public LeaseAge LeaseAge { get; } = new(definition.Store.TimeProvider);

    /// <summary>Takes over what is stored.</summary>
    public void Adopt(StoredProjection stored)
    {
        _storedState = stored.State;
        _storedPositions = stored.Positions;
        Revision = stored.Revision;
        LeaseAge.Renewed();
        GiveUp();
    }

    /// <summary>Starts over.</summary>
    public void Begin(long revision)
    {
        _storedState = null;
        _storedPositions = [];
        _storedParked = [];
        Revision = revision;
        LeaseAge.Renewed();
        GiveUp();
    }

    public void SetParked(IReadOnlyList<ParkedEvent> parked)
    {
        _storedParked = [.. parked];
        _waiting.Set(parked);
    }

    /// <summary>Whether an event may have to wait behind a parked one.</summary>
    public bool HasParked => !_waiting.IsEmpty;

    public bool WaitsBehindParked(DomainEvent domainEvent) => _waiting.Holds(domainEvent);

    public void Park(ParkedEvent parked)
    {
        _parked.Add(parked);
        _waiting.Add(parked);
        _handled++;
    }

    public void Resumed(ParkedEvent parked) => _resumed.Add(parked);

    /// <summary>A handler begins: until it has ended, the block is not whole.</summary>
    public void Handling() => _isHandling = true;

    /// <summary>An event was handled.</summary>
    /// <param name="state">What came of it.</param>
    /// <param name="domainEvent">The event; null if it was not made of its row.</param>
    /// <param name="stream">Its stream.</param>
    /// <param name="position">Its position.</param>
    public void Handled(TState state, DomainEvent? domainEvent, StreamInfo stream, long position)
    {
        State = state;
        _isHandling = false;
        _last = (domainEvent, stream, position);
        _handled++;
    }

    /// <summary>Forgets what was handled since the checkpoint.</summary>
    public void GiveUp()
    {
        State = _storedState is { } stored && definition.StateJson.IsStored ? definition.StateJson.Read(stored) : definition.Init();
        loop.MoveTo(_storedPositions);
        _waiting.Set(_storedParked);
        Clear();
        definition.Output?.Clear();
        definition.ReadModel?.ClearStack();
    }

    /// <summary>
    /// The same where something has interrupted the run: that is what its caller has to know, and not what becomes of a
    /// checkpoint on its way, or that the stored state cannot be read either.
    /// </summary>
    public async ValueTask AbandonAsync()
    {
        try
        {
            await SettleAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Whoever comes back learns from the storage what it has.
        }

        try
        {
            GiveUp();
        }
        catch (ProjectionStateException)
        {
            State = definition.Init();
        }
    }

    /// <summary>Stores state, positions, what was emitted and the rows of the read model, all or nothing.</summary>
    public async ValueTask<ProjectionRequests> SaveAsync(bool endsResumption = false)
    {
        // What is asked with the one before is asked again with this one: a request stands until it is obeyed.
        await SettleAsync().ConfigureAwait(false);
        return await CompleteAsync(await BeginAsync(endsResumption).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>
    /// Begins to store the block, which has nothing but a state, and does not wait for it: the next one is handled
    /// meanwhile. If something was asked of the projection with the block before, the caller gets that instead.
    /// </summary>
    public async ValueTask<ProjectionRequests?> SaveBehindAsync()
    {
        ProjectionRequests? requests = await SettleAsync().ConfigureAwait(false);
        if (requests is null or { Status: ProjectionStatus.Running })
        {
            _pending = await BeginAsync(endsResumption: false).ConfigureAwait(false);
        }

        return requests;
    }

    /// <summary>Waits for the checkpoint that is on its way, if there is one.</summary>
    public async ValueTask<ProjectionRequests?> SettleAsync()
    {
        if (_pending is not { } pending)
        {
            return null;
        }

        _pending = null;
        return await CompleteAsync(pending).ConfigureAwait(false);
    }

    /// <summary>Stores what was handled when the run is cancelled; what cannot be stored, the next run meets again.</summary>
    public async ValueTask SaveAtEndAsync()
    {
        try
        {
            _ = IsPending && !_isHandling ? await SaveAsync().ConfigureAwait(false) : await SettleAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HandlerFailure or ProjectionStateException)
        {
            // Its caller has cancelled, and is told that; the run gives up what is not stored.
        }
    }

    /// <summary>Takes what was handled for a checkpoint, and begins to store it. A state that cannot be written has failed as a handler has.</summary>
    private async ValueTask<PendingCheckpoint> BeginAsync(bool endsResumption)
    {
        byte[] state;
        try
        {
            state = definition.StateJson.Write(State);
        }
        catch (ProjectionStateException exception) when (_last is not null)
        {
            throw await FailureAsync(_last.Value, _handled, exception).ConfigureAwait(false);
        }

        var checkpoint = new ProjectionCheckpoint
        {
            Lease = lease,
            Revision = Revision,
            State = state,
            Positions = loop.Positions,
            Parked = [.. _parked],
            Resumed = [.. _resumed],
            EndsResumption = endsResumption,
            Work = _handled > 0 ? ReadModelCalls.Persist(_store.Log.Projections, definition.ReadModel) : null,
        };
        var pending = new PendingCheckpoint(checkpoint, _handled, _store.TimeProvider.GetTimestamp(), StoreAsync(checkpoint, _handled, _last));
        Clear();
        return pending;
    }

    private async Task<ProjectionCheckpointResult> StoreAsync(ProjectionCheckpoint checkpoint, int handled, (DomainEvent? Event, StreamInfo Stream, long Position)? last)
    {
        using var recorder = new EventRecorder(_store.Catalog, _store.Options.MaxEventSize);
        if (definition.Output is { IsEmpty: false } output)
        {
            try
            {
                await output.PreAppendAsync(CancellationToken.None).ConfigureAwait(false);
                checkpoint = checkpoint with { Appends = output.Record(recorder) };
            }
            catch (Exception exception) when (last is not null && !_store.Log.Projections.IsTransient(exception))
            {
                // What cannot be stored is the fault of the handler that emitted it.
                throw await FailureAsync(last.Value, handled, exception).ConfigureAwait(false);
            }
        }

        using Activity? activity = EventStoreTelemetry.Source.StartActivity("eventstore.projection.checkpoint", ActivityKind.Client);
        activity?.SetTag("eventstore.events", handled);
        try
        {
            return await _store.Log.Projections.CheckpointAsync(checkpoint, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (last is not null && CauseOf(exception) is not null)
        {
            throw await FailureAsync(last.Value, handled, CauseOf(exception)!).ConfigureAwait(false);
        }
    }

    private async ValueTask<HandlerFailure> FailureAsync((DomainEvent? Event, StreamInfo Stream, long Position) last, int handled, Exception cause)
    {
        DomainEvent? domainEvent = last.Event ?? await EventLookup.TryReadAsync(_store, last.Stream, last.Position).ConfigureAwait(false);
        return new HandlerFailure(domainEvent, last.Stream, last.Position, cause) { IsOfBlock = handled > 1 || domainEvent is null };
    }

    /// <summary>What a read model has failed with for good; null if it was not the read model.</summary>
    private Exception? CauseOf(Exception exception) => exception switch
    {
        ReadModelFailure failure => failure.Cause,

        // A constraint that is deferred: what the server answers behind the work, it answers to the work.
        CheckpointRefusedException when definition.ReadModel is ITransactionalReadModel => exception,
        _ => null,
    };

    /// <summary>Waits until a checkpoint is stored: from then on it is the last one.</summary>
    private async ValueTask<ProjectionRequests> CompleteAsync(PendingCheckpoint pending)
    {
        ProjectionCheckpointResult result = await pending.Storing.ConfigureAwait(false);
        EventStoreTelemetry.Checkpoints.Add(1);
        EventStoreTelemetry.HandledEvents.Add(pending.Handled);
        ProjectionCheckpoint stored = pending.Checkpoint;
        Revision++;
        _storedState = stored.State;
        _storedPositions = stored.Positions;
        _storedParked.RemoveAll(parked => stored.Resumed.Contains(parked) || stored.Parked.Any(again => again.EventId == parked.EventId && again.Position == parked.Position));
        _storedParked.AddRange(stored.Parked);
        LeaseAge.Renewed(pending.Begun);
        await definition.SavedAsync(result.Positions).ConfigureAwait(false);
        return signals.WhatIsAsked(result.Requests);
    }

    private void Clear()
    {
        _last = null;
        _handled = 0;
        _isHandling = false;
        _parked.Clear();
        _resumed.Clear();
    }
}
