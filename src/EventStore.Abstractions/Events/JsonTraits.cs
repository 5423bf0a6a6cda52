namespace EventStore;

/// <summary>What can go wrong where a type is written as JSON: most types are spared the checks of those that need them.</summary>
[Flags]
internal enum JsonTraits
{
    /// <summary>Only what System.Text.Json and generated code write: that is valid, and names each member once.</summary>
    None = 0,

    /// <summary>A converter, extension data or a piece of any JSON has a say: it may be no JSON, or hold a name twice.</summary>
    HasFreeJson = 1,

    /// <summary>Times whose offset may move them beyond what a <see cref="DateTime"/> can hold.</summary>
    HasLocalTimes = 2,
}
