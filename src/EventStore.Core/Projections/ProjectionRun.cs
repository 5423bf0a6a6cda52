using EventStore.Providers;

namespace EventStore;

/// <summary>
/// One run of a projection, from taking the lease to giving it back: the state and the positions of the last
/// checkpoint, the block in progress, and what is asked of it meanwhile.
/// </summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ProjectionRun<TState>
{
    private readonly ProjectionDefinition<TState> _definition;
    private readonly StoreEngine _store;
    private readonly ProjectionOptions _options;
    private readonly ProjectionLease _lease;
    private readonly ProjectionBlock<TState> _block;
    private readonly EventLoop _loop;
    private readonly IReadOnlyList<string>? _eventNames;
    private readonly EventSources _sources;
    private readonly bool _keepsRunning;
    private readonly PoisonedEvent _poison;
    private readonly ProjectionLeaseKeeper _keeper;
    private readonly ParkedResumption<TState> _resumption;
    private readonly Action<TState> _show;
    private bool _hasFailed;
    private bool _isReset;
    private bool _isDeleted;
    private bool _ends;
    private bool _resumes;

    public ProjectionRun(ProjectionDefinition<TState> definition, bool keepsRunning, Action<TState> show)
    {
        _definition = definition;
        _store = definition.Store;
        _options = definition.Options;
        _keepsRunning = keepsRunning;
        _show = show;
        _lease = new ProjectionLease(definition.Name, Guid.CreateVersion7(), _options.Lease);
        _sources = definition.Sources;
        _eventNames = definition.EventNames;
        _loop = new EventLoop(_store, _options.PageSize ?? _store.Options.PageSize, definition.Name, definition.ReadsMetadata);
        _block = new ProjectionBlock<TState>(definition, _loop, _lease);
        _poison = new PoisonedEvent(_options, _lease.ProjectionName, _store.Options.Logger);
        _keeper = new ProjectionLeaseKeeper(_store, _lease, _options);
        _resumption = new ParkedResumption<TState>(_store, _block, _lease.ProjectionName);
    }

    private IProjectionStore Projections => _store.Log.Projections;

    /// <summary>Asks the run to end behind the event in progress.</summary>
    public void Stop() => _block.Stops = true;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        StoredProjection stored = (await Projections.AcquireAsync(_lease, _sources.Selection, cancellationToken).ConfigureAwait(false))!;
        bool isWhole = false;
        try
        {
            await BeginAsync(stored, cancellationToken).ConfigureAwait(false);
            while (!_ends)
            {
                await FollowAsync(cancellationToken).ConfigureAwait(false);
            }

            isWhole = true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && _block.CanBeSaved)
        {
            await _block.SaveAtEndAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            await EndAsync(isWhole).ConfigureAwait(false);
        }
    }

    private async ValueTask BeginAsync(StoredProjection stored, CancellationToken cancellationToken)
    {
        switch (stored.Status)
        {
            case ProjectionStatus.Stopping:
                _block.Adopt(stored);
                _ends = true;
                return;
            case ProjectionStatus.Deleting or ProjectionStatus.DeletingInclEmittedEvents:
                await DeleteAsync(stored.Status, cancellationToken).ConfigureAwait(false);
                return;
            case ProjectionStatus.Resetting:
                await ResetAsync(cancellationToken).ConfigureAwait(false);
                break;
            default:
                _block.Adopt(stored);
                _resumes = stored.Resumes;
                break;
        }

        await ReadModelCalls.InitAsync(Projections, _definition.ReadModel, cancellationToken).ConfigureAwait(false);
        _block.SetParked(stored.ParkedEvents == 0 ? [] : await Projections.FetchParkedAsync(_lease.ProjectionName, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads to the head of now, stores what came of it, and waits for more if it is to go on.</summary>
    private async ValueTask FollowAsync(CancellationToken cancellationToken)
    {
        Task signal = _store.Activity.Signal;
        long head;
        try
        {
            if (_resumes)
            {
                _resumes = false;
                await _resumption.RunAsync(ObeyAsync, cancellationToken).ConfigureAwait(false);
                _show(_block.State);
                if (_ends)
                {
                    return;
                }
            }

            long revision = _block.Revision;
            head = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (_keepsRunning && !_ends)
            {
                if (await _keeper.RenewAsync(_block, hasAsked: _block.Revision != revision, cancellationToken).ConfigureAwait(false) is { } requests
                    && await ObeyAsync(requests, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                await _store.Activity.WaitAsync(_lease, _block, head, signal, _options.PollInterval, _definition.LongestWait, cancellationToken).ConfigureAwait(false);
            }

            _ends |= !_keepsRunning;
        }
        catch (Exception exception) when (_keepsRunning && !_hasFailed && Projections.IsTransient(exception))
        {
            await ComeBackAsync(exception, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<long> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _isReset = false;
            try
            {
                long head = await _loop.RunAsync(_sources, _eventNames, StepAsync, PageEndAsync, cancellationToken).ConfigureAwait(false);
                if (!_ends && !_isReset && (_block.IsPending || _block.HasMoved || !_block.IsStored))
                {
                    await ObeyAsync(await _block.SaveAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                }

                if (!_isReset)
                {
                    return head;
                }

                if (_ends || !_keepsRunning)
                {
                    _ends = true;
                    return head;
                }
            }
            catch (HandlerFailure failure)
            {
                _hasFailed = true;
                _block.GiveUp();
                _show(_block.State);
                await _poison.FailedAsync(failure, _store.TimeProvider, cancellationToken).ConfigureAwait(false);
                _hasFailed = false;
            }
        }
    }

    private ValueTask<bool> StepAsync(in RecordedEvent row, StreamInfo stream, CancellationToken cancellationToken)
    {
        DomainEvent domainEvent = _store.Reader.Read(row, stream.Name);
        return StepAsync(domainEvent, stream, row.Position, cancellationToken);
    }

    private async ValueTask<bool> StepAsync(DomainEvent domainEvent, StreamInfo stream, long position, CancellationToken cancellationToken)
    {
        bool isSuspect = _poison.IsSuspect(position);
        if (_block.WaitsBehindParked(domainEvent))
        {
            _block.Park(ParkedEvents.Of(domainEvent, stream, position, null, 0));
        }
        else if (_poison.TakeParked(position) is { } parked)
        {
            _block.Park(parked);
        }
        else
        {
            await _block.HandleAsync(domainEvent, stream, position, cancellationToken).ConfigureAwait(false);
            _show(_block.State);
        }

        if (_block.Stops || isSuspect || _block.IsFull)
        {
            _loop.Cover(position);
            await ObeyAsync(await _block.SaveAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            _ends |= _block.Stops;
        }

        return _ends || _isReset;
    }

    /// <summary>Stores how far it came where nothing waits to be stored with it: a million events that are not its own are passed once.</summary>
    private async ValueTask<bool> PageEndAsync()
    {
        if (!_block.IsPending && _block.HasMoved && _block.IsStored)
        {
            await ObeyAsync(await _block.SaveAsync().ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
        }

        return _ends || _isReset;
    }

    /// <summary>Does what was asked; true if the pass ends with it.</summary>
    private async ValueTask<bool> ObeyAsync(ProjectionRequests requests, CancellationToken cancellationToken)
    {
        _resumes |= requests.Resumes;
        switch (requests.Status)
        {
            case ProjectionStatus.Stopping:
                _ends = true;
                break;
            case ProjectionStatus.Resetting:
                await ResetAsync(cancellationToken).ConfigureAwait(false);
                await ReadModelCalls.InitAsync(Projections, _definition.ReadModel, cancellationToken).ConfigureAwait(false);
                _isReset = true;
                break;
            case ProjectionStatus.Deleting or ProjectionStatus.DeletingInclEmittedEvents:
                await DeleteAsync(requests.Status, cancellationToken).ConfigureAwait(false);
                break;
            default:
                break;
        }

        return _ends || _isReset;
    }

    private async ValueTask ResetAsync(CancellationToken cancellationToken)
    {
        CheckpointWork? work = ReadModelCalls.Reset(_definition.ReadModel);
        _block.Begin(await Projections.ResetAsync(_lease, work, cancellationToken).ConfigureAwait(false));
        _show(_block.State);
    }

    private async ValueTask DeleteAsync(ProjectionStatus request, CancellationToken cancellationToken)
    {
        bool deletesAll = request == ProjectionStatus.DeletingInclEmittedEvents;
        await Projections.DeleteAsync(_lease, deletesAll, deletesAll ? ReadModelCalls.Delete(_definition.ReadModel) : null, cancellationToken).ConfigureAwait(false);
        _block.Begin(0);
        _show(_block.State);
        _isDeleted = true;
        _ends = true;
    }

    /// <summary>A connection was cut, or the server is away: wait, and go on behind the last checkpoint.</summary>
    private async ValueTask ComeBackAsync(Exception cause, CancellationToken cancellationToken)
    {
        _block.GiveUp();
        while (true)
        {
            StoredProjection stored = await _keeper.ComeBackAsync(_block.Revision, cause, cancellationToken).ConfigureAwait(false);
            try
            {
                await BeginAsync(stored, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (Projections.IsTransient(exception))
            {
                cause = exception;
            }
        }
    }

    private async ValueTask EndAsync(bool isWhole)
    {
        if (!isWhole)
        {
            _block.GiveUpAtEnd();
        }

        _show(_block.State);
        if (_isDeleted)
        {
            return;
        }

        await _keeper.ReleaseAsync().ConfigureAwait(false);
    }
}
