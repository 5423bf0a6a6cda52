namespace EventStore.Providers;

/// <summary>
/// The port behind which projections are kept: who runs one, how far it has come, and what it has made of the events.
/// Implementations are thread-safe. Leases are measured on the storage's clock, never on that of a caller.
/// </summary>
/// <remarks>
/// Every method throws <see cref="EventStoreNotInstalledException"/> while the storage is not installed,
/// <see cref="StoreUnavailableException"/> where a server is out of reach, ends the connection or does not answer in
/// time, and <see cref="ObjectDisposedException"/> after disposal of the event log that it belongs to. What the caller's
/// work throws surfaces as it is, as long as the connection stands.
/// </remarks>
public interface IProjectionStore
{
    /// <summary>Takes the lease of a projection: of a free one, of one whose lease is over, and again with the token that holds it.</summary>
    /// <param name="lease">The projection, a token that nobody else has, and for how long.</param>
    /// <param name="sources">What it reads from, kept for the manager; null leaves what is kept, and makes no projection that is missing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The projection as it is stored; null if there is none and <paramref name="sources"/> is null.</returns>
    /// <exception cref="ProjectionAlreadyRunningException">Another token holds the lease.</exception>
    Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken);

    /// <summary>Prolongs the lease by its whole duration from now on.</summary>
    /// <param name="lease">The lease; one that is over and that nobody has taken counts.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked of the projection meanwhile.</returns>
    /// <exception cref="ProjectionLeaseLostException">Another token holds the lease, or the projection is gone.</exception>
    ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Prolongs the leases of projections that idle, in one transaction, without waiting for one that is being written:
    /// what this leaves out, <see cref="RenewAsync"/> prolongs, or tells why not.
    /// </summary>
    /// <param name="leases">The leases.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The names of the projections whose leases were prolonged.</returns>
    ValueTask<IReadOnlySet<string>> RenewIdleAsync(IReadOnlyList<ProjectionLease> leases, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a checkpoint and all that belongs to it, in one transaction, and renews the lease. If anything fails,
    /// nothing of it is kept.
    /// </summary>
    /// <param name="checkpoint">What to store.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked of the projection meanwhile, and the positions of what was appended.</returns>
    /// <exception cref="ProjectionLeaseLostException">Another token holds the lease, or the projection is gone.</exception>
    /// <exception cref="CheckpointAheadOfStoreException">The stored revision is lower than the checkpoint's.</exception>
    /// <exception cref="InvalidOperationException">An event is emitted into a stream that the projection did not make.</exception>
    ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken);

    /// <summary>Gives the lease back, and takes a request to stop away. A lease that somebody else holds stays.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets state, positions and parked events, deletes the stream that the projection has emitted to, and takes a
    /// request to reset away, in one transaction.
    /// </summary>
    /// <param name="lease">The lease, which goes on.</param>
    /// <param name="work">What else belongs to the transaction, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="ProjectionLeaseLostException">Another token holds the lease, or the projection is gone.</exception>
    Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken);

    /// <summary>Deletes the projection, in one transaction.</summary>
    /// <param name="lease">The lease, which is gone with it.</param>
    /// <param name="deletesEmittedEvents">Whether the stream that it has emitted to goes too.</param>
    /// <param name="work">What else belongs to the transaction, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ProjectionLeaseLostException">Another token holds the lease, or the projection is gone.</exception>
    Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken);

    /// <summary>
    /// Asks something of a projection, wherever it runs. A later request takes the place of an earlier one, save that a
    /// deletion is never taken back by a stop or a reset.
    /// </summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="request">To stop, to reset, or to be deleted in one of the two ways.</param>
    /// <param name="onlyIfRunning">Whether one that nobody runs is left alone.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is such a projection.</returns>
    Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken);

    /// <summary>Asks that parked events be handled again, wherever the projection runs.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is such a projection.</returns>
    Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken);

    /// <summary>Lists names of projections in the order of code points: filter, then offset, then limit.</summary>
    /// <param name="query">What to list; categories are of no account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a projection: state and positions of one and the same checkpoint.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The projection, or null if there is none.</returns>
    Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken);

    /// <summary>Lists the parked events of a projection by position.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken);

    /// <summary>Looks, in one round trip, whether anything has happened that projections wait for.</summary>
    /// <param name="projectionNames">The projections that run here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken);

    /// <summary>Listens for what other processes tell of their appends, where the storage can tell it and is asked to.</summary>
    /// <param name="wake">Called when something was appended, or may have been; from any thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A task that ends when it is cancelled, or at once where nothing is told.</returns>
    Task ListenAsync(Action wake, CancellationToken cancellationToken);

    /// <summary>Does work in a transaction of the storage, outside of any checkpoint.</summary>
    /// <param name="work">The work; what it throws surfaces, and nothing of it is kept.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken);

    /// <summary>
    /// Lets a projection take the place of another one, in one transaction: the other is deleted, and this one bears its
    /// name from then on, with its state, positions and parked events.
    /// </summary>
    /// <param name="projectionName">The projection that goes; nobody may run it.</param>
    /// <param name="replacement">The projection that takes its name; nobody may run it.</param>
    /// <param name="work">What else belongs to the transaction, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ProjectionNotFoundException">There is no projection of one of the names.</exception>
    /// <exception cref="ProjectionAlreadyRunningException">Somebody runs one of them.</exception>
    /// <exception cref="InvalidOperationException">One of them has emitted events: their stream bears its name.</exception>
    Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken);

    /// <summary>Whether a failure may be gone at the next try: a connection that was cut, a server that starts.</summary>
    /// <param name="exception">What a method of this port or of its event log has thrown.</param>
    bool IsTransient(Exception exception);
}
