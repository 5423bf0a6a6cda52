namespace EventStore.CompilerServices;

/// <summary>The events that wait, last first: copies of an aggregate share what they had in common.</summary>
internal sealed class WaitingEvent(DomainEvent domainEvent, WaitingEvent? previous)
{
    private readonly int _count = (previous?._count ?? 0) + 1;

    public static IReadOnlyList<DomainEvent> ToList(WaitingEvent? last)
    {
        if (last is null)
        {
            return [];
        }

        var events = new DomainEvent[last._count];
        for (WaitingEvent? waiting = last; waiting is not null; waiting = waiting.Previous)
        {
            events[waiting._count - 1] = waiting.Event;
        }

        return events;
    }

    public static int CountOf(WaitingEvent? last) => last?._count ?? 0;

    public static WaitingEvent? After(WaitingEvent? last, long version)
    {
        WaitingEvent? kept = null;
        foreach (DomainEvent waiting in ToList(last).Where(waiting => waiting.Version > version))
        {
            kept = new WaitingEvent(waiting, kept);
        }

        return kept;
    }

    private DomainEvent Event { get; } = domainEvent;

    private WaitingEvent? Previous { get; } = previous;
}
