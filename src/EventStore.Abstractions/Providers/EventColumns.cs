namespace EventStore.Providers;

/// <summary>What a page carries beside position, version, name and payload, which it always does.</summary>
[Flags]
public enum EventColumns
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Event id, time, aggregate id and type, and whether the event is a link.</summary>
    Header = 1,

    /// <summary>The metadata. It costs more than everything else together.</summary>
    Metadata = 2,

    /// <summary>Everything.</summary>
    All = Header | Metadata,
}
