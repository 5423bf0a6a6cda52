namespace EventStore;

/// <summary>The database role that the store connects with lacks a right. Nothing was written.</summary>
/// <remarks>docs/roles.md lists what each kind of role needs.</remarks>
public sealed class MissingRightException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="right">The right, for example <c>INSERT</c>.</param>
    /// <param name="on">What it is needed for, for example <c>table "es"."event_streams"</c>.</param>
    /// <param name="statement">The statement that grants it, for the owner to execute.</param>
    /// <param name="innerException">The server's answer, or null.</param>
    public MissingRightException(string right, string on, string statement, Exception? innerException = null)
        : base($"The database role lacks a right on the event store: {right} on {on}. Let the owner execute '{statement}', or connect as a role that has it.", innerException)
    {
        Right = right;
        On = on;
        Statement = statement;
    }

    /// <summary>The right, for example <c>INSERT</c>.</summary>
    public string Right { get; }

    /// <summary>What it is needed for, for example <c>table "es"."event_streams"</c>.</summary>
    public string On { get; }

    /// <summary>The statement that grants it, for the owner to execute.</summary>
    public string Statement { get; }
}
