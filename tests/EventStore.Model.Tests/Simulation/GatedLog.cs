using EventStore.Conformance;
using EventStore.Providers;

namespace EventStore.Model.Tests.Simulation;

/// <summary>The event log as one process sees it.</summary>
internal sealed class GatedLog(IEventLog inner, SimulatedProcess process, IProjectionStore projections) : PassingLog(inner, projections)
{
    public override async ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken)
    {
        await process.PassAsync("head");
        StoreHead head = await Inner.ReadHeadAsync(selection, cancellationToken);
        await process.PassAsync("has head");
        return head;
    }

    public override async ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        await process.PassAsync("read");
        EventPage page = await Inner.ReadAsync(request, cancellationToken);
        await process.PassAsync("has read");
        return page;
    }

    public override async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        await process.PassAsync("append");
        IReadOnlyList<AppendOutcome> outcomes = await Inner.AppendAsync(units, cancellationToken);
        await process.PassAsync("has appended");
        return outcomes;
    }
}
