using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EventStore.Postgres;

/// <summary>Sees how long followers stay at one position below the last, and tells it once. Thread-safe.</summary>
internal sealed class WatermarkWatch(PostgresOptions options, TimeProvider timeProvider, ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly TagList _tags = new([new("eventstore.schema", options.Schema)]);
    private long _position;
    private long _since;
    private bool _isTold;

    /// <summary>Notes what a follower has seen.</summary>
    /// <param name="lowestOpen">Where the oldest open append holds followers up, or null.</param>
    /// <param name="last">The last position given out.</param>
    /// <returns>For how long they have waited, if that is to be told now; otherwise null.</returns>
    public TimeSpan? Note(long? lowestOpen, long last)
    {
        TimeSpan waited = TimeSpan.Zero;
        bool tells = false;
        lock (_lock)
        {
            if (lowestOpen is not { } position || position >= last)
            {
                _position = 0;
            }
            else if (position != _position)
            {
                (_position, _since, _isTold) = (position, timeProvider.GetTimestamp(), false);
            }
            else
            {
                waited = timeProvider.GetElapsedTime(_since);
                tells = !_isTold && waited >= options.StallThreshold;
                _isTold |= tells;
            }
        }

        EventStoreTelemetry.WatermarkStalled.Record(waited.TotalSeconds, _tags);
        return tells ? waited : null;
    }

    /// <summary>Notes that a stall could not be told, so that the next follower tells it.</summary>
    public void NoteUntold()
    {
        lock (_lock)
        {
            _isTold = false;
        }
    }

    /// <summary>Tells of a stall: as an activity, and to whoever wants to log it.</summary>
    public void Tell(WatermarkStall stall)
    {
        using (Activity? activity = EventStoreTelemetry.Source.StartActivity("eventstore.watermark.stall"))
        {
            activity?.SetTag("eventstore.schema", options.Schema);
            activity?.SetTag("eventstore.position", stall.Position);
            activity?.SetTag("eventstore.stall.seconds", stall.Duration.TotalSeconds);
            if (stall.OpenAppends is [var oldest, ..])
            {
                activity?.SetTag("eventstore.holder.pid", oldest.ProcessId);
                activity?.SetTag("eventstore.holder.application", oldest.Application);
                activity?.SetTag("eventstore.holder.age.seconds", oldest.Age?.TotalSeconds);
                activity?.SetTag("eventstore.holder.database", oldest.Database);
                activity?.SetTag("eventstore.holder.query", oldest.Query);
            }
        }

        string holder = stall.OpenAppends is [var first, ..]
            ? $"process {first.ProcessId} ({first.Application}) in database {first.Database}, open for {first.Age}, {first.State}: {first.Query}"
            : "it has ended meanwhile";
        logger.WatermarkStalled($"schema {options.Schema}", stall.Duration, stall.Position, holder);
        options.Stalled?.Invoke(stall);
    }
}
