using System.Transactions;
using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>
/// Sends each unit in a transaction of its own, beside the others, but those of one aggregate after each other, in the
/// order of the calls: otherwise a later version could be stored before an earlier one, and followers would meet it
/// first. Thread-safe.
/// </summary>
internal sealed class OrderedAppender(Appender appender, PostgresConnections connections) : IUnitAppender
{
    private readonly Lock _lock = new();

    /// <summary>The last unit under way of each aggregate.</summary>
    private readonly Dictionary<Guid, Task> _last = [];

    public async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        if (Transaction.Current is not null)
        {
            // It may hold what others wait for, and must not wait for them: no server would see that circle.
            return await appender.AppendAsync(units, cancellationToken).ConfigureAwait(false);
        }

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
        Guid[] aggregateIds = [.. unit.AggregateIds.Distinct()];
        if (aggregateIds.Length == 0)
        {
            return await appender.AppendAsync(unit, first: null, cancellationToken).ConfigureAwait(false);
        }

        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before = Follow(aggregateIds, end.Task);
        try
        {
            return await WaitAsync(before, cancellationToken).ConfigureAwait(false) is { } cancelled
                ? new AppendOutcome(cancelled)
                : await appender.AppendAsync(unit, first: null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(aggregateIds, end, before);
        }
    }

    private static async ValueTask<OperationCanceledException?> WaitAsync(Task before, CancellationToken cancellationToken)
    {
        try
        {
            await before.WaitAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException exception)
        {
            return exception;
        }
    }

    /// <summary>Takes a place behind those under way; gives what it has to wait for.</summary>
    private Task Follow(Guid[] aggregateIds, Task end)
    {
        lock (_lock)
        {
            List<Task>? before = null;
            foreach (Guid aggregateId in aggregateIds)
            {
                if (_last.TryGetValue(aggregateId, out Task? last))
                {
                    (before ??= []).Add(last);
                }

                _last[aggregateId] = end;
            }

            return before switch
            {
                null => Task.CompletedTask,
                [var only] => only,
                _ => Task.WhenAll(before),
            };
        }
    }

    /// <summary>Whoever has cancelled leaves at once, and those behind it wait for those before it still.</summary>
    private void Leave(Guid[] aggregateIds, TaskCompletionSource end, Task before)
    {
        if (!before.IsCompleted)
        {
            _ = before.ContinueWith(_ => Leave(aggregateIds, end, Task.CompletedTask), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return;
        }

        lock (_lock)
        {
            foreach (Guid aggregateId in aggregateIds)
            {
                if (_last.TryGetValue(aggregateId, out Task? last) && last == end.Task)
                {
                    _last.Remove(aggregateId);
                }
            }
        }

        end.SetResult();
    }
}
