using EventStore.Providers;

namespace EventStore;

/// <summary>Lets parked events be handled, in their order; an aggregate whose next one fails again goes on waiting.</summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ParkedResumption<TState>(StoreEngine store, ProjectionBlock<TState> block, ProjectionStep<TState> step, string projectionName)
{
    /// <summary>Obeys what was asked of the projection; true ends the resumption.</summary>
    public delegate ValueTask<bool> Obey(ProjectionRequests requests, CancellationToken cancellationToken);

    /// <summary>Handles each parked event, with a checkpoint behind it.</summary>
    public async ValueTask RunAsync(Obey obey, CancellationToken cancellationToken)
    {
        IReadOnlyList<ParkedEvent> all = await store.Log.Projections.FetchParkedAsync(projectionName, cancellationToken).ConfigureAwait(false);
        var stillParked = new List<ParkedEvent>();
        var waiting = new ParkedEvents();
        foreach (ParkedEvent parked in all)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DomainEvent? domainEvent = await EventLookup.ReadAsync(store, parked.StreamId, parked.StreamName, parked.Position, cancellationToken).ConfigureAwait(false);
            if (domainEvent is not null && waiting.Holds(domainEvent))
            {
                stillParked.Add(parked);
                continue;
            }

            (ProjectionRequests requests, ParkedEvent? again) = await HandleAsync(parked, domainEvent, cancellationToken).ConfigureAwait(false);
            if (again is not null)
            {
                stillParked.Add(again);
                waiting.Add(again);
            }

            if (await obey(requests, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        block.SetParked(stillParked);
        await obey(await block.SaveAsync(endsResumption: true).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Handles a parked event and stores what came of it: that it is done with, or is parked again.</summary>
    private async ValueTask<(ProjectionRequests Requests, ParkedEvent? Again)> HandleAsync(ParkedEvent parked, DomainEvent? domainEvent, CancellationToken cancellationToken)
    {
        try
        {
            if (domainEvent is not null)
            {
                await step.HandleAsync(domainEvent, new StreamInfo(parked.StreamId, parked.StreamName, null), parked.Position, cancellationToken).ConfigureAwait(false);
            }

            block.Resumed(parked);
            return (await block.SaveAsync().ConfigureAwait(false), null);
        }
        catch (HandlerFailure failure)
        {
            block.GiveUp();
            ParkedEvent again = failure.Park(parked.Attempts + 1);
            block.Park(again);
            return (await block.SaveAsync().ConfigureAwait(false), again);
        }
    }
}
