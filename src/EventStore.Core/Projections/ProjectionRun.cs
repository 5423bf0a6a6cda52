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
    private readonly bool _keepsRunning;
    private readonly PoisonedEvent _poison;
    private readonly ProjectionStep<TState> _step;
    private readonly ProjectionLeaseKeeper _keeper;
    private readonly ParkedResumption<TState> _resumption;
    private readonly ObeyedRequests<TState> _obeyed;
    private readonly Action<TState> _show;
    private bool _hasFailed;

    public ProjectionRun(ProjectionDefinition<TState> definition, bool keepsRunning, RunSignals signals, Action<TState> show)
    {
        _definition = definition;
        _store = definition.Store;
        _options = definition.Options;
        _keepsRunning = keepsRunning;
        _show = show;
        _lease = new ProjectionLease(definition.Name, Guid.CreateVersion7(), _options.Lease);
        _loop = new EventLoop(_store, _options.PageSize ?? _store.Options.PageSize, definition.Name);
        _block = new ProjectionBlock<TState>(definition, _loop, _lease, signals);
        _obeyed = new ObeyedRequests<TState>(definition, _block, _lease, show);
        _poison = new PoisonedEvent(_options, _lease.ProjectionName, _store.Options.Logger);
        _step = new ProjectionStep<TState>(definition, _block, _poison);
        _keeper = new ProjectionLeaseKeeper(_store, _lease, _options, signals);
        _resumption = new ParkedResumption<TState>(_store, _block, _step, _lease.ProjectionName);
    }

    private IProjectionStore Projections => _store.Log.Projections;

    /// <summary>Asks the run to end behind the event in progress.</summary>
    public void Stop() => _block.Stops = true;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // What the handler of another run begins here has a time of its own.
        HandlerCall.Current = null;
        StoredProjection stored = await _keeper.TakeAsync(_definition.Sources.Selection, cancellationToken).ConfigureAwait(false);
        bool isWhole = false;
        try
        {
            await BeginAsync(stored, cancellationToken).ConfigureAwait(false);
            while (!_obeyed.Ends)
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

    private async ValueTask BeginAsync(StoredProjection? stored, CancellationToken cancellationToken)
    {
        switch (stored)
        {
            case null:
                _obeyed.Deleted();
                return;
            case { Status: ProjectionStatus.Stopping }:
                _block.Adopt(stored);
                _obeyed.Ends = true;
                return;
            case { Status: ProjectionStatus.Deleting or ProjectionStatus.DeletingInclEmittedEvents }:
                await _obeyed.DeleteAsync(stored.Status, cancellationToken).ConfigureAwait(false);
                return;
            case { Status: ProjectionStatus.Resetting }:
                await _obeyed.ResetAsync(cancellationToken).ConfigureAwait(false);
                break;
            default:
                _block.Adopt(stored);
                _obeyed.Resumes = stored.Resumes;
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
            if (_obeyed.Resumes)
            {
                _obeyed.Resumes = false;
                await _resumption.RunAsync(_obeyed.ObeyAsync, cancellationToken).ConfigureAwait(false);
                _show(_block.State);
                if (_obeyed.Ends)
                {
                    return;
                }
            }

            long revision = _block.Revision;
            head = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (_keepsRunning && !_obeyed.Ends)
            {
                if (await _keeper.RenewAsync(_block.LeaseAge, hasAsked: _block.Revision != revision, cancellationToken).ConfigureAwait(false) is { } requests
                    && await _obeyed.ObeyAsync(requests, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                await _store.Activity.WaitAsync(_lease, _block.LeaseAge, head, signal, _options.PollInterval, _definition.LongestWait, cancellationToken).ConfigureAwait(false);
            }

            _obeyed.Ends |= !_keepsRunning;
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
            _obeyed.IsReset = false;
            _loop.Columns = _step.Begin();
            try
            {
                long head = await _loop.RunAsync(_definition.Sources, _definition.EventNames, StepAsync, PageEndAsync, cancellationToken).ConfigureAwait(false);
                _poison.Passed();
                await SettleAsync(cancellationToken).ConfigureAwait(false);
                if (!_obeyed.EndsPass && (_block.IsPending || _block.HasMoved || !_block.IsStored))
                {
                    await _obeyed.ObeyAsync(await _block.SaveAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                }

                if (!_obeyed.IsReset)
                {
                    return head;
                }

                if (_obeyed.Ends || !_keepsRunning)
                {
                    _obeyed.Ends = true;
                    return head;
                }
            }
            catch (StoreUnavailableException exception) when (exception.WroteNothing)
            {
                // What it could not do is to read; what the run had written before may be there.
                throw exception.OfRun();
            }
            catch (HandlerFailure failure)
            {
                await SettleAsync(cancellationToken).ConfigureAwait(false);
                if (!_obeyed.EndsPass)
                {
                    _hasFailed = true;
                    GiveUp();
                    await _poison.FailedAsync(failure, _store.TimeProvider, cancellationToken).ConfigureAwait(false);
                    _hasFailed = false;
                }
                else if (_obeyed.Ends || !_keepsRunning)
                {
                    // What has failed was handled ahead, and does not count.
                    _obeyed.Ends = true;
                    return 0;
                }
            }
        }
    }

    private ValueTask<bool> StepAsync(in RecordedEvent row, StreamInfo stream, CancellationToken cancellationToken)
    {
        ValueTask handling = _step.HandleAsync(row, stream, cancellationToken);
        if (!handling.IsCompletedSuccessfully || _step.EndsBlock(row.Position))
        {
            return StepAsync(handling, row.Position, cancellationToken);
        }

        _show(_block.State);
        return new(_obeyed.EndsPass);
    }

    private async ValueTask<bool> StepAsync(ValueTask handling, long position, CancellationToken cancellationToken)
    {
        await handling.ConfigureAwait(false);
        _show(_block.State);
        if (_step.EndsBlock(position))
        {
            _loop.Cover(position);
            if (_step.RunsAhead)
            {
                await ObeyBehindAsync(await _block.SaveBehindAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await _obeyed.ObeyAsync(await _block.SaveAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                _obeyed.Ends |= _block.Stops;
            }
        }

        return _obeyed.EndsPass;
    }

    /// <summary>Stores how far it came where nothing waits to be stored with it: a million events that are not its own are passed once.</summary>
    private async ValueTask<bool> PageEndAsync()
    {
        if (!_block.IsPending && _block.HasMoved && _block.IsStored)
        {
            await _obeyed.ObeyAsync(await _block.SaveAsync().ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
        }

        return _obeyed.EndsPass;
    }

    /// <summary>Waits for the checkpoint that is on its way, and does what was asked with it.</summary>
    private async ValueTask SettleAsync(CancellationToken cancellationToken) =>
        await ObeyBehindAsync(await _block.SettleAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Does what was asked with the checkpoint before: what was handled since then does not count if it ends there.</summary>
    private async ValueTask ObeyBehindAsync(ProjectionRequests? requests, CancellationToken cancellationToken)
    {
        if (requests is not { } asked)
        {
            return;
        }

        if (asked.Status == ProjectionStatus.Stopping)
        {
            GiveUp();
        }

        await _obeyed.ObeyAsync(asked, cancellationToken).ConfigureAwait(false);
    }

    private void GiveUp()
    {
        _block.GiveUp();
        _show(_block.State);
    }

    /// <summary>A connection was cut, or the server is away: wait, and go on behind the last checkpoint.</summary>
    private async ValueTask ComeBackAsync(Exception cause, CancellationToken cancellationToken)
    {
        await _block.AbandonAsync().ConfigureAwait(false);
        Pause pause = ProjectionLeaseKeeper.NewPause();
        while (true)
        {
            StoredProjection? stored = await _keeper.ComeBackAsync(pause, _block.Revision, _obeyed.IsDeleting, cause, cancellationToken).ConfigureAwait(false);
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
            await _block.AbandonAsync().ConfigureAwait(false);
        }

        _show(_block.State);
        if (_obeyed.IsDeleted)
        {
            return;
        }

        await _keeper.ReleaseAsync().ConfigureAwait(false);
    }
}
