using System.ComponentModel;

namespace EventStore.CompilerServices;

/// <summary>Gives metadata and the whole event to the handlers that ask for them. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ReplayContext
{
    /// <summary>The event that is being replayed.</summary>
    public abstract DomainEvent Event { get; }

    /// <summary>Its metadata.</summary>
    public EventMetadata Metadata => Event.Metadata;
}
