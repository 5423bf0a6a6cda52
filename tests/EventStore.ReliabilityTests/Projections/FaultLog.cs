using EventStore.Conformance;
using EventStore.Providers;

namespace EventStore.ReliabilityTests;

/// <summary>An event log that says what it is about to do for a projection, and what it has done.</summary>
internal sealed class FaultLog(IEventLog inner, Action<string> reached) : PassingLog(inner, new FaultProjections(inner.Projections, reached))
{
    public override async ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken)
    {
        reached("before head");
        StoreHead head = await Inner.ReadHeadAsync(selection, cancellationToken);
        reached("head");
        return head;
    }

    public override async ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        reached("before page");
        EventPage page = await Inner.ReadAsync(request, cancellationToken);
        reached("page");
        return page;
    }
}
