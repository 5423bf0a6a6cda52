using EventStore.Providers;

namespace EventStore;

/// <summary>
/// What projectors and read-model projectors have in common: to run, to stop, to start over, to go. One run at a time;
/// stopping, resetting and deleting may come from any thread, and from handlers.
/// </summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ProjectionControl<TState>(StoreEngine store, string name, ProjectionOptions options, Func<TState>? init)
{
    private static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(30);

    private Func<TState>? _init = init;
    private ProjectionRun<TState>? _run;
    private TState? _state;
    private bool _hasState;
    private RunSignals? _signals;

    public StoreEngine Store => store;

    public string Name => name;

    public ProjectionOptions Options => options;

    public bool IsRunning => Volatile.Read(ref _signals) is not null;

    public ProjectionStatus Status => IsRunning ? ProjectionStatus.Running : ProjectionStatus.Idle;

    public TState State => _hasState ? _state! : Init();

    private IProjectionStore Projections => store.Log.Projections;

    public TState Init() => (_init ?? throw Missing("init function", "Init"))();

    public void SetInit(Func<TState> init)
    {
        ArgumentNullException.ThrowIfNull(init);
        EnsureNotRunning();
        _init = _init is null ? init : throw new InvalidOperationException("The projection has an init function already. Give it once.");
    }

    public void EnsureNotRunning()
    {
        if (IsRunning)
        {
            throw Running();
        }
    }

    public EventSources Resolve(EventSources? sources)
    {
        store.EnsureNotDisposed();
        EventSources resolved = (sources ?? throw Missing("source", "FromStream, FromStreams, FromCategory, FromCategories or FromAll")).Resolve(store.Catalog);
        return resolved.Selection.Names.Contains(name)
            ? throw new InvalidOperationException($"The projection '{name}' reads the stream of its own name, to which it would emit: it would feed itself. Give the projection another name.")
            : resolved;
    }

    public async Task RunAsync(Func<ProjectionDefinition<TState>> define, bool keepRunning, CancellationToken cancellationToken)
    {
        var signals = new RunSignals();
        if (Interlocked.CompareExchange(ref _signals, signals, null) is not null)
        {
            throw Running();
        }

        try
        {
            ProjectionDefinition<TState> definition = define();
            definition.StateJson.Resolve(store.Catalog);
            _ = definition.Init();
            await store.RunAsync(name, token => RunAsync(definition, keepRunning, signals, token), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _signals, null);
            signals.Began();
        }
    }

    /// <summary>Ends the run of this object; one elsewhere is asked to end.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        store.EnsureNotDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _signals) is { } own)
        {
            own.Stop();
            store.Activity.Wake(name);
        }
        else
        {
            await Projections.RequestAsync(name, ProjectionStatus.Stopping, onlyIfRunning: true, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task ResetAsync(IReadModel? readModel, CancellationToken cancellationToken)
    {
        store.EnsureNotDisposed();
        if (await TryOwnAsync(cancellationToken).ConfigureAwait(false) is { } lease)
        {
            try
            {
                await Projections.ResetAsync(lease, ReadModelCalls.Reset(readModel), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                PageAhead.NoteDeletion();
                await OwnLease.GiveBackAsync(store, lease).ConfigureAwait(false);
            }

            _hasState = false;
        }
        else
        {
            await AskAsync(ProjectionStatus.Resetting, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task DeleteAsync(IReadModel? readModel, bool deletesAll, CancellationToken cancellationToken)
    {
        store.EnsureNotDisposed();
        if (await TryOwnAsync(cancellationToken).ConfigureAwait(false) is { } lease)
        {
            try
            {
                await Projections.DeleteAsync(lease, deletesAll, deletesAll ? ReadModelCalls.Delete(readModel) : null, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await OwnLease.GiveBackAsync(store, lease).ConfigureAwait(false);
                throw;
            }
            finally
            {
                PageAhead.NoteDeletion();
            }

            _hasState = false;
        }
        else
        {
            await AskAsync(deletesAll ? ProjectionStatus.DeletingInclEmittedEvents : ProjectionStatus.Deleting, cancellationToken).ConfigureAwait(false);
        }
    }

    public static InvalidOperationException Missing(string what, string method) => new($"The projection has no {what}. Call {method} before.");

    private static InvalidOperationException Running() => new("The projection runs. Wait for it, or make another object: one object runs once at a time.");

    private async Task RunAsync(ProjectionDefinition<TState> definition, bool keepRunning, RunSignals signals, CancellationToken cancellationToken)
    {
        var run = new ProjectionRun<TState>(definition, keepRunning, signals, Show);
        Volatile.Write(ref _run, run);
        store.Options.Logger.RunBegan(name);
        try
        {
            await run.RunAsync(cancellationToken).ConfigureAwait(false);
            store.Options.Logger.RunEnded(name);
        }
        catch (ProjectionLeaseLostException)
        {
            EventStoreTelemetry.LostLeases.Add(1);
            store.Options.Logger.LeaseLost(name);
            throw;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not ProjectionAlreadyRunningException)
        {
            store.Options.Logger.RunFailed(exception, name, exception.Message);
            throw;
        }
        finally
        {
            Volatile.Write(ref _run, null);
        }
    }

    private void Show(TState state) => (_state, _hasState) = (state, true);

    public void StopHere() => Volatile.Read(ref _run)?.Stop();

    private async ValueTask AskAsync(ProjectionStatus request, CancellationToken cancellationToken)
    {
        await Projections.RequestAsync(name, request, onlyIfRunning: false, cancellationToken).ConfigureAwait(false);
        store.Activity.Wake(name);
    }

    /// <summary>The lease of a projection that nobody runs; null if it runs, or does not exist.</summary>
    private async ValueTask<ProjectionLease?> TryOwnAsync(CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _signals) is { } own)
        {
            // Until the run has its lease there may be nothing to ask, and nothing to own either.
            await own.Begun.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (Volatile.Read(ref _signals) == own)
            {
                return null;
            }
        }

        var lease = new ProjectionLease(name, Guid.CreateVersion7(), ShortLease);
        try
        {
            return await OwnLease.TakeAsync(store, lease, null, cancellationToken).ConfigureAwait(false) is null ? null : lease;
        }
        catch (ProjectionAlreadyRunningException)
        {
            return null;
        }
    }
}
