using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace EventStore.PeerComparison.Martens;

/// <summary>A projection that only tells when it has an event.</summary>
internal sealed class MartenArrivals(Arrivals arrivals) : IProjection
{
    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (IEvent _ in events)
        {
            arrivals.Add();
        }

        return Task.CompletedTask;
    }
}
