using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EventStore;

/// <summary>
/// What the library tells of itself. Tags have few values: never a stream's name, an id or anything of an event.
/// </summary>
internal static class EventStoreTelemetry
{
    private static readonly Meter Meter = new(EventStoreDiagnostics.MeterName);

    public static ActivitySource Source { get; } = new(EventStoreDiagnostics.ActivitySourceName);

    /// <summary>How long appends take.</summary>
    public static Histogram<double> AppendDuration { get; } =
        Meter.CreateHistogram<double>("eventstore.append.duration", "s", "How long a call that appends takes, middlewares left out.");

    /// <summary>What became of units.</summary>
    public static Counter<long> AppendedUnits { get; } =
        Meter.CreateCounter<long>("eventstore.append.units", "{unit}", "Units that were to be appended, by outcome.");

    /// <summary>Events that were stored.</summary>
    public static Counter<long> AppendedEvents { get; } =
        Meter.CreateCounter<long>("eventstore.append.events", "{event}", "Events that were stored.");

    /// <summary>How long followers have been held up.</summary>
    public static Gauge<double> WatermarkStalled { get; } =
        Meter.CreateGauge<double>("eventstore.watermark.stalled", "s", "How long followers have been held up by the same open append; 0 if they are not.");

    /// <summary>Events that a projection could not handle.</summary>
    public static Counter<long> FailedEvents { get; } =
        Meter.CreateCounter<long>("eventstore.projection.failed_events", "{event}", "Tries to handle an event that failed, by policy.");

    /// <summary>Runs of projections that lost their lease.</summary>
    public static Counter<long> LostLeases { get; } =
        Meter.CreateCounter<long>("eventstore.projection.lost_leases", "{lease}", "Leases that runs of projections have lost to others.");

    /// <summary>Checkpoints of projections.</summary>
    public static Counter<long> Checkpoints { get; } =
        Meter.CreateCounter<long>("eventstore.projection.checkpoints", "{checkpoint}", "Checkpoints that were stored.");

    /// <summary>Events that projections have handled and stored.</summary>
    public static Counter<long> HandledEvents { get; } =
        Meter.CreateCounter<long>("eventstore.projection.events", "{event}", "Events that were handled and belong to a stored checkpoint.");

    /// <summary>Runs of projections that lost their server.</summary>
    public static Counter<long> InterruptedRuns { get; } =
        Meter.CreateCounter<long>("eventstore.projection.interruptions", "{interruption}", "How often a projection that keeps running had to wait for its storage.");

    /// <summary>The word for an outcome.</summary>
    public static string NameOf(AppendOutcome outcome) => outcome switch
    {
        { IsStored: true } => outcome.Result.AlreadyStored ? "repeated" : "stored",
        { Exception: ConcurrencyException } => "conflict",
        { Exception: StreamNotFoundException } => "not_found",
        { Exception: AppendOutcomeUnknownException } => "unknown",
        { Exception: OperationCanceledException } => "cancelled",
        _ => "failed",
    };
}
