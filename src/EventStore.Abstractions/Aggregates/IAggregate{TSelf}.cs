using System.ComponentModel;
using EventStore.CompilerServices;

namespace EventStore;

/// <summary>
/// What the generator implements for a class or record marked <c>[Aggregate] partial</c>: everything that replaying
/// and saving need, settled at compile time. Write none by hand.
/// </summary>
/// <typeparam name="TSelf">The aggregate itself.</typeparam>
public interface IAggregate<TSelf>
    where TSelf : class, IAggregate<TSelf>
{
    /// <summary>The stored type of the aggregate, from <c>[Aggregate("…")]</c>.</summary>
    static abstract string AggregateTypeName { get; }

    /// <summary>The events it handles; the index in this list is the ordinal.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract IReadOnlyList<EventType> EventTypes { get; }

    /// <summary>Whether a handler asks for the metadata or the whole event; if none does, neither is read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract bool HandlersReadContext { get; }

    /// <summary>The aggregate's id, never empty.</summary>
    Guid AggregateId { get; }

    /// <summary>The version: that of the last event recorded or replayed, 0 for a new one.</summary>
    long Version { get; }

    /// <summary>Looks up the ordinal of a stored name, former names included.</summary>
    /// <param name="utf8Name">The stored name in UTF-8.</param>
    /// <returns>The ordinal, or −1 for a name that no handler takes.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract int FindEvent(ReadOnlySpan<byte> utf8Name);

    /// <summary>Tells whether the aggregate declares a name as ignored.</summary>
    /// <param name="utf8Name">A stored name for which <see cref="FindEvent"/> gave −1.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract bool IgnoresEvent(ReadOnlySpan<byte> utf8Name);

    /// <summary>Makes an aggregate without history.</summary>
    /// <param name="journal">Its id, type and clock.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Create(AggregateJournal journal);

    /// <summary>Calls the handler of an event, and gives the aggregate that came of it.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="ordinal">The event's ordinal.</param>
    /// <param name="payload">The event, of the type that belongs to <paramref name="ordinal"/>.</param>
    /// <param name="context">Gives metadata and the whole event to handlers that ask for them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Replay(TSelf aggregate, int ordinal, object payload, ReplayContext context);

    /// <summary>Gives the aggregate's journal: id, version and waiting events.</summary>
    /// <param name="aggregate">The aggregate.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract AggregateJournal GetJournal(TSelf aggregate);

    /// <summary>Sets the journal: on the aggregate itself, or on a copy if it is immutable.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="journal">The journal.</param>
    /// <returns>The aggregate with that journal.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf WithJournal(TSelf aggregate, AggregateJournal journal);
}
