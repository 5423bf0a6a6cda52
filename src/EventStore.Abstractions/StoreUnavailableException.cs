namespace EventStore;

/// <summary>
/// The server that keeps the events is out of reach, has ended the connection, or has not answered in time. The inner
/// exception is the driver's.
/// </summary>
/// <remarks>
/// Make the call again when the server is there. An append is not in doubt: nothing of it was written, or else it
/// would have ended in an <see cref="AppendOutcomeUnknownException"/>.
/// </remarks>
public sealed class StoreUnavailableException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, what was written, and the way out.</param>
    /// <param name="innerException">The driver's exception, or null.</param>
    public StoreUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What was used, for example <c>schema "es"</c>.</summary>
    public required string Store { get; init; }

    /// <summary>
    /// Whether a time-out has passed, of a command, of connecting, or of waiting for a connection of the pool; false if
    /// the connection was refused or has ended.
    /// </summary>
    public bool IsTimeout { get; init; }

    /// <summary>
    /// Whether it is certain that nothing was written: always after an append, and after what only reads. False where a
    /// stream was to be created or deleted, the store to be installed, or a projection to be run or changed: that may have
    /// been done before the answer was lost.
    /// </summary>
    public bool WroteNothing { get; init; }

    /// <summary>The same for the run of a projection, of which earlier blocks may be stored.</summary>
    internal StoreUnavailableException OfRun() =>
        new($"{Message} The projection goes on from its last checkpoint when it is run again.", InnerException) { Store = Store, IsTimeout = IsTimeout };
}
