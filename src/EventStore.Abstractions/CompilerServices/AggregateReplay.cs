using System.ComponentModel;
using System.Text;

namespace EventStore.CompilerServices;

/// <summary>Rebuilds aggregates from events that are already loaded. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AggregateReplay
{
    /// <summary>Rebuilds an aggregate.</summary>
    /// <typeparam name="TAggregate">The aggregate.</typeparam>
    /// <param name="history">All of its events, in the order of their versions; at least one.</param>
    /// <exception cref="ArgumentException">The history is empty, or its events belong to several aggregates.</exception>
    /// <exception cref="AggregateHistoryException">The versions do not follow each other.</exception>
    /// <exception cref="UnknownEventException">There is no handler for an event, and its name is not ignored.</exception>
    public static TAggregate FromHistory<TAggregate>(IEnumerable<DomainEvent> history)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(history);
        TAggregate? aggregate = null;
        AggregateJournal journal = default;
        var context = new HistoryReplayContext();
        long version = 0;
        foreach (DomainEvent domainEvent in history)
        {
            ArgumentNullException.ThrowIfNull(domainEvent, nameof(history));
            if (aggregate is null)
            {
                journal = new AggregateJournal(domainEvent.AggregateId, TAggregate.AggregateTypeName);
                aggregate = TAggregate.Create(journal.Replaying());
            }

            CheckSuccession<TAggregate>(journal.AggregateId, domainEvent, version);
            version = domainEvent.Version;
            int ordinal = TAggregate.FindEvent(Encoding.UTF8.GetBytes(domainEvent.Name));
            if (ordinal < 0)
            {
                IgnoreOrThrow<TAggregate>(domainEvent.Name, journal.AggregateId, domainEvent.StreamName, domainEvent.Position);
                continue;
            }

            context.Current = domainEvent;
            object payload = domainEvent.PayloadAs(TAggregate.EventTypes[ordinal]);
            aggregate = TAggregate.Replay(aggregate, OrdinalOf<TAggregate>(payload, ordinal, domainEvent), payload, context);
        }

        return aggregate is null
            ? throw new ArgumentException($"The history of an aggregate '{TAggregate.AggregateTypeName}' is empty. Make a new one with New(id).", nameof(history))
            : TAggregate.WithJournal(aggregate, journal.Replayed(version));
    }

    /// <summary>Refuses an event that an aggregate does not handle. For generated code.</summary>
    /// <param name="aggregateType">The aggregate's type.</param>
    /// <param name="domainEvent">The event.</param>
    public static UnknownEventException Unhandled(string aggregateType, DomainEvent domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        return Unhandled(aggregateType, domainEvent.AggregateId, domainEvent.Name, domainEvent.StreamName, domainEvent.Position);
    }

    internal static void IgnoreOrThrow<TAggregate>(string eventName, Guid aggregateId, string? streamName, long position)
        where TAggregate : class, IAggregate<TAggregate>
    {
        if (!TAggregate.IgnoresEvent(Encoding.UTF8.GetBytes(eventName)))
        {
            throw Unhandled(TAggregate.AggregateTypeName, aggregateId, eventName, streamName, position);
        }
    }

    /// <summary>A payload may have been replaced by one of another type since it was stored: that has another handler, or none.</summary>
    internal static int OrdinalOf<TAggregate>(object payload, int ordinal, DomainEvent domainEvent)
        where TAggregate : class, IAggregate<TAggregate>
    {
        IReadOnlyList<EventType> types = TAggregate.EventTypes;
        Type type = payload.GetType();
        if (types[ordinal].ClrType == type)
        {
            return ordinal;
        }

        for (int other = 0; other < types.Count; other++)
        {
            if (types[other].ClrType == type)
            {
                return other;
            }
        }

        throw Replaced(TAggregate.AggregateTypeName, domainEvent, type);
    }

    private static UnknownEventException Replaced(string aggregateType, DomainEvent domainEvent, Type type) =>
        new($"The aggregate '{aggregateType}' {domainEvent.AggregateId} has no handler for {type}, by which the payload of the event '{domainEvent.Name}' at position {domainEvent.Position} of stream '{domainEvent.StreamName}' was replaced. Write a When method for it, or replace the payload by one that has a handler.")
        {
            EventName = domainEvent.Name,
            StreamName = domainEvent.StreamName,
            Position = domainEvent.Position,
        };

    private static void CheckSuccession<TAggregate>(Guid aggregateId, DomainEvent domainEvent, long version)
        where TAggregate : class, IAggregate<TAggregate>
    {
        if (domainEvent.AggregateId != aggregateId)
        {
            throw new ArgumentException($"The history of aggregate '{TAggregate.AggregateTypeName}' {aggregateId} holds an event of {domainEvent.AggregateId}. Load one aggregate's events, with Match.AggregateId.", nameof(domainEvent));
        }

        if (domainEvent.AggregateType is { } type && type != TAggregate.AggregateTypeName)
        {
            throw new ArgumentException($"The history of aggregate '{TAggregate.AggregateTypeName}' {aggregateId} holds an event of the type '{type}', which has the same id. Load one aggregate's events, with Match.AggregateType too.", nameof(domainEvent));
        }

        if (domainEvent.Version != version + 1)
        {
            throw new AggregateHistoryException(TAggregate.AggregateTypeName, aggregateId, version + 1, domainEvent.Version);
        }
    }

    private static UnknownEventException Unhandled(string aggregateType, Guid aggregateId, string eventName, string? streamName, long position) =>
        new($"The aggregate '{aggregateType}' {aggregateId} has no handler for the event '{eventName}' at position {position} of stream '{streamName}'. Write a When method for it, name it as a former name of an event that has one, or mark the aggregate with [Ignores(\"{eventName}\")].")
        {
            EventName = eventName,
            StreamName = streamName,
            Position = position,
        };

    private sealed class HistoryReplayContext : ReplayContext
    {
        public DomainEvent? Current { get; set; }

        public override DomainEvent Event => Current!;
    }
}
