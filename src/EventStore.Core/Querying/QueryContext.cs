namespace EventStore;

/// <summary>What a handler of a query may do beside changing the state.</summary>
public sealed class QueryContext
{
    private readonly Action _stop;

    internal QueryContext(Action stop) => _stop = stop;

    /// <summary>Ends the run after this event; the next run goes on behind it.</summary>
    public void Stop() => _stop();
}
