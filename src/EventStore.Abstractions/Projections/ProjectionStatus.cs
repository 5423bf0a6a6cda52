namespace EventStore;

/// <summary>What a query or a projection is doing.</summary>
public enum ProjectionStatus
{
    /// <summary>It does not run.</summary>
    Idle,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It was asked to stop.</summary>
    Stopping,

    /// <summary>It was asked to start over.</summary>
    Resetting,

    /// <summary>It was asked to go, and what it emitted stays.</summary>
    Deleting,

    /// <summary>It was asked to go, with what it emitted.</summary>
    DeletingInclEmittedEvents,
}
