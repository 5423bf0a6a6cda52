namespace EventStore;

/// <summary>Whether statements are prepared on the server.</summary>
public enum PostgresPrepare
{
    /// <summary>
    /// Where a connection reaches the server itself, which is asked once for each physical connection. Through a
    /// transaction pooler the statement names of two clients could meet, and nothing is prepared.
    /// </summary>
    Auto,

    /// <summary>Always: for poolers that keep track of prepared statements.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
