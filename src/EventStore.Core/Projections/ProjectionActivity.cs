using EventStore.Providers;

namespace EventStore;

/// <summary>
/// Wakes the projections of one store: by the signal of an append of this process, and for all that happens elsewhere
/// by one look at the storage that they share. Thread-safe.
/// </summary>
internal sealed class ProjectionActivity(StoreEngine store)
{
    private static readonly TimeSpan LeastIdle = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiters = [];
    private readonly HashSet<string> _calledFor = new(StringComparer.Ordinal);
    private bool _looks;
    private int _listens;

    /// <summary>Ends with the next append of this process; to be taken before the head is read.</summary>
    public Task Signal => store.Signal.Next;

    /// <summary>Waits until there may be something to do.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="seen">The position up to which it has read.</param>
    /// <param name="signal">What <see cref="Signal"/> gave before that.</param>
    /// <param name="pollInterval">How long it may take until something that happens elsewhere is seen.</param>
    /// <param name="longest">When it has to do something all the same.</param>
    /// <param name="cancellationToken">Ends the wait with its exception.</param>
    public async Task WaitAsync(string projectionName, long seen, Task signal, TimeSpan pollInterval, TimeSpan longest, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(projectionName, seen, pollInterval);
        bool begins;
        lock (_lock)
        {
            if (_calledFor.Remove(projectionName))
            {
                return;
            }

            _waiters.Add(waiter);
            begins = !_looks;
            _looks = true;
        }

        if (begins)
        {
            _ = LookAsync();
        }

        if (Interlocked.Exchange(ref _listens, 1) == 0)
        {
            _ = store.Log.Projections.ListenAsync(store.Signal.Set, store.Stopping);
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Task.WhenAny(signal, waiter.Task, Task.Delay(longest, store.TimeProvider, ending.Token)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            lock (_lock)
            {
                _waiters.Remove(waiter);
            }
        }
    }

    /// <summary>Wakes a projection of this process, because something was asked of it.</summary>
    /// <remarks>One that is about to wait does not wait then.</remarks>
    public void Wake(string projectionName)
    {
        lock (_lock)
        {
            if (!Wake(waiter => waiter.ProjectionName == projectionName))
            {
                _calledFor.Add(projectionName);
            }
        }
    }

    private bool Wake(Predicate<Waiter> isConcerned)
    {
        lock (_lock)
        {
            Waiter[] concerned = [.. _waiters.Where(waiter => isConcerned(waiter))];
            Array.ForEach(concerned, waiter => waiter.Wake());
            return concerned.Length > 0;
        }
    }

    private async Task LookAsync()
    {
        long last = -1;
        TimeSpan interval = LeastIdle;
        while (true)
        {
            await Task.Delay(interval, store.TimeProvider).ConfigureAwait(false);
            string[] names;
            TimeSpan idle;
            lock (_lock)
            {
                if (_waiters.Count == 0 || store.IsDisposed)
                {
                    _looks = false;
                    return;
                }

                names = [.. _waiters.Select(waiter => waiter.ProjectionName)];
                TimeSpan shortest = _waiters.Min(waiter => waiter.PollInterval);
                idle = shortest > LeastIdle ? shortest : LeastIdle;
            }

            try
            {
                ProjectionPulse pulse = await store.Log.Projections.PollAsync(names, CancellationToken.None).ConfigureAwait(false);
                interval = pulse.Position == last ? Longer(interval, idle) : last < 0 ? idle : Shorter(idle);
                last = pulse.Position;
                Wake(waiter => pulse.Position != waiter.Seen || pulse.Requested.Contains(waiter.ProjectionName));
            }
            catch (Exception)
            {
                // Whoever waits meets the failure itself, and knows what to do with it.
                interval = idle;
                Wake(_ => true);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan interval, TimeSpan idle) => interval * 2 < idle ? interval * 2 : idle;

    private static TimeSpan Shorter(TimeSpan idle) => Busy < idle ? Busy : idle;

    private sealed class Waiter(string projectionName, long seen, TimeSpan pollInterval)
    {
        private readonly TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string ProjectionName => projectionName;

        public long Seen => seen;

        public TimeSpan PollInterval => pollInterval;

        public Task Task => _source.Task;

        public void Wake() => _source.TrySetResult();
    }
}
