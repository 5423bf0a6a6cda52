using EventStore.Providers;

namespace EventStore;

/// <summary>Which aggregates wait behind a parked event. Events without an aggregate wait for nobody.</summary>
internal sealed class ParkedEvents
{
    private readonly HashSet<(string Type, Guid Id)> _aggregates = [];

    public bool IsEmpty => _aggregates.Count == 0;

    public void Set(IEnumerable<ParkedEvent> parked)
    {
        _aggregates.Clear();
        foreach (ParkedEvent one in parked)
        {
            Add(one);
        }
    }

    public void Add(ParkedEvent parked)
    {
        if (parked.AggregateType is { } type)
        {
            _aggregates.Add((type, parked.AggregateId));
        }
    }

    public bool Holds(DomainEvent domainEvent) => _aggregates.Count > 0 && domainEvent.AggregateType is { } type && _aggregates.Contains((type, domainEvent.AggregateId));

    public static ParkedEvent Of(DomainEvent domainEvent, StreamInfo stream, long position, string? error, int attempts) => new()
    {
        StreamName = stream.Name,
        StreamId = stream.Id,
        Position = position,
        EventId = domainEvent.EventId,
        EventName = domainEvent.Name,
        AggregateId = domainEvent.AggregateId,
        AggregateType = domainEvent.AggregateType,
        Error = error,
        Attempts = attempts,
    };
}
