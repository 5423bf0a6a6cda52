namespace EventStore;

/// <summary>When a middleware runs.</summary>
public enum DomainEventAction
{
    /// <summary>Before an event is written. What the middleware gives is stored; it may change payload and metadata, never id, aggregate or version.</summary>
    PreAppend,

    /// <summary>After an event is committed, with its position. What the middleware gives is ignored.</summary>
    Appended,

    /// <summary>After an event is read, before anybody sees it. What the middleware gives is seen.</summary>
    Loaded,
}
