using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Appends units within the caller's transaction, each behind a savepoint. It tries once: whether to begin again is
/// for whoever owns the transaction, and so is what became of its commit.
/// </summary>
internal sealed class JoinedAppender(TransactionSessions sessions, StreamRegistry registry) : IUnitAppender
{
    private readonly StoreSchema _schema = sessions.Schema;

    public async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        sessions.EnsureNotDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        var outcomes = new AppendOutcome[units.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = await AppendAsync(units[i], cancellationToken).ConfigureAwait(false);
        }

        return outcomes;
    }

    private async ValueTask<AppendOutcome> AppendAsync(RecordedUnit unit, CancellationToken cancellationToken)
    {
        try
        {
            return await InsertOrResolveAsync(unit, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (PostgresErrors.IsMissing(exception))
        {
            EventStoreException? missing = await registry.ExplainMissingAsync(unit.Parts.Select(part => part.StreamName), exception, cancellationToken).ConfigureAwait(false);
            return new AppendOutcome(missing ?? new StreamNotFoundException(unit.Parts[0].StreamName, exception));
        }
        catch (PostgresException exception) when (!PostgresErrors.IsRetryable(exception))
        {
            return new AppendOutcome(PostgresErrors.Translate(exception, _schema, StoreOperation.Append));
        }
        catch (Exception exception) when (Outages.IsDrivers(exception) || exception is OperationCanceledException or EventStoreException)
        {
            // As it is: the caller decides by it whether the whole transaction is worth another try.
            return new AppendOutcome(exception);
        }
    }

    /// <summary>A stream that is missing shows in either statement: a conflict in another stream of the unit may come first.</summary>
    private async ValueTask<AppendOutcome> InsertOrResolveAsync(RecordedUnit unit, CancellationToken cancellationToken)
    {
        try
        {
            long[] positions = await InsertAsync(unit, cancellationToken).ConfigureAwait(false);
            return new AppendOutcome(new AppendResult(positions, AlreadyStored: false));
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await ResolveAsync(unit, exception, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<long[]> InsertAsync(RecordedUnit unit, CancellationToken cancellationToken)
    {
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            NpgsqlBatch batch = session.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                AppendStatement.AddTo(batch, _schema, unit);
                long[] positions = await AppendStatement.SendAsync(batch, unit.EventCount, cancellationToken).ConfigureAwait(false);
                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
                return positions;
            }
        }
    }

    private async ValueTask<AppendOutcome> ResolveAsync(RecordedUnit unit, PostgresException exception, CancellationToken cancellationToken)
    {
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            StoredUnit stored = await StoredUnit.FindAsync(session, _schema, unit, cancellationToken).ConfigureAwait(false);
            return stored.Positions() is { } positions
                ? new AppendOutcome(new AppendResult(positions, AlreadyStored: true))
                : new AppendOutcome(stored.Conflict(exception) ?? Unseen(unit, exception));
        }
    }

    /// <summary>A transaction whose snapshot is older than what is in its way does not see it: only the index tells, and not whose it is.</summary>
    private ConcurrencyException Unseen(RecordedUnit unit, PostgresException exception)
    {
        RecordedPart part = unit.Parts.FirstOrDefault(part => _schema.TableOf(part.StreamName).TableName == exception.TableName) ?? unit.Parts[0];
        bool isVersion = exception.ConstraintName == StreamTable.VersionIndexOf(exception.TableName ?? "");
        EventRecord[] candidates = [.. part.Events.Where(record => StoredUnit.HasVersion(record) == isVersion)];
        EventRecord? one = candidates is [var only] ? only : null;
        EventRecord? version = isVersion ? one : null;
        EventRecord? plain = isVersion ? null : one;
        string what = version is not null ? $"Version {version.AggregateVersion} of aggregate '{version.AggregateType}' {version.AggregateId}"
            : plain is not null ? $"The event id {plain.EventId}"
            : "A version or an event id";
        return new ConcurrencyException($"{what} of the append to stream '{part.StreamName}' is taken by what was committed since the snapshot of your transaction, which cannot see it: another writer was faster, or it is this very batch, stored before. Roll your transaction back and repeat the append in a new one: it is recognised there if it is stored already, and otherwise refused; then load again and repeat the command.", exception)
        {
            StreamName = part.StreamName,
            AggregateType = version?.AggregateType,
            AggregateId = version?.AggregateId ?? Guid.Empty,
            AggregateVersion = version?.AggregateVersion ?? 0,
            KnownEventIds = plain is null ? [] : [plain.EventId],
        };
    }
}
