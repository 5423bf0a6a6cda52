using EventStore.Providers;

namespace EventStore;

/// <summary>
/// Looks at projections and steers them, wherever they run: a request is stored, and whoever runs the projection obeys it
/// with its next checkpoint, or when it runs next. Thread-safe.
/// </summary>
/// <remarks>
/// Every method that names a projection throws <see cref="ProjectionNotFoundException"/> if there is none, save
/// <see cref="ProjectionExistsAsync"/>. Every method throws <see cref="StoreUnavailableException"/> where the server is
/// out of reach, ends the connection or does not answer in time, and <see cref="ObjectDisposedException"/> after disposal
/// of the store. Null, empty or white space as a name is an <see cref="ArgumentException"/>.
/// </remarks>
public interface IProjectionManager
{
    /// <summary>Lists names of projections in the order of code points: filter first, then offset, then limit.</summary>
    /// <param name="filter">The whole name, or null for all.</param>
    /// <param name="limit">How many at most, 1 or more; null means all.</param>
    /// <param name="offset">How many to pass over, 0 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0 or negative, or the offset is negative.</exception>
    Task<IReadOnlyList<string>> FetchNamesAsync(string? filter = null, int? limit = null, int offset = 0, CancellationToken cancellationToken = default);

    /// <summary>Lists names of projections in which a pattern is found, in the order of code points.</summary>
    /// <param name="pattern">A regular expression, as in <see cref="IEventStore.FetchStreamNamesRegexAsync"/>.</param>
    /// <param name="limit">How many at most, 1 or more; null means all.</param>
    /// <param name="offset">How many to pass over, 0 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The pattern is not valid, or lies outside what both providers understand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0 or negative, or the offset is negative.</exception>
    Task<IReadOnlyList<string>> FetchNamesRegexAsync(string pattern, int? limit = null, int offset = 0, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a projection exists.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<bool> ProjectionExistsAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Tells what a projection is doing, or what was asked of it.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ProjectionStatus> FetchStatusAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Reads all that is stored of a projection, of one and the same checkpoint.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ProjectionDetails> FetchAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Reads the state of the last checkpoint.</summary>
    /// <typeparam name="TState">The type of the state, which the store's catalog knows.</typeparam>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ProjectionStateException">The stored state cannot be read as the type, or there is none yet.</exception>
    Task<TState> FetchStateAsync<TState>(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Reads how far a projection has come in each stream that it has met and that still exists.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyDictionary<string, long>> FetchPositionsAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Tells how far a projection is behind: the age of the oldest event of its sources that it has neither handled nor passed; zero at the head.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<TimeSpan> FetchLagAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Asks a projection to stop after the block in progress. One that does not run handles nothing in its next run.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task StopAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Asks a projection to start over.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ResetAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Asks a projection to go.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="deleteEmittedEvents">Whether what it has emitted, or its read model, goes too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task DeleteAsync(string projectionName, bool deleteEmittedEvents, CancellationToken cancellationToken = default);

    /// <summary>Waits until a projection has stored that it has passed a position of a stream, so that a caller reads its own writes.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="streamName">A stream that it reads.</param>
    /// <param name="position">The position, as an append has given it.</param>
    /// <param name="cancellationToken">Ends the wait: there is no other end if the projection does not run.</param>
    /// <exception cref="ArgumentException">The projection does not read the stream.</exception>
    /// <exception cref="StreamNotFoundException">The projection has stored no such position, and the stream does not exist, or not any more: it would never come to one.</exception>
    Task WaitForAsync(string projectionName, string streamName, long position, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until a projection has stored that it has passed every event of its streams that is committed when the wait
    /// begins. After a save, this is how a caller reads its own writes. A stream that is deleted meanwhile is waited for no
    /// longer.
    /// </summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Ends the wait: there is no other end if the projection does not run.</param>
    Task WaitForAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Lists the parked events of a projection by position.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<ParkedEvent>> FetchParkedEventsAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>Asks a projection to handle its parked events, in their order. What fails again stays parked.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ResumeAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets a new version of a projection, which has caught up under a name of its own, take the place and the name of
    /// the old one, in one transaction.
    /// </summary>
    /// <param name="projectionName">The old one; nobody runs it.</param>
    /// <param name="replacement">The new one; nobody runs it.</param>
    /// <param name="work">What else belongs to the transaction, the renaming of a read model's tables for example, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ProjectionAlreadyRunningException">Somebody runs one of them. Stop it first.</exception>
    /// <exception cref="InvalidOperationException">One of them has emitted events: their stream bears its name.</exception>
    /// <exception cref="ArgumentException">Both names are the same.</exception>
    Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work = null, CancellationToken cancellationToken = default);
}
