using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>Appends what projections emit and link, under the storage's lock: checked in whole before anything is added.</summary>
internal static class ProjectionAppender
{
    public static void Append(InMemoryStorage storage, string projectionName, IReadOnlyList<ProjectionAppend> appends)
    {
        var added = new List<(string StreamName, EventRecord Event)>();
        foreach (ProjectionAppend append in appends)
        {
            StoredStream? stream = storage.Streams.GetValueOrDefault(append.StreamName);
            if (append.IsEmitted && stream is not null && stream.Info.CreatedByProjection != projectionName)
            {
                throw ForeignStream(projectionName);
            }

            added.AddRange(append.Events.Where(record => stream is null || !IsKnown(stream, record)).Select(record => (append.StreamName, record)));
        }

        var places = new HashSet<object>();
        added.RemoveAll(append => !places.Add(PlaceOf(append.StreamName, append.Event)));
        if (storage.DrawnPosition + added.Count > InMemoryStorage.MaxPosition)
        {
            throw new PositionsExhaustedException();
        }

        foreach (ProjectionAppend append in appends.Where(append => !storage.Streams.ContainsKey(append.StreamName)))
        {
            storage.Streams[append.StreamName] = new StoredStream(++storage.StreamId, append.StreamName, projectionName);
        }

        foreach ((string streamName, EventRecord record) in added)
        {
            storage.Streams[streamName].Add(UnitAppender.Row(record, ++storage.DrawnPosition));
        }

        storage.LastPosition = storage.DrawnPosition;
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

    private static object PlaceOf(string streamName, EventRecord record) => record.AggregateId == Guid.Empty || record.IsLinked
        ? (streamName, record.EventId)
        : (streamName, record.AggregateType, record.AggregateId, record.AggregateVersion);
}
