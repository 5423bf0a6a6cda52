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
            aggregate = TAggregate.Replay(aggregate, ordinal, domainEvent.PayloadAs(TAggregate.EventTypes[ordinal]), context);
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

    private static void CheckSuccession<TAggregate>(Guid aggregateId, DomainEvent domainEvent, long version)
        where TAggregate : class, IAggregate<TAggregate>
    {
        if (domainEvent.AggregateId != aggregateId)
        {
            throw new ArgumentException($"The history of aggregate '{TAggregate.AggregateTypeName}' {aggregateId} holds an event of {domainEvent.AggregateId}. Load one aggregate's events, with Match.AggregateId.", nameof(domainEvent));
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
