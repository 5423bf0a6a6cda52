using System.Security.Cryptography;
using System.Text;
using EventStore.Providers;

namespace EventStore;

/// <summary>What the handlers of a block have emitted and linked, in its order. Not thread-safe.</summary>
internal sealed class ProjectionOutput(StoreEngine store, string projectionName)
{
    private readonly List<Entry> _entries = [];

    public bool IsEmpty => _entries.Count == 0;

    /// <param name="source">The event that is being handled.</param>
    /// <param name="ordinal">How many its handler has emitted before.</param>
    /// <param name="emitted">The event to append, whose id is replaced.</param>
    public void Emit(DomainEvent source, int ordinal, DomainEvent emitted) =>
        _entries.Add(new Entry(projectionName, emitted.WithEventId(IdOf(source, ordinal)), IsLink: false));

    public void Link(string streamName, DomainEvent linked) => _entries.Add(new Entry(streamName, linked, IsLink: true));

    public void Clear() => _entries.Clear();

    /// <summary>Lets the middlewares see what is to be stored.</summary>
    public async ValueTask PreAppendAsync(CancellationToken cancellationToken)
    {
        if (!store.Pipeline.Has(DomainEventAction.PreAppend))
        {
            return;
        }

        for (int i = 0; i < _entries.Count; i++)
        {
            DomainEvent changed = await store.Pipeline.RunAsync(DomainEventAction.PreAppend, _entries[i].Event, cancellationToken).ConfigureAwait(false);
            _entries[i] = _entries[i] with { Event = changed };
        }
    }

    /// <summary>The records to store, one append for each stream; their memory lives as long as the recorder.</summary>
    public IReadOnlyList<ProjectionAppend> Record(EventRecorder recorder)
    {
        if (_entries.Count == 0)
        {
            return [];
        }

        IGrouping<string, Entry>[] streams = [.. _entries.GroupBy(entry => entry.StreamName, StringComparer.Ordinal).OrderBy(stream => stream.Key, StringComparer.Ordinal)];
        RecordedUnit unit = recorder.Record([.. streams.Select(stream => (stream.Key, (IReadOnlyList<DomainEvent>)[.. stream.Select(entry => entry.Event)]))]);
        return
        [
            .. streams.Zip(unit.Parts, (stream, part) => new ProjectionAppend(
                stream.Key,
                stream.Key == projectionName,
                [.. part.Events.Zip(stream, (record, entry) => record with { IsLinked = entry.IsLink })])),
        ];
    }

    /// <summary>The events in the order in which their positions come.</summary>
    public IReadOnlyList<DomainEvent> Events =>
        [.. _entries.GroupBy(entry => entry.StreamName, StringComparer.Ordinal).OrderBy(stream => stream.Key, StringComparer.Ordinal).SelectMany(stream => stream.Select(entry => entry.Event.With(entry.Event.Header with { StreamName = stream.Key })))];

    /// <summary>
    /// An id that a repetition of the block gives again, however the blocks fall. The source is known by its place: an
    /// id may stand in several streams, and under several aggregates.
    /// </summary>
    private Guid IdOf(DomainEvent source, int ordinal)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{projectionName}\0{source.StreamName}\0{source.EventId}\0{source.AggregateId}\0{source.Version}\0{ordinal}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    private readonly record struct Entry(string StreamName, DomainEvent Event, bool IsLink);
}
