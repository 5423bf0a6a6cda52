using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>Appends what projections emit and link, under the storage's lock: checked in whole before anything is added.</summary>
internal static class ProjectionAppender
{
    /// <returns>The position of each event, 0 for one that was known already.</returns>
    public static IReadOnlyList<long> Append(InMemoryStorage storage, string projectionName, IReadOnlyList<ProjectionAppend> appends)
    {
        var isNew = new List<bool>();
        var places = new Dictionary<object, Guid>();
        foreach (ProjectionAppend append in appends)
        {
            StoredStream? stream = storage.Streams.GetValueOrDefault(append.StreamName);
            if (append.IsEmitted && stream is not null && stream.Info.CreatedByProjection != projectionName)
            {
                throw ForeignStream(projectionName);
            }

            isNew.AddRange(append.Events.Select(record => (stream is null || !IsKnown(stream, record)) && IsFirst(places, append.StreamName, record)));
        }

        if (storage.DrawnPosition + isNew.Count(added => added) > InMemoryStorage.MaxPosition)
        {
            throw new PositionsExhaustedException();
        }

        var positions = new long[isNew.Count];
        int index = 0;
        foreach (ProjectionAppend append in appends)
        {
            if (!storage.Streams.TryGetValue(append.StreamName, out StoredStream? stream))
            {
                storage.Streams[append.StreamName] = stream = new StoredStream(++storage.StreamId, append.StreamName, projectionName);
            }

            foreach (EventRecord record in append.Events)
            {
                if (isNew[index])
                {
                    positions[index] = ++storage.DrawnPosition;
                    stream.Add(UnitAppender.Row(record, positions[index]));
                }

                index++;
            }
        }

        storage.LastPosition = storage.DrawnPosition;
        return positions;
    }

    private static InvalidOperationException ForeignStream(string projectionName) =>
        new($"The projection '{projectionName}' emits events, and the stream of that name was made by somebody else. Give the projection another name, or delete that stream.");

    private static bool IsKnown(StoredStream stream, EventRecord record)
    {
        if (!stream.TryFindPlace(record, out RecordedEvent stored))
        {
            return false;
        }

        return stored.EventId == record.EventId
            ? true
            : throw ConcurrencyException.VersionTaken(stream.Name, record.AggregateType!, record.AggregateId, record.AggregateVersion);
    }

    private static bool IsFirst(Dictionary<object, Guid> places, string streamName, EventRecord record)
    {
        if (places.TryAdd(PlaceOf(streamName, record), record.EventId))
        {
            return true;
        }

        return places[PlaceOf(streamName, record)] == record.EventId
            ? false
            : throw ConcurrencyException.VersionTaken(streamName, record.AggregateType!, record.AggregateId, record.AggregateVersion);
    }

    private static object PlaceOf(string streamName, EventRecord record) => record.AggregateId == Guid.Empty || record.IsLinked
        ? (streamName, record.EventId)
        : (streamName, record.AggregateType, record.AggregateId, record.AggregateVersion);
}
