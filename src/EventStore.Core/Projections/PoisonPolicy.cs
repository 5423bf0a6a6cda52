namespace EventStore;

/// <summary>What a projection does with an event that it cannot handle: the handler throws or takes too long, or the event cannot be read. None of them ever skips it in silence.</summary>
public enum PoisonPolicy
{
    /// <summary>The run ends with the exception; the next one begins behind the last checkpoint.</summary>
    Stop,

    /// <summary>The event is tried again, and then the run ends with the exception.</summary>
    Retry,

    /// <summary>
    /// The event is tried again, and then set aside, and after it the later events of its aggregate, in their order,
    /// until <see cref="IProjectionManager.ResumeAsync"/> lets the projection handle them.
    /// </summary>
    Park,
}
