using System.Text;
using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>Appends one unit, all or nothing: ids are looked at before versions, and nothing is added before all is checked.</summary>
internal static class UnitAppender
{
    public static AppendOutcome Append(InMemoryStorage storage, RecordedUnit unit)
    {
        try
        {
            lock (storage.WriteLock)
            {
                StoredStream[] streams =
                [
                    .. unit.Parts.Select(part => storage.Streams.GetValueOrDefault(part.StreamName) ?? throw new StreamNotFoundException(part.StreamName)),
                ];
                return new AppendOutcome(FindStored(unit, streams) ?? Add(storage, unit, streams));
            }
        }
        catch (EventStoreException exception)
        {
            return new AppendOutcome(exception);
        }
    }

    /// <summary>The first positions of a unit that is stored already, or null for one of which nothing is stored.</summary>
    private static AppendResult? FindStored(RecordedUnit unit, StoredStream[] streams)
    {
        var positions = new List<long>();
        var known = new List<Guid>();
        string? streamOfKnown = null;
        (RecordedPart Part, EventRecord Event)? conflict = null;
        bool isRepetition = true;
        for (int part = 0; part < streams.Length; part++)
        {
            foreach (EventRecord record in unit.Parts[part].Events)
            {
                if (!streams[part].TryFindPlace(record, out RecordedEvent stored))
                {
                    isRepetition = false;
                    continue;
                }

                conflict ??= (unit.Parts[part], record);
                if (stored.EventId == record.EventId)
                {
                    known.Add(record.EventId);
                    streamOfKnown ??= unit.Parts[part].StreamName;
                }

                isRepetition &= stored.EventId == record.EventId && stored.Name.Span.SequenceEqual(Encoding.UTF8.GetBytes(record.Name));
                positions.Add(stored.Position);
            }
        }

        return conflict switch
        {
            null => null,
            _ when isRepetition => new AppendResult(positions, AlreadyStored: true),
            _ when known.Count > 0 => throw ConcurrencyException.IdsKnown(streamOfKnown!, known),
            var (part, record) => throw ConcurrencyException.VersionTaken(part.StreamName, record.AggregateType!, record.AggregateId, record.AggregateVersion),
        };
    }

    private static AppendResult Add(InMemoryStorage storage, RecordedUnit unit, StoredStream[] streams)
    {
        CheckVersionsWithin(unit);
        if (storage.DrawnPosition + unit.EventCount > InMemoryStorage.MaxPosition)
        {
            throw new PositionsExhaustedException();
        }

        var positions = new List<long>(unit.EventCount);
        for (int part = 0; part < streams.Length; part++)
        {
            foreach (EventRecord record in unit.Parts[part].Events)
            {
                RecordedEvent row = Row(record, ++storage.DrawnPosition);
                positions.Add(row.Position);
                streams[part].Add(row);
            }
        }

        storage.LastPosition = storage.DrawnPosition;
        return new AppendResult(positions, AlreadyStored: false);
    }

    private static void CheckVersionsWithin(RecordedUnit unit)
    {
        var versions = new HashSet<(string, Guid, long)>();
        foreach (RecordedPart part in unit.Parts)
        {
            versions.Clear();
            foreach (EventRecord record in part.Events)
            {
                if (record.AggregateId != Guid.Empty && !record.IsLinked && !versions.Add((record.AggregateType!, record.AggregateId, record.AggregateVersion)))
                {
                    throw ConcurrencyException.VersionTaken(part.StreamName, record.AggregateType!, record.AggregateId, record.AggregateVersion);
                }
            }
        }
    }

    public static RecordedEvent Row(EventRecord record, long position) => new()
    {
        Position = position,
        AggregateVersion = record.AggregateVersion,
        Name = Encoding.UTF8.GetBytes(record.Name),
        Payload = record.Payload.ToArray(),
        EventId = record.EventId,
        CreatedAt = record.CreatedAt,
        AggregateId = record.AggregateId,
        AggregateType = record.AggregateType,
        IsLinked = record.IsLinked,
        Metadata = record.Metadata.ToArray(),
    };
}
