using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace EventStore;

/// <summary>
/// The event that a projection could not handle, and what the policy makes of it. Up to it the block is handled again
/// with a checkpoint behind each event, so that it is tried from a state that is stored.
/// </summary>
internal sealed class PoisonedEvent(ProjectionOptions options, string projectionName, ILogger logger)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private long _position;
    private int _attempts;
    private ParkedEvent? _parked;

    /// <summary>Whether an event has failed that was not passed yet.</summary>
    public bool IsAhead => _position != 0;

    /// <summary>Whether an event is the failed one, or stands before it in its block.</summary>
    public bool IsSuspect(long position) => position <= _position;

    /// <summary>What is to be parked in place of the event at a position, if anything.</summary>
    public ParkedEvent? TakeParked(long position)
    {
        if (_parked is null || _parked.Position != position)
        {
            return null;
        }

        ParkedEvent parked = _parked;
        _parked = null;
        return parked;
    }

    /// <summary>Everything is handled: the failed event too, or it is gone.</summary>
    public void Passed() => (_position, _attempts, _parked) = (0, 0, null);

    /// <summary>Waits for the next try, or ends the run with what the handler threw.</summary>
    public async ValueTask FailedAsync(HandlerFailure failure, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        if (options.PoisonPolicy == PoisonPolicy.Stop)
        {
            ExceptionDispatchInfo.Throw(failure.Cause);
        }

        if (failure.IsOfBlock)
        {
            // Event by event it will show which one it is.
            (_position, _attempts) = (failure.Position, 0);
            return;
        }

        _attempts = failure.Position == _position ? _attempts + 1 : 1;
        _position = failure.Position;
        DomainEvent failed = failure.DomainEvent!;
        logger.EventFailed(failure.Cause, projectionName, failed.Name, failed.EventId, failure.Position, failed.StreamName, _attempts);
        EventStoreTelemetry.FailedEvents.Add(1, new KeyValuePair<string, object?>("eventstore.policy", options.PoisonPolicy == PoisonPolicy.Park ? "park" : "retry"));
        if (_attempts <= options.Retries)
        {
            await Task.Delay(DelayOf(_attempts), timeProvider, cancellationToken).ConfigureAwait(false);
        }
        else if (options.PoisonPolicy == PoisonPolicy.Park)
        {
            _parked = failure.Park(_attempts);
            logger.EventParked(failure.Cause, projectionName, failed.Name, failed.EventId, failure.Position, failed.StreamName, _attempts);
        }
        else
        {
            ExceptionDispatchInfo.Throw(failure.Cause);
        }
    }

    private TimeSpan DelayOf(int attempt)
    {
        double delay = options.RetryDelay.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 30));
        return delay < LongestDelay.TotalMilliseconds ? TimeSpan.FromMilliseconds(delay) : LongestDelay;
    }
}
