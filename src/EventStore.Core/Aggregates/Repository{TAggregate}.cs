using System.Runtime.CompilerServices;
using EventStore.CompilerServices;

namespace EventStore;

/// <summary>Loads and saves the aggregates of one type in one stream. Thread-safe; the aggregates themselves are not.</summary>
/// <typeparam name="TAggregate">A class or record marked <c>[Aggregate] partial</c>.</typeparam>
public sealed class Repository<TAggregate>
    where TAggregate : class, IAggregate<TAggregate>
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    private readonly StoreEngine _store;
    private readonly AggregateReader<TAggregate> _reader;
    private readonly int _maxTries;

    /// <summary>Makes a repository. Nothing is sent.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamName">The stream; it has to exist when the repository is used.</param>
    /// <param name="maxTries">
    /// How often <c>UpdateAsync</c> tries while others are faster, 1 or more, with short pauses of random length between. Over a store that joins a transaction of
    /// the caller's it tries once.
    /// </param>
    /// <exception cref="ArgumentException">The name is empty, or the store was not made by <see cref="EventStoreBuilder"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTries"/> is 0 or negative.</exception>
    public Repository(IEventStore store, string streamName, int maxTries = 3)
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamNames.Check(streamName);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxTries, 1);
        _store = store as StoreEngine ?? throw new ArgumentException("The repository needs a store that EventStoreBuilder has made.", nameof(store));
        _reader = new AggregateReader<TAggregate>(_store, streamName);

        // Within a transaction of the caller's a second try would read what the first one read.
        _maxTries = _store.JoinsTransaction ? 1 : maxTries;
        StreamName = streamName;
    }

    /// <summary>The stream.</summary>
    public string StreamName { get; }

    /// <summary>Loads an aggregate.</summary>
    /// <param name="aggregateId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AggregateNotFoundException">There is no such aggregate.</exception>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="UnknownEventException">It has no handler for one of its events, and does not ignore it.</exception>
    /// <exception cref="AggregateHistoryException">Its versions do not follow each other.</exception>
    /// <exception cref="EventSerializationException">A payload cannot be read.</exception>
    /// <exception cref="StoreUnavailableException">The server is out of reach, or did not answer in time.</exception>
    public async Task<TAggregate> GetAsync(Guid aggregateId, CancellationToken cancellationToken = default) =>
        await FindAsync(aggregateId, cancellationToken).ConfigureAwait(false)
            ?? throw new AggregateNotFoundException(TAggregate.AggregateTypeName, aggregateId, StreamName);

    /// <summary>Loads an aggregate, or gives null if there is none. Throws what <see cref="GetAsync"/> throws otherwise.</summary>
    /// <param name="aggregateId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TAggregate?> FindAsync(Guid aggregateId, CancellationToken cancellationToken = default)
    {
        AggregateJournal.CheckId(aggregateId);
        _store.EnsureNotDisposed();
        return _reader.FindAsync(aggregateId, cancellationToken);
    }

    /// <summary>Appends the events that wait. If it fails they still wait, with the same ids: saving again stores them once.</summary>
    /// <param name="aggregate">The aggregate; one without waiting events is a success, and nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The saved aggregate: the same object, or a new instance if the aggregate is immutable.</returns>
    /// <exception cref="ConcurrencyException">Another writer was faster.</exception>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    /// <exception cref="EventRejectedException">An event could not be stored or read back as it is.</exception>
    /// <exception cref="AppendOutcomeUnknownException">The connection ended before the answer; save again.</exception>
    /// <exception cref="StoreUnavailableException">The server is out of reach, or did not answer in time; nothing was written. Save again.</exception>
    /// <exception cref="InvalidOperationException">The aggregate was loaded from another stream, or saved in one outside of a transaction of the caller's.</exception>
    /// <remarks>
    /// Over a store that joins a transaction of the caller's the events wait on: if it is rolled back, another save stores
    /// them, and if it is committed, another save recognises them.
    /// </remarks>
    public async Task<TAggregate> SaveAsync(TAggregate aggregate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        _store.EnsureNotDisposed();
        AggregateJournal journal = TAggregate.GetJournal(aggregate);
        IReadOnlyList<DomainEvent> waiting = journal.Waiting;
        if (waiting.Count == 0)
        {
            return aggregate;
        }

        journal.EnsureBelongsTo(StreamName);

        try
        {
            await AppendAsync(waiting, cancellationToken).ConfigureAwait(false);
        }
        catch (MiddlewareException)
        {
            MarkSaved(aggregate, waiting[^1].Version);
            throw;
        }

        return MarkSaved(aggregate, waiting[^1].Version);
    }

    /// <summary>Loads an aggregate, runs an action on it and saves it; again on a fresh one while others are faster.</summary>
    /// <param name="aggregateId">Its id.</param>
    /// <param name="action">What to do; run once for each try.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The saved aggregate.</returns>
    /// <exception cref="ConcurrencyException">Others were faster at every try; nothing was written.</exception>
    /// <exception cref="AggregateNotFoundException">There is no such aggregate.</exception>
    /// <exception cref="InvalidOperationException">
    /// The aggregate is immutable and needs a function that returns it, or the function gave another aggregate back, an
    /// older instance, or one that lacks what was recorded.
    /// </exception>
    /// <remarks>What the action throws surfaces; nothing is written then, and there is no second try.</remarks>
    public Task<TAggregate> UpdateAsync(Guid aggregateId, Action<TAggregate> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return UpdateInPlaceAsync(
            aggregateId,
            aggregate =>
            {
                action(aggregate);
                return default;
            },
            cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync(Guid, Action{TAggregate}, CancellationToken)"/>
    /// <param name="aggregateId">Its id.</param>
    /// <param name="action">Gives the aggregate that is to be saved: for immutable ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TAggregate> UpdateAsync(Guid aggregateId, Func<TAggregate, TAggregate> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return UpdateCoreAsync(aggregateId, aggregate => new(action(aggregate)), cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync(Guid, Action{TAggregate}, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Task<TAggregate> UpdateAsync(Guid aggregateId, Func<TAggregate, Task> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return UpdateInPlaceAsync(aggregateId, aggregate => new ValueTask(action(aggregate)), cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync(Guid, Action{TAggregate}, CancellationToken)"/>
    /// <param name="aggregateId">Its id.</param>
    /// <param name="action">Gives the aggregate that is to be saved: for immutable ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [OverloadResolutionPriority(2)]
    public Task<TAggregate> UpdateAsync(Guid aggregateId, Func<TAggregate, Task<TAggregate>> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return UpdateCoreAsync(aggregateId, aggregate => new(action(aggregate)), cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync(Guid, Action{TAggregate}, CancellationToken)"/>
    public Task<TAggregate> UpdateAsync(Guid aggregateId, Func<TAggregate, ValueTask> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return UpdateInPlaceAsync(aggregateId, action, cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync(Guid, Action{TAggregate}, CancellationToken)"/>
    /// <param name="aggregateId">Its id.</param>
    /// <param name="action">Gives the aggregate that is to be saved: for immutable ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TAggregate> UpdateAsync(Guid aggregateId, Func<TAggregate, ValueTask<TAggregate>> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return UpdateCoreAsync(aggregateId, action, cancellationToken);
    }

    /// <summary>How many of the first events are stored, and none behind them; 0 for any other conflict.</summary>
    private static int CountStored(IReadOnlyList<DomainEvent> waiting, ConcurrencyException conflict)
    {
        int count = conflict.KnownEventIds.Count;
        return count < waiting.Count && waiting.Take(count).Select(waits => waits.EventId).SequenceEqual(conflict.KnownEventIds) ? count : 0;
    }

    /// <summary>
    /// Whether a transaction of the caller's is committed nobody tells: what was saved within it waits on, so that another
    /// save stores what was rolled back, and recognises what was committed.
    /// </summary>
    private TAggregate MarkSaved(TAggregate aggregate, long version) =>
        _store.JoinsTransaction ? aggregate : TAggregate.WithJournal(aggregate, TAggregate.GetJournal(aggregate).Saved(version, StreamName));

    /// <summary>
    /// Appends what waits. The first events may be stored by an earlier save whose outcome nobody learnt: their ids are
    /// this aggregate's own. They are a unit of their own then, and what was recorded since is another one.
    /// </summary>
    private async Task AppendAsync(IReadOnlyList<DomainEvent> waiting, CancellationToken cancellationToken)
    {
        try
        {
            await _store.AppendToAsync(StreamName, waiting, cancellationToken).ConfigureAwait(false);
        }
        catch (ConcurrencyException conflict) when (CountStored(waiting, conflict) is > 0 and var stored)
        {
            await _store.AppendToAsync(StreamName, waiting.Take(stored), cancellationToken).ConfigureAwait(false);
            await _store.AppendToAsync(StreamName, waiting.Skip(stored), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An immutable aggregate cannot be changed in place: what the action made of it would be lost without a word.</summary>
    private Task<TAggregate> UpdateInPlaceAsync(Guid aggregateId, Func<TAggregate, ValueTask> action, CancellationToken cancellationToken) =>
        UpdateCoreAsync(
            aggregateId,
            async aggregate =>
            {
                if (!ReferenceEquals(aggregate, TAggregate.WithJournal(aggregate, TAggregate.GetJournal(aggregate))))
                {
                    throw new InvalidOperationException($"The aggregate '{TAggregate.AggregateTypeName}' is immutable, and the action gives none back: what it records would be lost. Give UpdateAsync a function that returns the aggregate, such as 'a => a.Act()'.");
                }

                await action(aggregate).ConfigureAwait(false);
                return aggregate;
            },
            cancellationToken);

    /// <summary>What the action gives back is saved. What it recorded on the aggregate that it got has to be among that.</summary>
    private void EnsureNothingIsLost(TAggregate given, TAggregate changed)
    {
        if (changed.AggregateId != given.AggregateId)
        {
            throw new InvalidOperationException($"The action got the aggregate '{TAggregate.AggregateTypeName}' {given.AggregateId} and gave back {changed.AggregateId}. Give back the one that it got, and save the other one with SaveAsync.");
        }

        if (ReferenceEquals(given, changed))
        {
            return;
        }

        long stored = TAggregate.GetJournal(given).StoredVersion;
        long known = TAggregate.GetJournal(changed).StoredVersion;

        // Within a transaction of the caller's what is saved waits on.
        if (known < stored && !_store.JoinsTransaction)
        {
            throw new InvalidOperationException($"The action got the aggregate '{TAggregate.AggregateTypeName}' {given.AggregateId} of version {stored} and gave back an older instance, of version {known}, such as one of an earlier try. Give back the one that it got.");
        }

        if (TAggregate.GetJournal(given).Waiting.Select(waits => waits.EventId).Except(TAggregate.GetJournal(changed).Waiting.Select(waits => waits.EventId)).Any())
        {
            throw new InvalidOperationException($"The action recorded events on the aggregate '{TAggregate.AggregateTypeName}' {given.AggregateId} and gave back another instance, which lacks them: they would be lost. Give back the one that it got.");
        }
    }

    private async Task<TAggregate> UpdateCoreAsync(Guid aggregateId, Func<TAggregate, ValueTask<TAggregate>> action, CancellationToken cancellationToken)
    {
        var pause = new Pause(FirstPause, LongestPause);
        for (int tries = 1; ; tries++)
        {
            TAggregate aggregate = await GetAsync(aggregateId, cancellationToken).ConfigureAwait(false);
            TAggregate changed = await action(aggregate).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The action gave null instead of the aggregate that is to be saved.");
            EnsureNothingIsLost(aggregate, changed);
            try
            {
                return await SaveAsync(changed, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyException) when (tries < _maxTries)
            {
                // Another writer was faster: the command is decided anew on what is stored then.
                await pause.WaitAsync(_store.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyException exception) when (tries > 1 && exception.AggregateType is not null)
            {
                throw exception.After(tries);
            }
        }
    }
}
