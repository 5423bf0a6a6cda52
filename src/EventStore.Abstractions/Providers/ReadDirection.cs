namespace EventStore.Providers;

/// <summary>Which way a stream is read.</summary>
public enum ReadDirection
{
    /// <summary>By ascending position.</summary>
    Forwards,

    /// <summary>By descending position.</summary>
    Backwards,
}
