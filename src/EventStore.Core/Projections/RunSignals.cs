using EventStore.Providers;

namespace EventStore;

/// <summary>What a projector and a run of it tell each other, past the storage. Thread-safe.</summary>
internal sealed class RunSignals
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stops;

    /// <summary>Ends when the run holds its lease, so that a request that is stored from then on reaches it; or when it is over.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Whether the run is to end behind the block in progress.</summary>
    public bool Stops => _stops;

    /// <summary>Asks this run to end, and no other: what is stored may come too early for it, or too late.</summary>
    public void Stop() => _stops = true;

    /// <summary>The run holds its lease, or is over.</summary>
    public void Began() => _begun.TrySetResult();

    /// <summary>What the run has to obey. A stop takes no deletion back; a reset that waits is obeyed by the next run.</summary>
    public ProjectionStatus WhatIsAsked(ProjectionStatus stored) =>
        Stops && stored is not (ProjectionStatus.Deleting or ProjectionStatus.DeletingInclEmittedEvents) ? ProjectionStatus.Stopping : stored;

    /// <inheritdoc cref="WhatIsAsked(ProjectionStatus)"/>
    public ProjectionRequests WhatIsAsked(ProjectionRequests stored) => stored with { Status = WhatIsAsked(stored.Status) };

    /// <inheritdoc cref="WhatIsAsked(ProjectionStatus)"/>
    public StoredProjection WhatIsAsked(StoredProjection stored) => Stops ? stored with { Status = WhatIsAsked(stored.Status) } : stored;
}
