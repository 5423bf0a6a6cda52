using EventStore.CompilerServices;
using EventStore.Providers;

namespace EventStore.Benchmarks.Replay;

/// <summary>From the rows of a page to an aggregate, generic as the store is.</summary>
internal static class Replayer<TAggregate>
    where TAggregate : class, IAggregate<TAggregate>
{
    /// <summary>As the store does it: name → ordinal → payload → handler.</summary>
    public static TAggregate Replay(RecordedEvent[] rows)
    {
        TAggregate aggregate = Create();
        IReadOnlyList<EventType> types = TAggregate.EventTypes;
        foreach (ref readonly RecordedEvent row in rows.AsSpan())
        {
            int ordinal = TAggregate.FindEvent(row.Name.Span);
            object payload = types[ordinal].Read(row.Payload.Span);
            aggregate = TAggregate.Replay(aggregate, ordinal, payload, NoContext.Instance);
        }

        return aggregate;
    }

    /// <summary>With an object of the whole event for each row, as with a middleware that asks for it.</summary>
    public static TAggregate ReplayDomainEvents(RecordedEvent[] rows)
    {
        TAggregate aggregate = Create();
        IReadOnlyList<EventType> types = TAggregate.EventTypes;
        foreach (ref readonly RecordedEvent row in rows.AsSpan())
        {
            int ordinal = TAggregate.FindEvent(row.Name.Span);
            DomainEvent domainEvent = EventReader.Read(row, "orders", types[ordinal]);
            aggregate = TAggregate.Replay(aggregate, ordinal, domainEvent.Payload, NoContext.Instance);
        }

        return aggregate;
    }

    private static TAggregate Create() => TAggregate.Create(new AggregateJournal(Guid.CreateVersion7(), TAggregate.AggregateTypeName));
}
