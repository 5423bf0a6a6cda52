using System.Diagnostics;
using EventStore.Providers;

namespace EventStore;

/// <summary>
/// What has been handled since the last checkpoint, and the checkpoint itself. Either all of a block is stored, or the
/// state and the positions are those of the checkpoint again.
/// </summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ProjectionBlock<TState>(ProjectionDefinition<TState> definition, EventLoop loop, ProjectionLease lease) : ILeaseAge
{
    private readonly StoreEngine _store = definition.Store;
    private readonly ParkedEvents _waiting = new();
    private readonly List<ParkedEvent> _parked = [];
    private readonly List<ParkedEvent> _resumed = [];
    private ReadOnlyMemory<byte>? _storedState;
    private IReadOnlyList<StreamPosition> _storedPositions = [];
    private List<ParkedEvent> _storedParked = [];
    private volatile bool _renewalIsDue;
    private long _renewed = definition.Store.TimeProvider.GetTimestamp();
    private (DomainEvent Event, StreamInfo Stream, long Position)? _last;
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

    /// <summary>Whether the positions are others than those that are stored.</summary>
    public bool HasMoved => !loop.Positions.ToHashSet().SetEquals(_storedPositions);

    /// <summary>Whether what was handled is whole: no handler is in the midst of it.</summary>
    public bool CanBeSaved => IsPending && !_isHandling;

    public TimeSpan SinceRenewal => _renewalIsDue ? TimeSpan.MaxValue : _store.TimeProvider.GetElapsedTime(Volatile.Read(ref _renewed));

    /// <summary>Takes over what is stored.</summary>
    public void Adopt(StoredProjection stored)
    {
        _storedState = stored.State;
        _storedPositions = stored.Positions;
        Revision = stored.Revision;
        Renewed();
        GiveUp();
    }

    /// <summary>Starts over.</summary>
    public void Begin(long revision)
    {
        _storedState = null;
        _storedPositions = [];
        _storedParked = [];
        Revision = revision;
        Renewed();
        GiveUp();
    }

    public void Renewed() => Renewed(_store.TimeProvider.GetTimestamp());

    public void Renewed(long moment)
    {
        Volatile.Write(ref _renewed, moment);
        _renewalIsDue = false;
    }

    public void RenewalIsDue() => _renewalIsDue = true;

    public void SetParked(IReadOnlyList<ParkedEvent> parked)
    {
        _storedParked = [.. parked];
        _waiting.Set(parked);
    }

    public bool WaitsBehindParked(DomainEvent domainEvent) => _waiting.Holds(domainEvent);

    public void Park(ParkedEvent parked)
    {
        _parked.Add(parked);
        _waiting.Add(parked);
        _handled++;
    }

    public void Resumed(ParkedEvent parked) => _resumed.Add(parked);

    /// <summary>Lets the handler have an event; what it throws comes as a <see cref="HandlerFailure"/>.</summary>
    public async ValueTask HandleAsync(DomainEvent domainEvent, StreamInfo stream, long position, CancellationToken cancellationToken)
    {
        _isHandling = true;
        try
        {
            DomainEvent loaded = await _store.Pipeline.RunAsync(DomainEventAction.Loaded, domainEvent, cancellationToken).ConfigureAwait(false);
            State = await definition.HandleAsync(State, loaded, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new HandlerFailure(domainEvent, stream, position, exception);
        }

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

    /// <summary>The same, where the stored state cannot be read either: that is told by what has ended the run.</summary>
    public void GiveUpAtEnd()
    {
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
        byte[] state = definition.StateJson.Write(State);
        IReadOnlyList<StreamPosition> positions = loop.Positions;
        IReadOnlyList<ProjectionAppend> appends = [];
        using var recorder = new EventRecorder(_store.Catalog, _store.Options.MaxEventSize);
        if (definition.Output is { IsEmpty: false } output)
        {
            await output.PreAppendAsync(CancellationToken.None).ConfigureAwait(false);
            appends = output.Record(recorder);
        }

        var checkpoint = new ProjectionCheckpoint
        {
            Lease = lease,
            Revision = Revision,
            State = state,
            Positions = positions,
            Appends = appends,
            Parked = [.. _parked],
            Resumed = [.. _resumed],
            EndsResumption = endsResumption,
            Work = _handled > 0 ? ReadModelCalls.Persist(_store.Log.Projections, definition.ReadModel) : null,
        };
        using Activity? activity = EventStoreTelemetry.Source.StartActivity("eventstore.projection.checkpoint", ActivityKind.Client);
        activity?.SetTag("eventstore.events", _handled);
        ProjectionCheckpointResult result = await StoreAsync(checkpoint).ConfigureAwait(false);
        EventStoreTelemetry.Checkpoints.Add(1);
        EventStoreTelemetry.HandledEvents.Add(_handled);
        Revision++;
        _storedState = state;
        _storedPositions = positions;
        _storedParked.RemoveAll(parked => _resumed.Contains(parked) || _parked.Exists(again => again.EventId == parked.EventId && again.Position == parked.Position));
        _storedParked.AddRange(_parked);
        Renewed();
        Clear();
        await definition.SavedAsync(result.Positions).ConfigureAwait(false);
        return result.Requests;
    }

    /// <summary>Stores what was handled when the run is cancelled; what its read model refuses, the next run meets again.</summary>
    public async ValueTask SaveAtEndAsync()
    {
        try
        {
            await SaveAsync().ConfigureAwait(false);
        }
        catch (HandlerFailure)
        {
            GiveUp();
        }
    }

    private async ValueTask<ProjectionCheckpointResult> StoreAsync(ProjectionCheckpoint checkpoint)
    {
        try
        {
            return await _store.Log.Projections.CheckpointAsync(checkpoint, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ReadModelFailure failure) when (_last is { } last)
        {
            throw new HandlerFailure(last.Event, last.Stream, last.Position, failure.Cause) { IsOfBlock = _handled > 1 };
        }
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
