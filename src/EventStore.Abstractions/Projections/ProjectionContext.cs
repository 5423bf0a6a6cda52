namespace EventStore;

/// <summary>
/// What a handler of a projection may do beside changing its state. It belongs to one call of one handler, is not
/// thread-safe, and must not be kept. What is emitted and linked is stored with the checkpoint, in one transaction with
/// the state: if a handler of the block throws, or the process dies before, nothing of it is there.
/// </summary>
public abstract class ProjectionContext
{
    /// <summary>The event that is being handled, with its stream, position and metadata.</summary>
    public abstract DomainEvent Event { get; }

    /// <summary>Ends the run after this event, which counts as handled; the next run begins with the one behind it.</summary>
    public abstract void Stop();

    /// <summary>
    /// Appends a new event to the stream that is named like the projection, and makes that stream when it is first
    /// written to. Its id follows from the projection, the event being handled and the order of the calls, so that a
    /// block which is repeated stores it once.
    /// </summary>
    /// <param name="payload">The event, of a type that the store's catalog knows. It belongs to no aggregate.</param>
    /// <param name="metadata">Its metadata, or null for none.</param>
    /// <exception cref="UnknownEventException">No catalog of the store knows the type.</exception>
    /// <exception cref="InvalidOperationException">A stream of that name is there which this projection did not make.</exception>
    public abstract void Emit(object payload, EventMetadata? metadata = null);

    /// <summary>Appends an event that is wrapped already, with the aggregate, time and metadata that it has.</summary>
    /// <param name="domainEvent">The event. Its id is replaced, as that of every emitted event.</param>
    /// <exception cref="UnknownEventException">No catalog of the store knows the type.</exception>
    /// <exception cref="InvalidOperationException">A stream of the projection's name is there which this projection did not make.</exception>
    public abstract void Emit(DomainEvent domainEvent);

    /// <summary>
    /// Lets a stored event stand in another stream too, with its id, name, payload, metadata and time, under a position
    /// of its own. The stream is made if it is missing. A link made twice stands once.
    /// </summary>
    /// <param name="streamName">The stream.</param>
    /// <param name="domainEvent">The event, mostly <see cref="Event"/>.</param>
    /// <exception cref="ArgumentException">The name is no name of a stream.</exception>
    public abstract void LinkTo(string streamName, DomainEvent domainEvent);
}
