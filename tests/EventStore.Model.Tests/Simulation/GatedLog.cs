using EventStore.Providers;

namespace EventStore.Model.Tests.Simulation;

/// <summary>The event log as one process sees it.</summary>
internal sealed class GatedLog(IEventLog inner, SimulatedProcess process, IProjectionStore projections) : IEventLog
{
    public IProjectionStore Projections => projections;

    public Task InstallAsync(CancellationToken cancellationToken) => inner.InstallAsync(cancellationToken);

    public Task CreateStreamAsync(string streamName, CancellationToken cancellationToken) => inner.CreateStreamAsync(streamName, cancellationToken);

    public Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken) => inner.DeleteStreamAsync(streamName, cancellationToken);

    public Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken) => inner.HasStreamAsync(streamName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => inner.FetchNamesAsync(query, cancellationToken);

    public async ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken)
    {
        await process.PassAsync("head");
        StoreHead head = await inner.ReadHeadAsync(selection, cancellationToken);
        await process.PassAsync("has head");
        return head;
    }

    public async ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        await process.PassAsync("read");
        EventPage page = await inner.ReadAsync(request, cancellationToken);
        await process.PassAsync("has read");
        return page;
    }

    public ValueTask<EventPage> ReadAggregateAsync(AggregateReadRequest request, CancellationToken cancellationToken) => inner.ReadAggregateAsync(request, cancellationToken);

    public async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        await process.PassAsync("append");
        IReadOnlyList<AppendOutcome> outcomes = await inner.AppendAsync(units, cancellationToken);
        await process.PassAsync("has appended");
        return outcomes;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
