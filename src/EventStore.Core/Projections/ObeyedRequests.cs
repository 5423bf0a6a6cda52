using EventStore.Providers;

namespace EventStore;

/// <summary>What was asked of a projection while it runs, done; and what that means for its run.</summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ObeyedRequests<TState>(ProjectionDefinition<TState> definition, ProjectionBlock<TState> block, ProjectionLease lease, Action<TState> show)
{
    /// <summary>Whether the run ends.</summary>
    public bool Ends { get; set; }

    /// <summary>Whether the projection starts over.</summary>
    public bool IsReset { get; set; }

    /// <summary>Whether the projection is gone, and its lease with it.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Whether the storage was told to delete the projection: if it is not there any more, that was done.</summary>
    public bool IsDeleting { get; private set; }

    /// <summary>Whether parked events are to be handled again.</summary>
    public bool Resumes { get; set; }

    /// <summary>Whether the pass ends here.</summary>
    public bool EndsPass => Ends || IsReset;

    private IProjectionStore Projections => definition.Store.Log.Projections;

    /// <summary>Does what was asked; true if the pass ends with it.</summary>
    public async ValueTask<bool> ObeyAsync(ProjectionRequests requests, CancellationToken cancellationToken)
    {
        Resumes |= requests.Resumes;
        switch (requests.Status)
        {
            case ProjectionStatus.Stopping:
                Ends = true;
                break;
            case ProjectionStatus.Resetting:
                await ResetAsync(cancellationToken).ConfigureAwait(false);
                await ReadModelCalls.InitAsync(Projections, definition.ReadModel, cancellationToken).ConfigureAwait(false);
                IsReset = true;
                break;
            case ProjectionStatus.Deleting or ProjectionStatus.DeletingInclEmittedEvents:
                await DeleteAsync(requests.Status, cancellationToken).ConfigureAwait(false);
                break;
            default:
                break;
        }

        return EndsPass;
    }

    /// <summary>Starts over.</summary>
    public async ValueTask ResetAsync(CancellationToken cancellationToken)
    {
        CheckpointWork? work = ReadModelCalls.Reset(definition.ReadModel);
        try
        {
            block.Begin(await Projections.ResetAsync(lease, work, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            PageAhead.NoteDeletion();
        }

        show(block.State);
    }

    /// <summary>Deletes the projection, and with it what the request says.</summary>
    public async ValueTask DeleteAsync(ProjectionStatus request, CancellationToken cancellationToken)
    {
        bool deletesAll = request == ProjectionStatus.DeletingInclEmittedEvents;
        IsDeleting = true;
        try
        {
            await Projections.DeleteAsync(lease, deletesAll, deletesAll ? ReadModelCalls.Delete(definition.ReadModel) : null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            PageAhead.NoteDeletion();
        }

        Deleted();
    }

    /// <summary>The projection is gone, whether or not the storage could say so when it was asked.</summary>
    public void Deleted()
    {
        block.Begin(0);
        show(block.State);
        IsDeleted = true;
        Ends = true;
    }
}
