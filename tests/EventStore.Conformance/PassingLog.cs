using EventStore.Providers;

namespace EventStore.Conformance;

/// <summary>An event log that passes every call on: what a test wants to see or to change, it overrides.</summary>
public abstract class PassingLog(IEventLog inner, IProjectionStore projections) : IEventLog
{
    /// <summary>Where the calls go.</summary>
    protected IEventLog Inner => inner;

    public IProjectionStore Projections => projections;

    public Task InstallAsync(CancellationToken cancellationToken) => Inner.InstallAsync(cancellationToken);

    public Task CreateStreamAsync(string streamName, CancellationToken cancellationToken) => Inner.CreateStreamAsync(streamName, cancellationToken);

    public Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken) => Inner.DeleteStreamAsync(streamName, cancellationToken);

    public Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken) => Inner.HasStreamAsync(streamName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => Inner.FetchNamesAsync(query, cancellationToken);

    public virtual ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken) => Inner.ReadHeadAsync(selection, cancellationToken);

    public virtual ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => Inner.ReadAsync(request, cancellationToken);

    public virtual ValueTask<EventPage> ReadAggregateAsync(AggregateReadRequest request, CancellationToken cancellationToken) => Inner.ReadAggregateAsync(request, cancellationToken);

    public virtual ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken) => Inner.AppendAsync(units, cancellationToken);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Inner.DisposeAsync();
    }
}
