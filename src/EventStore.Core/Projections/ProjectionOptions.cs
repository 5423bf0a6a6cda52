namespace EventStore;

/// <summary>How a projection runs. Immutable; checked when the projector is built.</summary>
public sealed record ProjectionOptions
{
    /// <summary>
    /// After how many handled events a checkpoint is stored, 1 or more; 1,000 by default. What is handled since the last
    /// checkpoint is handled again after a failure. Generated handlers that take payloads alone are up to a block ahead.
    /// </summary>
    public int BlockSize { get; init; } = 1000;

    /// <summary>How many events are read at once, 1 or more; null means the store's page size.</summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// How long an idle projection waits at most until it looks for events of other processes, zero or more; 100
    /// milliseconds by default. All projections of a store share one look, and idle they never look more than ten times
    /// a second. Appends of this process need no look.
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the right to run lasts without being renewed, positive; 30 seconds by default. After a crash, others wait for it to end.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How old the lease has to be before an idle projection renews it: zero or more and less than <see cref="Lease"/>; 10
    /// seconds by default. Projections of one store renew together, some of them later by up to a quarter of what is
    /// left of their lease. Each checkpoint renews it too.
    /// </summary>
    public TimeSpan RenewalThreshold { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a handler may take, positive; null, the default, means as long as it likes. Only an asynchronous handler
    /// can be left behind; what it stacks, emits or links after that is refused with an <see cref="InvalidOperationException"/>.
    /// </summary>
    public TimeSpan? HandlerTimeout { get; init; }

    /// <summary>What happens with an event that cannot be handled: the run stops, by default.</summary>
    public PoisonPolicy PoisonPolicy { get; init; }

    /// <summary>How often a failed event is tried again before the policy's end, 0 or more; 3 by default. With <see cref="EventStore.PoisonPolicy.Stop"/> it is of no account.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first repetition, zero or more; each further one doubles it, up to a minute. 100 milliseconds by default.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BlockSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PageSize ?? 1, 1, nameof(PageSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(PollInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Lease, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(RenewalThreshold, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(RenewalThreshold, Lease);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(HandlerTimeout ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(HandlerTimeout));
        ArgumentOutOfRangeException.ThrowIfNegative(Retries);
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryDelay, TimeSpan.Zero);
        if (!Enum.IsDefined(PoisonPolicy))
        {
            throw new ArgumentOutOfRangeException(nameof(PoisonPolicy), PoisonPolicy, "There is no such policy.");
        }
    }
}
