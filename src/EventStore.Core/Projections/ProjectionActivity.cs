using EventStore.Providers;

namespace EventStore;

/// <summary>
/// Wakes the projections of one store: by the signal of an append of this process, and for all that happens elsewhere
/// by one look at the storage that they share. Thread-safe.
/// </summary>
internal sealed class ProjectionActivity(StoreEngine store)
{
    private static readonly TimeSpan LeastIdle = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiters = [];
    private readonly HashSet<string> _calledFor = new(StringComparer.Ordinal);
    private TaskCompletionSource _hastens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _interval;
    private bool _looks;
    private int _listens;

    /// <summary>Ends with the next append of this process; to be taken before the head is read.</summary>
    public Task Signal => store.Signal.Next;

    /// <summary>Waits until there may be something to do.</summary>
    /// <param name="lease">The lease of the projection, which is prolonged meanwhile.</param>
    /// <param name="age">How old the lease is, and who has to know when it was prolonged, or could not be.</param>
    /// <param name="seen">The position up to which it has read.</param>
    /// <param name="signal">What <see cref="Signal"/> gave before that.</param>
    /// <param name="pollInterval">How long it may take until something that happens elsewhere is seen.</param>
    /// <param name="longest">When it has to do something all the same.</param>
    /// <param name="cancellationToken">Ends the wait with its exception.</param>
    public async Task WaitAsync(ProjectionLease lease, LeaseAge age, long seen, Task signal, TimeSpan pollInterval, TimeSpan longest, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(lease, age, seen, pollInterval, longest);
        bool begins;
        lock (_lock)
        {
            if (_calledFor.Remove(lease.ProjectionName))
            {
                return;
            }

            _waiters.Add(waiter);
            begins = !_looks;
            _looks = true;
            if (AtLeastIdle(pollInterval) < _interval)
            {
                _hastens.TrySetResult();
            }
        }

        // Both without the context of whoever waits first: an ambient transaction, an activity.
        if (begins)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static activity => _ = activity.LookAsync(), this, preferLocal: false);
        }

        if (Interlocked.Exchange(ref _listens, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static store => _ = store.Log.Projections.ListenAsync(store.Signal.Set, store.Stopping), store, preferLocal: false);
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            TimeSpan left = waiter.Patience - age.SinceRenewal;
            while (left > TimeSpan.Zero)
            {
                Task delay = Task.Delay(left < LongestDelay ? left : LongestDelay, store.TimeProvider, ending.Token);
                bool isOver = await Task.WhenAny(signal, waiter.Task, delay).ConfigureAwait(false) == delay;
                cancellationToken.ThrowIfCancellationRequested();
                left = isOver ? waiter.Patience - age.SinceRenewal : TimeSpan.Zero;
            }
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
            await SleepAsync(interval).ConfigureAwait(false);
            Waiter[] waiting;
            TimeSpan idle;
            lock (_lock)
            {
                if (_waiters.Count == 0 || store.IsDisposed)
                {
                    _looks = false;
                    return;
                }

                waiting = [.. _waiters];
                idle = AtLeastIdle(_waiters.Min(waiter => waiter.PollInterval));
            }

            try
            {
                await RenewAsync(waiting).ConfigureAwait(false);
                ProjectionPulse pulse = await store.Log.Projections.PollAsync([.. waiting.Select(waiter => waiter.ProjectionName)], CancellationToken.None).ConfigureAwait(false);
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

    /// <summary>Waits until the next look, or until somebody comes who wants it sooner than that.</summary>
    private async Task SleepAsync(TimeSpan interval)
    {
        Task hastens;
        lock (_lock)
        {
            if (_hastens.Task.IsCompleted)
            {
                _hastens = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            (_interval, hastens) = (interval, _hastens.Task);
        }

        using var ending = new CancellationTokenSource();
        Task delay = Task.Delay(interval < LongestDelay ? interval : LongestDelay, store.TimeProvider, ending.Token);
        if (await Task.WhenAny(hastens, delay).ConfigureAwait(false) == hastens)
        {
            await ending.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Prolongs the leases whose threshold has passed: as soon as all have come to that, or one has waited long enough
    /// for the others.
    /// </summary>
    private async ValueTask RenewAsync(Waiter[] waiting)
    {
        Waiter[] due = Array.FindAll(waiting, waiter => waiter.IsDue);
        if (due.Length == 0 || (due.Length < waiting.Length && !Array.Exists(due, waiter => waiter.IsUrgent)))
        {
            return;
        }

        // From before the call: the server may have come to it long before its answer came.
        long moment = store.TimeProvider.GetTimestamp();
        IReadOnlySet<string> renewed = await store.Log.Projections.RenewIdleAsync([.. due.Select(waiter => waiter.Lease)], CancellationToken.None).ConfigureAwait(false);
        foreach (Waiter waiter in due)
        {
            waiter.Renewed(renewed.Contains(waiter.ProjectionName), moment);
        }
    }

    private static TimeSpan Longer(TimeSpan interval, TimeSpan idle) => interval < idle / 2 ? interval * 2 : idle;

    private static TimeSpan AtLeastIdle(TimeSpan interval) => interval > LeastIdle ? interval : LeastIdle;

    private static TimeSpan Shorter(TimeSpan idle) => Busy < idle ? Busy : idle;

    private sealed class Waiter(ProjectionLease lease, LeaseAge age, long seen, TimeSpan pollInterval, TimeSpan longest)
    {
        private readonly TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ProjectionLease Lease => lease;

        public string ProjectionName => lease.ProjectionName;

        public long Seen => seen;

        public TimeSpan PollInterval => pollInterval;

        /// <summary>Whether the lease may be prolonged.</summary>
        public bool IsDue => age.SinceRenewal >= longest;

        /// <summary>Whether it has to be, whatever the others' age.</summary>
        public bool IsUrgent => age.SinceRenewal >= longest + Window;

        /// <summary>
        /// How long the run waits without doing anything: the look, which prolongs leases together, comes first where it
        /// comes often.
        /// </summary>
        public TimeSpan Patience => pollInterval <= Window / 4 ? longest + (Window * 2) : longest;

        /// <summary>How much later than due a lease is prolonged, so that it is together with others.</summary>
        private TimeSpan Window => (lease.Duration - longest) / 4;

        public Task Task => _source.Task;

        public void Wake() => _source.TrySetResult();

        /// <summary>Whoever has lost the lease, or could not be told, looks at it himself.</summary>
        public void Renewed(bool isRenewed, long moment)
        {
            if (isRenewed)
            {
                age.Renewed(moment);
                return;
            }

            age.RenewalIsDue();
            Wake();
        }
    }
}
