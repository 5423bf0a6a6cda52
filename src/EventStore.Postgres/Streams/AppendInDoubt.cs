using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>
/// The attempts to append one unit that got no answer, and what can be found out about them. Events that are found
/// are stored. Events that are not found may be on their way, for as long as a backend lives that was to store them:
/// even one that looks idle may have the request before it still.
/// </summary>
internal sealed class AppendInDoubt(PostgresConnections connections, RecordedUnit unit, TimeProvider timeProvider)
{
    /// <summary>How long it may take to find out, for a caller who has given up already.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly List<int> _backends = [];
    private bool _isTraceable = true;
    private Exception? _cause;

    /// <summary>Whether an attempt got no answer.</summary>
    public bool Exists => _cause is not null;

    /// <summary>Adds an attempt whose connection has ended.</summary>
    /// <param name="cause">What it ended with.</param>
    /// <param name="backend">The server's process; null behind a pooler, where nobody knows which one it was.</param>
    public void Add(Exception cause, int? backend)
    {
        _cause = cause;
        _isTraceable &= backend is not null;
        if (backend is { } process)
        {
            _backends.Add(process);
        }
    }

    /// <summary>Adds an attempt that the server has done with, one way or the other, since its connection stands.</summary>
    public void AddSettled(Exception cause) => _cause = cause;

    /// <summary>The last word: the events are stored, or nothing is written for a reason, or it stays unknown.</summary>
    /// <param name="exception">What the caller gets if nothing is written.</param>
    public async ValueTask<AppendOutcome> EndAsync(Exception exception)
    {
        using var time = new CancellationTokenSource(Patience, timeProvider);
        try
        {
            while (true)
            {
                if (await TryEndAsync(exception, time.Token).ConfigureAwait(false) is { } outcome)
                {
                    return outcome;
                }

                await Task.Delay(Pause, timeProvider, time.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException)
        {
            return Unknown();
        }
    }

    /// <summary>Looks once; null if another look may tell more.</summary>
    private async ValueTask<AppendOutcome?> TryEndAsync(Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            PostgresSession session = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                // First whether anybody is at it, and then, with a later snapshot, what is there.
                bool isOver = _isTraceable && await HaveLeftAsync(session, cancellationToken).ConfigureAwait(false);
                StoredUnit stored = await StoredUnit.FindAsync(session, connections.Schema, unit, cancellationToken).ConfigureAwait(false);
                if (stored.Positions() is { } positions)
                {
                    return new AppendOutcome(new AppendResult(positions, AlreadyStored: false));
                }

                return isOver ? new AppendOutcome(exception) : _isTraceable ? null : Unknown();
            }
        }
        catch (Exception failure) when (Outages.IsDrivers(failure))
        {
            // The server is still out of reach, or a stream is gone.
            return null;
        }
    }

    private async ValueTask<bool> HaveLeftAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        if (_backends.Count == 0)
        {
            return true;
        }

        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            PostgresSession.Add(batch, "select not exists (select from pg_stat_activity where pid = any($1))")
                .Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. _backends], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
            return (bool)(await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    private AppendOutcome Unknown() =>
        new(new AppendOutcomeUnknownException([.. unit.Parts.SelectMany(part => part.Events, (_, record) => record.EventId)], _cause));
}
