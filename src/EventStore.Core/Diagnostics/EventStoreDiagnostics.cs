namespace EventStore;

/// <summary>The names under which the library tells what it does; docs/observability.md lists instruments and activities.</summary>
public static class EventStoreDiagnostics
{
    /// <summary>The name of the meter, as <c>AddMeter</c> takes it.</summary>
    public const string MeterName = "EventStore";

    /// <summary>The category of the log.</summary>
    public const string LogCategory = "EventStore";

    /// <summary>The name of the activity source, as <c>AddSource</c> takes it.</summary>
    public const string ActivitySourceName = "EventStore";
}
