using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>
/// What the generator implements for a class or record marked <c>[Projection] partial</c>: everything that following
/// events needs, settled at compile time. Write none by hand.
/// </summary>
/// <typeparam name="TSelf">The projection itself, which is its state.</typeparam>
public interface IProjection<TSelf>
    where TSelf : class, IProjection<TSelf>
{
    /// <summary>The projection's stored name, from <c>[Projection("…")]</c>.</summary>
    static abstract string ProjectionName { get; }

    /// <summary>The events it handles; the index in this list is the ordinal.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract IReadOnlyList<EventType> EventTypes { get; }

    /// <summary>Whether a handler asks for the context, the header, the metadata or the whole event; if none does, no event needs to be wrapped.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract bool HandlersReadContext { get; }

    /// <summary>Whether a handler could look at metadata; if none does, it is not read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract bool HandlersReadMetadata { get; }

    /// <summary>How the state is written and read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract JsonTypeInfo<TSelf> StateJson { get; }

    /// <summary>Makes the state that a projection begins with.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Create();

    /// <summary>Looks up the ordinal of a stored name, former names included.</summary>
    /// <param name="utf8Name">The stored name in UTF-8.</param>
    /// <returns>The ordinal, or −1 for a name that no handler takes.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract int FindEvent(ReadOnlySpan<byte> utf8Name);

    /// <summary>Calls the handler of an event, and gives the state that came of it; at once where the handler is not asynchronous.</summary>
    /// <param name="projection">The state.</param>
    /// <param name="ordinal">The event's ordinal.</param>
    /// <param name="payload">The event, of the type that belongs to <paramref name="ordinal"/>.</param>
    /// <param name="context">What the handler may do; not read where <see cref="HandlersReadContext"/> is false.</param>
    /// <param name="cancellationToken">Passed to handlers that ask for it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ValueTask<TSelf> HandleAsync(TSelf projection, int ordinal, object payload, ProjectionContext context, CancellationToken cancellationToken);
}
