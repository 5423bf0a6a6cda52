using System.Data;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Appends units, each a transaction of one round trip, and finds out what became of those that got no answer: they
/// are sent again with the same ids, which the unique indexes let in once.
/// </summary>
internal sealed class Appender(PostgresConnections connections, StreamRegistry registry, TimeProvider timeProvider)
{
    private const int MaxAttempts = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a look-up may take whose caller has given up already.</summary>
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(2);

    private readonly StoreSchema _schema = connections.Schema;

    /// <summary>One by one: a group that shares a transaction takes their place without a change to the port.</summary>
    public async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        connections.EnsureNotDisposed();
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
        // Whether an earlier attempt may have stored it, and what cut that attempt off.
        Exception? doubt = null;
        for (int attempt = 1; ; attempt++)
        {
            Attempt last = await TryAsync(unit, cancellationToken).ConfigureAwait(false);
            if (last.Positions is { } positions)
            {
                return new AppendOutcome(new AppendResult(positions, AlreadyStored: false));
            }

            Exception exception = last.Exception!;
            switch (last.Failure)
            {
                case AppendFailure.KeyTaken:
                    if (await ResolveAsync(unit, exception, doubt is not null, cancellationToken).ConfigureAwait(false) is { } resolved)
                    {
                        return resolved;
                    }

                    break;
                case AppendFailure.Missing:
                    if (await ExplainMissingAsync(unit, (PostgresException)exception, cancellationToken).ConfigureAwait(false) is { } missing)
                    {
                        // With its only stream everything is gone that an attempt in doubt may have stored.
                        bool leavesNothing = missing is StreamNotFoundException && unit.Parts.Count == 1;
                        return await EndAsync(unit, missing, leavesNothing ? null : doubt).ConfigureAwait(false);
                    }

                    break;
                case AppendFailure.RolledBack:
                    break;
                case AppendFailure.Unknown:
                    doubt = exception;
                    break;
                default:
                    return await EndAsync(unit, exception, doubt ?? (last.Failure == AppendFailure.UnknownAtEnd ? exception : null)).ConfigureAwait(false);
            }

            if (attempt == MaxAttempts || !await PauseAsync(attempt, cancellationToken).ConfigureAwait(false))
            {
                return await EndAsync(unit, cancellationToken.IsCancellationRequested ? new OperationCanceledException(cancellationToken) : exception, doubt).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<Attempt> TryAsync(RecordedUnit unit, CancellationToken cancellationToken)
    {
        bool isSent = false;
        Attempt? answer = null;
        try
        {
            PostgresSession session = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                NpgsqlBatch batch = session.CreateBatch();
                await using (batch.ConfigureAwait(false))
                {
                    try
                    {
                        AppendStatement.AddTo(batch, _schema, unit);
                        await session.PrepareAsync(batch, cancellationToken).ConfigureAwait(false);
                        cancellationToken.ThrowIfCancellationRequested();
                        isSent = true;
                        answer = new Attempt(await SendAsync(batch, unit.EventCount, cancellationToken).ConfigureAwait(false));
                    }
                    catch (Exception exception)
                    {
                        bool isConnected = session.Connection.FullState.HasFlag(ConnectionState.Open);
                        answer = new Attempt(exception, AppendFailures.Classify(exception, isSent, isConnected));
                    }
                }
            }

            return answer.Value;
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException or IOException or TimeoutException or ObjectDisposedException)
        {
            // No connection, or one that was found broken when it was given back: then the attempt has its answer.
            return answer ?? new Attempt(exception, AppendFailures.Classify(exception, isSent: false, isConnected: false));
        }
    }

    private static async ValueTask<long[]> SendAsync(NpgsqlBatch batch, int count, CancellationToken cancellationToken)
    {
        var positions = new long[count];
        int read = 0;
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            do
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    positions[read++] = reader.GetInt64(0);
                }
            }
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
        }

        return read == count
            ? positions
            : throw new EventStoreException($"The server stored {read} of {count} events: the table of the store's tag has lost its row. Restore it, or install a new store.");
    }

    /// <summary>A key is taken: by the unit itself, by another one, or by nobody any more (null).</summary>
    private async ValueTask<AppendOutcome?> ResolveAsync(RecordedUnit unit, Exception exception, bool wasSentBefore, CancellationToken cancellationToken)
    {
        try
        {
            PostgresSession session = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                StoredUnit stored = await StoredUnit.FindAsync(session, _schema, unit, cancellationToken).ConfigureAwait(false);
                if (stored.Positions() is { } positions)
                {
                    // What an attempt of this very call has stored is no repetition.
                    return new AppendOutcome(new AppendResult(positions, AlreadyStored: !wasSentBefore));
                }

                return stored.Conflict(exception) is { } conflict ? new AppendOutcome(conflict) : null;
            }
        }
        catch (PostgresException missing) when (PostgresErrors.IsMissing(missing) && !wasSentBefore)
        {
            // The key was taken in one stream, and another one does not exist: the server stops at what it meets first.
            return await ExplainMissingAsync(unit, missing, cancellationToken).ConfigureAwait(false) is StreamNotFoundException explained ? new AppendOutcome(explained) : null;
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or ObjectDisposedException)
        {
            // The next attempt asks again.
            return null;
        }
    }

    private async ValueTask<Exception?> ExplainMissingAsync(RecordedUnit unit, PostgresException exception, CancellationToken cancellationToken)
    {
        try
        {
            return await registry.ExplainMissingAsync(unit.Parts.Select(part => part.StreamName), exception, cancellationToken).ConfigureAwait(false);
        }
        catch (EventStoreNotInstalledException)
        {
            throw;
        }
        catch (Exception failure) when (failure is EventStoreException or NpgsqlException or OperationCanceledException or ObjectDisposedException)
        {
            return failure;
        }
    }

    /// <summary>
    /// The last word. If an attempt is in doubt, a look-up that finds the events proves that they are stored; one that
    /// finds none proves nothing while the server may still be at it.
    /// </summary>
    private async ValueTask<AppendOutcome> EndAsync(RecordedUnit unit, Exception exception, Exception? doubt)
    {
        if (doubt is null)
        {
            return new AppendOutcome(exception is PostgresException server ? PostgresErrors.Translate(server, _schema) : exception);
        }

        using var time = new CancellationTokenSource(LastLook, timeProvider);
        try
        {
            PostgresSession session = await connections.OpenAsync(time.Token).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                StoredUnit stored = await StoredUnit.FindAsync(session, _schema, unit, time.Token).ConfigureAwait(false);
                if (stored.Positions() is { } positions)
                {
                    return new AppendOutcome(new AppendResult(positions, AlreadyStored: false));
                }
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or IOException or TimeoutException or ObjectDisposedException)
        {
            // The server is still out of reach.
        }

        return new AppendOutcome(new AppendOutcomeUnknownException([.. unit.Parts.SelectMany(part => part.Events, (_, record) => record.EventId)], doubt));
    }

    /// <summary>Waits a while that grows with each attempt and differs between callers; false if the caller cancelled.</summary>
    private async ValueTask<bool> PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(FirstPause * (Random.Shared.NextDouble() * (1 << attempt)), timeProvider, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private readonly record struct Attempt(long[]? Positions, Exception? Exception, AppendFailure Failure)
    {
        public Attempt(long[] positions)
            : this(positions, null, default)
        {
        }

        public Attempt(Exception exception, AppendFailure failure)
            : this(null, exception, failure)
        {
        }
    }
}
