using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Appends units, each a transaction of one round trip, and finds out what became of those that got no answer: they
/// are sent again with the same ids, which the unique indexes let in once.
/// </summary>
internal sealed class Appender(PostgresConnections connections, StreamRegistry registry, TimeProvider timeProvider) : IUnitAppender
{
    private const int MaxAttempts = 6;

    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    private readonly StoreSchema _schema = connections.Schema;

    /// <summary>One by one, each in its turn.</summary>
    public async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        connections.EnsureNotDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        var outcomes = new AppendOutcome[units.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = await AppendAsync(units[i], null, cancellationToken).ConfigureAwait(false);
        }

        return outcomes;
    }

    /// <summary>Appends a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="first">What the first attempt came to, if it was made already.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<AppendOutcome> AppendAsync(RecordedUnit unit, AppendAttempt? first, CancellationToken cancellationToken)
    {
        var doubt = new AppendInDoubt(connections, unit, timeProvider);
        for (int attempt = 1; ; attempt++)
        {
            AppendAttempt last = attempt == 1 && first is { } made ? made : await TryAsync(AppendRequest.Of(unit, isBounded: false), cancellationToken).ConfigureAwait(false);
            if (last.Positions is { } positions)
            {
                return new AppendOutcome(new AppendResult(positions, AlreadyStored: false));
            }

            Exception exception = last.Exception!;
            switch (last.Failure)
            {
                case AppendFailure.KeyTaken:
                    if (await ResolveAsync(unit, exception, doubt.Exists, cancellationToken).ConfigureAwait(false) is { } resolved)
                    {
                        return resolved;
                    }

                    break;
                case AppendFailure.Missing:
                    if (await ExplainMissingAsync(unit, (PostgresException)exception, cancellationToken).ConfigureAwait(false) is { } missing)
                    {
                        // With its only stream everything is gone that an attempt in doubt may have stored.
                        bool leavesNothing = missing is StreamNotFoundException && unit.Parts.Count == 1;
                        return leavesNothing ? new AppendOutcome(missing) : await EndAsync(doubt, missing).ConfigureAwait(false);
                    }

                    if (attempt == MaxAttempts)
                    {
                        return await EndAsync(doubt, DeletedMeanwhile(unit, (PostgresException)exception)).ConfigureAwait(false);
                    }

                    break;
                case AppendFailure.RolledBack:
                    break;
                case AppendFailure.Unknown:
                    doubt.Add(exception, last.Backend);
                    break;
                case AppendFailure.UnknownAtEnd:
                    doubt.Add(exception, last.Backend);
                    return await EndAsync(doubt, exception).ConfigureAwait(false);
                case AppendFailure.Settled:
                    doubt.AddSettled(exception);
                    return await EndAsync(doubt, exception).ConfigureAwait(false);
                default:
                    return await EndAsync(doubt, exception).ConfigureAwait(false);
            }

            if (attempt == MaxAttempts || !await PauseAsync(attempt, cancellationToken).ConfigureAwait(false))
            {
                return await EndAsync(doubt, cancellationToken.IsCancellationRequested ? new OperationCanceledException(cancellationToken) : exception).ConfigureAwait(false);
            }

            if (attempt > 1)
            {
                // A server that was started anew has ended every connection of the pool, and each of them costs an attempt.
                connections.CloseIdle();
            }
        }
    }

    /// <summary>Sends something once, and tells what came of it. It throws nothing that has to do with the server.</summary>
    public async ValueTask<AppendAttempt> TryAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        AppendAttempt? answer = null;
        try
        {
            PostgresSession session = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                request.Backend = session.Traits.ReachesServer ? session.Connection.ProcessID : null;
                try
                {
                    answer = new AppendAttempt(await request.ExecuteAsync(session, _schema, cancellationToken).ConfigureAwait(false));
                }
                catch (Exception exception)
                {
                    answer = new AppendAttempt(exception, request.Classify(exception, session.IsOpen), request.Backend);
                }
            }

            return answer.Value;
        }
        catch (Exception exception) when (Outages.IsDrivers(exception) || exception is OperationCanceledException or ObjectDisposedException)
        {
            // No connection, or one that was found broken when it was given back: then the attempt has its answer.
            return answer ?? new AppendAttempt(exception, AppendFailures.Classify(exception, isSent: false, isConnected: false), null) { IsWithoutConnection = true };
        }
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
        catch (Exception failure) when (Outages.IsDrivers(failure) || failure is OperationCanceledException or ObjectDisposedException)
        {
            // The next attempt asks again.
            return null;
        }
    }

    /// <summary>A stream that is there when one looks, and not when one appends: others delete it and make it anew.</summary>
    private StreamNotFoundException DeletedMeanwhile(RecordedUnit unit, PostgresException exception) =>
        new((unit.Parts.FirstOrDefault(part => exception.MessageText.Contains(_schema.TableOf(part.StreamName).TableName, StringComparison.Ordinal)) ?? unit.Parts[0]).StreamName, exception);

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
        catch (Exception failure) when (Outages.IsDrivers(failure) || failure is EventStoreException or OperationCanceledException or ObjectDisposedException)
        {
            return failure;
        }
    }

    /// <summary>Finds out what became of a unit for a caller who has given up, while it is still on its way.</summary>
    public ValueTask<AppendOutcome> EndAsync(RecordedUnit unit, OperationCanceledException exception, int? backend)
    {
        var doubt = new AppendInDoubt(connections, unit, timeProvider);
        doubt.Add(exception, backend);
        return doubt.EndAsync(exception);
    }

    private ValueTask<AppendOutcome> EndAsync(AppendInDoubt doubt, Exception exception)
    {
        Exception translated = exception is PostgresException server ? PostgresErrors.Translate(server, _schema, StoreOperation.Append) : exception;
        return doubt.Exists ? doubt.EndAsync(translated) : new(new AppendOutcome(translated));
    }

    /// <summary>Waits a while that grows with each attempt and differs between callers; false if the caller cancelled.</summary>
    private async ValueTask<bool> PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        try
        {
            TimeSpan pause = LeastPause + (FirstPause * (Random.Shared.NextDouble() * (1 << attempt)));
            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
