namespace EventStore.Providers;

/// <summary>
/// The port behind which events are kept: streams, appends and pages of rows. Implementations are thread-safe. The
/// engine has checked every argument, written every payload and refused what cannot be stored before it calls.
/// </summary>
/// <remarks>
/// Every method but <see cref="InstallAsync"/> throws <see cref="EventStoreNotInstalledException"/> while the storage
/// is not installed. Every one throws <see cref="StoreUnavailableException"/> where a server is out of reach, ends the
/// connection or does not answer in time, and <see cref="ObjectDisposedException"/> after disposal. What a driver throws
/// does not surface, save within a transaction of the caller's.
/// </remarks>
public interface IEventLog : IAsyncDisposable
{
    /// <summary>Where the projections of this storage are kept.</summary>
    /// <exception cref="InvalidOperationException">The log is within a transaction of the caller's, which projections cannot join.</exception>
    IProjectionStore Projections { get; }

    /// <summary>Makes the storage ready. May be called again, and by several callers at once.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task InstallAsync(CancellationToken cancellationToken);

    /// <summary>Creates an empty stream, all of it or nothing.</summary>
    /// <param name="streamName">A name that follows the rules.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StreamAlreadyExistsException">There is one of that name.</exception>
    Task CreateStreamAsync(string streamName, CancellationToken cancellationToken);

    /// <summary>Deletes a stream and its events.</summary>
    /// <param name="streamName">The stream.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StreamNotFoundException">There is none of that name.</exception>
    Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken);

    /// <summary>Tells whether a stream exists.</summary>
    /// <param name="streamName">The stream.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken);

    /// <summary>Lists names of streams or categories in the order of code points: filter, then offset, then limit.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Reads up to where a reader may go, and then which of the streams exist that it asks for: every event at or
    /// below the position that will ever be visible there is in one of these streams.
    /// </summary>
    /// <param name="selection">Which streams.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A position below every append that is still open, and below every one that begins later: a follower that has
    /// read to it has missed nothing.
    /// </returns>
    ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken);

    /// <summary>Reads one page of events from one or several streams, merged by position.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page, which the caller disposes.</returns>
    /// <exception cref="StreamNotFoundException">A stream does not exist, or it is not the one whose id was asked for.</exception>
    ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken);

    /// <summary>Reads one page of the history of an aggregate in the order of its versions, links left out.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page, which the caller disposes.</returns>
    /// <exception cref="StreamNotFoundException">The stream does not exist, or it is not the one whose id was asked for.</exception>
    ValueTask<EventPage> ReadAggregateAsync(AggregateReadRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Appends units, each all or nothing and independent of the others. A unit whose ids are all known at their
    /// places succeeds with its first positions.
    /// </summary>
    /// <param name="units">The units, none of them empty. Their memory is the caller's again when the task ends.</param>
    /// <param name="cancellationToken">Cancels what has not been sent yet.</param>
    /// <returns>An outcome for each unit, in their order. A refused unit is an outcome, not an exception; so is one that found no server, of which nothing is written.</returns>
    ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken);
}
