using System.Collections.Concurrent;
using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>
/// The rows of one incarnation of a stream, append-only: one writer at a time adds, readers take what is there
/// without a lock.
/// </summary>
internal sealed class StoredStream(long id, string name, string? createdByProjection = null)
{
    private readonly ConcurrentDictionary<(string Type, Guid Id), AggregateIndex> _aggregates = new();
    private readonly Dictionary<Guid, int> _looseIds = [];
    private RecordedEvent[] _rows = new RecordedEvent[16];
    private int _count;

    public long Id { get; } = id;

    public string Name { get; } = name;

    public StreamInfo Info => new(Id, Name, createdByProjection);

    /// <summary>The rows that are there now, by ascending position. The count is read before the array, which is never the older of the two.</summary>
    public ReadOnlySpan<RecordedEvent> Rows
    {
        get
        {
            int count = Volatile.Read(ref _count);
            return Volatile.Read(ref _rows).AsSpan(0, count);
        }
    }

    public AggregateIndex? FindAggregate(string type, Guid id) => _aggregates.GetValueOrDefault((type, id));

    /// <summary>
    /// Where an event would stand if it were stored already: an event of an aggregate at its version, any other one
    /// under its id.
    /// </summary>
    public bool TryFindPlace(EventRecord record, out RecordedEvent stored)
    {
        int index = IsLoose(record) ? _looseIds.GetValueOrDefault(record.EventId, -1) : FindVersion(record);
        stored = index >= 0 ? _rows[index] : default;
        return index >= 0;
    }

    public void Add(in RecordedEvent row)
    {
        if (_count == _rows.Length)
        {
            var larger = new RecordedEvent[_count * 2];
            _rows.CopyTo(larger, 0);
            Volatile.Write(ref _rows, larger);
        }

        _rows[_count] = row;
        if (row.AggregateId == Guid.Empty || row.IsLinked)
        {
            _looseIds.Add(row.EventId, _count);
        }
        else
        {
            (string, Guid) aggregate = (row.AggregateType!, row.AggregateId);
            AggregateIndex index = _aggregates.GetOrAdd(aggregate, static _ => new AggregateIndex());
            AggregateIndex added = index.With(row.AggregateVersion, _count);
            if (added != index)
            {
                _aggregates[aggregate] = added;
            }
        }

        Volatile.Write(ref _count, _count + 1);
    }

    private static bool IsLoose(EventRecord record) => record.AggregateId == Guid.Empty || record.IsLinked;

    private int FindVersion(EventRecord record) =>
        FindAggregate(record.AggregateType!, record.AggregateId)?.Find(record.AggregateVersion) ?? -1;
}
