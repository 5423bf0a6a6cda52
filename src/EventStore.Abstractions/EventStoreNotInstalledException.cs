namespace EventStore;

/// <summary>A store was used whose storage has never been installed.</summary>
/// <remarks>Call <c>InstallAsync</c> once before anything else; calling it again changes nothing.</remarks>
public sealed class EventStoreNotInstalledException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="store">What was used, for example <c>schema "es"</c>.</param>
    /// <param name="innerException">The database's error, or null.</param>
    public EventStoreNotInstalledException(string store, Exception? innerException = null)
        : base($"The event store ({store}) is not installed. Call InstallAsync once before using it; it may be called again at any time.", innerException)
    {
        Store = store;
    }

    /// <summary>What was used, for example <c>schema "es"</c>.</summary>
    public string Store { get; }
}
