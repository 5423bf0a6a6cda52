namespace EventStore;

/// <summary>
/// An append was sent, and it could not be found out whether it was stored. Appending the same events (with the
/// same ids) again is right either way: they stand once.
/// </summary>
public sealed class AppendOutcomeUnknownException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="eventIds">The ids of the events in doubt, in their order.</param>
    /// <param name="innerException">What cut the append off, or null.</param>
    public AppendOutcomeUnknownException(IReadOnlyList<Guid> eventIds, Exception? innerException = null)
        : base($"Whether {eventIds.Count} event(s) were stored is not known: the connection ended before the answer came. Append the same events again, with the same ids: they are stored once, whatever happened.", innerException)
    {
        EventIds = eventIds;
    }

    /// <summary>The ids of the events in doubt, in their order.</summary>
    public IReadOnlyList<Guid> EventIds { get; }

    /// <summary>
    /// What was to be appended, for <c>AppendAsync</c> to be called with again; null only from a provider's event log.
    /// </summary>
    public AppendUnit? Unit { get; private set; }

    /// <summary>Says what was to be appended: the engine knows, a provider does not.</summary>
    internal void Of(AppendUnit unit) => Unit = unit;
}
