using Microsoft.Extensions.Logging;

namespace EventStore;

/// <summary>What the library writes to a log: what somebody who runs it has to know of. Payloads and metadata never stand there.</summary>
internal static partial class EventStoreLog
{
    [LoggerMessage(1, LogLevel.Warning, "Followers of {Store} have waited {Duration} below position {Position} for an append that is left open: {Holder}")]
    public static partial void WatermarkStalled(this ILogger logger, string store, TimeSpan duration, long position, string holder);

    [LoggerMessage(2, LogLevel.Warning, "The projection '{Projection}' could not handle the event '{Event}' ({EventId}) at position {Position} of stream '{Stream}', try {Attempt}")]
    public static partial void EventFailed(this ILogger logger, Exception exception, string projection, string @event, Guid eventId, long position, string? stream, int attempt);

    [LoggerMessage(3, LogLevel.Error, "The projection '{Projection}' has parked the event '{Event}' ({EventId}) at position {Position} of stream '{Stream}' after {Attempts} tries; later events of its aggregate wait behind it")]
    public static partial void EventParked(this ILogger logger, Exception exception, string projection, string @event, Guid eventId, long position, string? stream, int attempts);

    [LoggerMessage(4, LogLevel.Error, "The run of the projection '{Projection}' has ended: {Reason}")]
    public static partial void RunFailed(this ILogger logger, Exception exception, string projection, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The run of the projection '{Projection}' has lost its lease; nothing of the block in progress was stored")]
    public static partial void LeaseLost(this ILogger logger, string projection);

    [LoggerMessage(6, LogLevel.Warning, "The projection '{Projection}' waits for its storage")]
    public static partial void RunInterrupted(this ILogger logger, Exception exception, string projection);

    [LoggerMessage(7, LogLevel.Information, "The projection '{Projection}' goes on")]
    public static partial void RunResumed(this ILogger logger, string projection);

    [LoggerMessage(8, LogLevel.Debug, "The projection '{Projection}' runs")]
    public static partial void RunBegan(this ILogger logger, string projection);

    [LoggerMessage(9, LogLevel.Debug, "The run of the projection '{Projection}' has ended")]
    public static partial void RunEnded(this ILogger logger, string projection);
}
