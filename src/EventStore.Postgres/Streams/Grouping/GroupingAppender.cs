using System.Transactions;
using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>
/// Lets units that are appended at the same time share a transaction. A unit that is alone goes at once, and by itself.
/// What a group does not settle, each of its units settles alone: one caller's conflict or refusal is never another's.
/// Thread-safe.
/// </summary>
internal sealed class GroupingAppender(Appender appender, PostgresConnections connections, TimeProvider timeProvider) : IUnitAppender
{
    private readonly AppendQueue _queue = new();

    /// <summary>The units of one call go one after the other, whichever their streams, and each of them with those of other calls.</summary>
    public async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        if (Transaction.Current is not null)
        {
            // It is the caller's, and its end as well: strangers have no part in it.
            return await appender.AppendAsync(units, cancellationToken).ConfigureAwait(false);
        }

        connections.EnsureNotDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        var outcomes = new AppendOutcome[units.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = cancellationToken.IsCancellationRequested
                ? new AppendOutcome(new OperationCanceledException(cancellationToken))
                : await AppendAsync(new PendingUnit(units[i], cancellationToken)).ConfigureAwait(false);
        }

        return outcomes;
    }

    private async ValueTask<AppendOutcome> AppendAsync(PendingUnit unit)
    {
        AppendGroup? group = _queue.Add(unit);
        if (group is { Units: [var only] } && only == unit)
        {
            await SendAsync(group, unit.CancellationToken).ConfigureAwait(false);
        }
        else
        {
            Begin(group);
        }

        return await WaitAsync(unit).ConfigureAwait(false);
    }

    /// <summary>Sends a group in the background, and those that can follow it.</summary>
    private void Begin(AppendGroup? group)
    {
        if (group is not null)
        {
            // Without the context of whoever happens to begin it: an ambient transaction, an activity.
            ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Sender.SendAsync(work.Group, work.Group.Units is [var only] ? only.CancellationToken : CancellationToken.None), (Sender: this, Group: group), preferLocal: false);
        }
    }

    private async Task SendAsync(AppendGroup group, CancellationToken cancellationToken)
    {
        AppendAttempt attempt = await TryAsync(group, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<PendingUnit> alone = attempt.Positions is { } positions ? group.Complete(positions) : group.Units;
        if (group.Units.Count > 1)
        {
            // Those who have got their result now may have more: they come with the next group, and not behind it.
            await Task.Yield();
        }

        Begin(_queue.End(group, alone, hasFailed: attempt.Positions is null));
        if (alone.Count > 0)
        {
            // In a group of one the attempt was the unit's own. Of others it tells something only if nobody knows what became of it.
            await SendAloneAsync(alone, group.Units.Count == 1 || attempt.IsInDoubt || attempt.IsWithoutConnection ? attempt : null).ConfigureAwait(false);
        }
    }

    private async ValueTask<AppendAttempt> TryAsync(AppendGroup group, CancellationToken cancellationToken)
    {
        try
        {
            return await appender.TryAsync(group.Request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Not the server's doing: each unit meets it by itself.
            return new AppendAttempt(exception, AppendFailure.Refused, null);
        }
    }

    /// <summary>Sends units side by side, those of one aggregate after each other.</summary>
    private async Task SendAloneAsync(IReadOnlyList<PendingUnit> units, AppendAttempt? first)
    {
        var last = new Dictionary<Guid, Task>();
        var sent = new List<Task>(units.Count);
        foreach (PendingUnit unit in units)
        {
            List<Task> before = [];
            Guid[] aggregates = [.. unit.Unit.AggregateIds.Distinct()];
            foreach (Guid aggregate in aggregates)
            {
                if (last.TryGetValue(aggregate, out Task? earlier))
                {
                    before.Add(earlier);
                }
            }

            Task task = SendAloneAsync(unit, first, before);
            Array.ForEach(aggregates, aggregate => last[aggregate] = task);
            sent.Add(task);
        }

        await Task.WhenAll(sent).ConfigureAwait(false);
    }

    private async Task SendAloneAsync(PendingUnit unit, AppendAttempt? first, IReadOnlyList<Task> before)
    {
        try
        {
            if (await WaitForAsync(before, unit.CancellationToken).ConfigureAwait(false) || first is { IsInDoubt: true })
            {
                unit.IsSentAlone = true;
                unit.Complete(await appender.AppendAsync(unit.Unit, first, unit.CancellationToken).ConfigureAwait(false));
            }
            else
            {
                unit.Complete(new AppendOutcome(new OperationCanceledException(unit.CancellationToken)));
            }
        }
        catch (Exception exception)
        {
            unit.Fail(exception);
        }
        finally
        {
            Begin(_queue.End(unit));
        }
    }

    /// <summary>Waits for those before; false if the caller has cancelled meanwhile.</summary>
    private static async ValueTask<bool> WaitForAsync(IReadOnlyList<Task> before, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(before).WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Waits for what becomes of a unit. Whoever cancels takes it out; if it is on its way, he waits a little longer for the answer.</summary>
    private async ValueTask<AppendOutcome> WaitAsync(PendingUnit unit)
    {
        if (unit.Outcome.IsCompleted || !unit.CancellationToken.CanBeCanceled)
        {
            return await unit.Outcome.ConfigureAwait(false);
        }

        try
        {
            return await unit.Outcome.WaitAsync(unit.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            if (_queue.Remove(unit, out AppendGroup? next))
            {
                Begin(next);
                return new AppendOutcome(exception);
            }

            // The answer may have come at the same moment: then the wait below does not wait.
            return await WaitLongerAsync(unit, exception).ConfigureAwait(false);
        }
    }

    private async ValueTask<AppendOutcome> WaitLongerAsync(PendingUnit unit, OperationCanceledException exception)
    {
        try
        {
            return await unit.Outcome.WaitAsync(connections.CancellationTimeout, timeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException) when (unit.IsSentAlone)
        {
            // It looks after itself, has the same token, and knows every connection that it was sent on.
            return await unit.Outcome.ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            unit.Unit.Retain();
            Task<AppendOutcome> lookUp = appender.EndAsync(unit.Unit, exception, unit.Group!.Request.Backend).AsTask();
            return await (await Task.WhenAny(unit.Outcome, lookUp).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
