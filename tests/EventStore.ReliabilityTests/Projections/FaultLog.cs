using EventStore.Providers;

namespace EventStore.ReliabilityTests;

/// <summary>An event log that says what it is about to do for a projection, and what it has done.</summary>
internal sealed class FaultLog(IEventLog inner, Action<string> reached) : IEventLog
{
    public IProjectionStore Projections { get; } = new FaultProjections(inner.Projections, reached);

    public Task InstallAsync(CancellationToken cancellationToken) => inner.InstallAsync(cancellationToken);

    public Task CreateStreamAsync(string streamName, CancellationToken cancellationToken) => inner.CreateStreamAsync(streamName, cancellationToken);

    public Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken) => inner.DeleteStreamAsync(streamName, cancellationToken);

    public Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken) => inner.HasStreamAsync(streamName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => inner.FetchNamesAsync(query, cancellationToken);

    public async ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken)
    {
        reached("before head");
        StoreHead head = await inner.ReadHeadAsync(selection, cancellationToken);
        reached("head");
        return head;
    }

    public async ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        reached("before page");
        EventPage page = await inner.ReadAsync(request, cancellationToken);
        reached("page");
        return page;
    }

    public ValueTask<EventPage> ReadAggregateAsync(AggregateReadRequest request, CancellationToken cancellationToken) => inner.ReadAggregateAsync(request, cancellationToken);

    public ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken) => inner.AppendAsync(units, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
