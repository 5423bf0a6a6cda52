namespace EventStore.Conformance;

/// <summary>Where the stores of one test keep their events: empty and not installed at first, removed at the end.</summary>
public abstract class TestStorage : IAsyncDisposable
{
    /// <summary>Lets a store keep its events here, beside the others of the same test.</summary>
    public abstract void Use(EventStoreBuilder builder);

    public abstract ValueTask DisposeAsync();
}
