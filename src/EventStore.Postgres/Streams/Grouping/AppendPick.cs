using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>A group in the making: what goes with it, and what it has passed over.</summary>
internal sealed class AppendPick(int mostUnits)
{
    public const int MaxUnits = 128;

    /// <summary>A statement with many events takes one processor of the server for long: others can do as much beside it.</summary>
    private const int MaxEvents = 200;

    /// <summary>Each takes locks of the server.</summary>
    private const int MaxStreams = 64;

    private const long MaxBytes = 4 << 20;

    private readonly HashSet<Guid> _eventIds = [];
    private readonly HashSet<string> _streams = new(StringComparer.Ordinal);
    private HashSet<string>? _passedStreams;
    private HashSet<Guid>? _passedAggregates;
    private int _events;
    private long _bytes;
    private bool _isFull;

    public List<PendingUnit> Units { get; } = [];

    public bool HasPassedAggregates => _passedAggregates is not null;

    /// <summary>Passes a unit over: whoever has to keep its order behind it waits too.</summary>
    public void Pass(PendingUnit unit)
    {
        if (unit.KeepsStreamOrder)
        {
            _passedStreams ??= new(StringComparer.Ordinal);
            foreach (RecordedPart part in unit.Unit.Parts)
            {
                _passedStreams.Add(part.StreamName);
            }
        }

        foreach (Guid aggregate in unit.Unit.AggregateIds)
        {
            (_passedAggregates ??= []).Add(aggregate);
        }
    }

    public bool HasPassedStream(string streamName) => _passedStreams?.Contains(streamName) ?? false;

    public bool HasPassedAggregate(Guid aggregateId) => _passedAggregates?.Contains(aggregateId) ?? false;

    /// <summary>Adds a unit if it fits. The first one does; one over several streams, whose positions ascend from part to part, has no company.</summary>
    public bool TryAdd(PendingUnit unit)
    {
        bool isFirst = Units.Count == 0;
        bool isDistinct = HasNewIds(unit);
        bool fits = !_isFull && isDistinct && unit.Unit.Parts.Count == 1 && Units.Count < mostUnits && _events + unit.EventCount <= MaxEvents && _bytes + unit.Bytes <= MaxBytes && _streams.Count < MaxStreams;
        if (!fits && !isFirst)
        {
            return false;
        }

        _isFull |= !fits;
        _events += unit.EventCount;
        _bytes += unit.Bytes;
        foreach (RecordedPart part in unit.Unit.Parts)
        {
            _streams.Add(part.StreamName);
        }

        Units.Add(unit);
        return true;
    }

    /// <summary>The answer tells events of a group apart by their ids.</summary>
    private bool HasNewIds(PendingUnit unit)
    {
        bool areNew = true;
        foreach (RecordedPart part in unit.Unit.Parts)
        {
            foreach (EventRecord record in part.Events)
            {
                areNew &= _eventIds.Add(record.EventId);
            }
        }

        return areNew;
    }
}
