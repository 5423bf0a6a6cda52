using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EventStore.Providers;

namespace EventStore;

/// <summary>
/// Writes domain events as the records that a provider stores, and refuses what could not be stored or read back.
/// One for each append; not thread-safe. The records' memory is valid until it is disposed.
/// </summary>
internal sealed class EventRecorder : IDisposable
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = StrictEncoder.Instance, SkipValidation = true, MaxDepth = 1000 };

    private readonly EventCatalog _catalog;
    private readonly int _maxEventSize;
    private readonly PooledBuffer _buffer = new();
    private readonly Utf8JsonWriter _writer;

    public EventRecorder(EventCatalog catalog, int maxEventSize)
    {
        _catalog = catalog;
        _maxEventSize = maxEventSize;
        _writer = new Utf8JsonWriter(_buffer, WriterOptions);
    }

    public RecordedUnit Record(IReadOnlyList<(string StreamName, IReadOnlyList<DomainEvent> Events)> parts)
    {
        var written = new (DomainEvent Event, int Start, int Length)[parts.Sum(part => part.Events.Count)];
        int index = 0;
        foreach (DomainEvent domainEvent in parts.SelectMany(part => part.Events))
        {
            CheckAggregate(domainEvent);
            int start = _buffer.Length;
            WritePayload(domainEvent);
            written[index++] = (domainEvent, start, _buffer.Length - start);
        }

        index = 0;
        var recorded = new RecordedPart[parts.Count];
        for (int part = 0; part < recorded.Length; part++)
        {
            var events = new EventRecord[parts[part].Events.Count];
            for (int i = 0; i < events.Length; i++)
            {
                (DomainEvent domainEvent, int start, int length) = written[index++];
                events[i] = Record(domainEvent, _buffer.Slice(start, length));
            }

            recorded[part] = new RecordedPart(parts[part].StreamName, events);
        }

        return new RecordedUnit(recorded);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _buffer.Dispose();
    }

    private static EventRecord Record(DomainEvent domainEvent, ReadOnlyMemory<byte> payload) => new()
    {
        EventId = domainEvent.EventId,
        Name = domainEvent.Name,
        AggregateId = domainEvent.AggregateId,
        AggregateType = domainEvent.AggregateType,
        AggregateVersion = domainEvent.Version,
        CreatedAt = domainEvent.CreatedAt,
        Payload = payload,
        Metadata = domainEvent.OwnMetadata.Utf8,
    };

    private static void CheckAggregate(DomainEvent domainEvent)
    {
        bool hasId = domainEvent.AggregateId != Guid.Empty;
        if (hasId && domainEvent.AggregateType is null)
        {
            throw new EventRejectedException(domainEvent, "it names an aggregate's id but no type. Set it with WithAggregateType, or record the event on the aggregate.");
        }

        if (hasId && domainEvent.Version < 1)
        {
            throw new EventRejectedException(domainEvent, "it names an aggregate but no version. Set one from 1 on with WithVersion, or record the event on the aggregate.");
        }

        if (!hasId && (domainEvent.AggregateType is not null || domainEvent.Version != 0))
        {
            throw new EventRejectedException(domainEvent, "it names an aggregate's type or version but no id. Give the id to DomainEvent.Create, or leave all three out.");
        }
    }

    private void WritePayload(DomainEvent domainEvent)
    {
        int start = _buffer.Length;
        if (domainEvent.Utf8Payload.Length > 0)
        {
            // A stored event is copied as it stands: also one that no catalog knows.
            domainEvent.Utf8Payload.Span.CopyTo(_buffer.GetSpan(domainEvent.Utf8Payload.Length));
            _buffer.Advance(domainEvent.Utf8Payload.Length);
            Check(domainEvent, _buffer.Slice(start, _buffer.Length - start), JsonOrigin.Payload);
        }
        else
        {
            EventType type = WriteTyped(domainEvent, domainEvent.EventType);
            ReadOnlyMemory<byte> payload = _buffer.Slice(start, _buffer.Length - start);
            Check(domainEvent, payload, (type.Traits & JsonTraits.HasFreeJson) != 0 ? JsonOrigin.FreePayload : JsonOrigin.Payload);
            CheckReadBack(domainEvent, payload.Span, type);
        }

        Check(domainEvent, domainEvent.OwnMetadata.Utf8, JsonOrigin.Metadata);
    }

    private EventType WriteTyped(DomainEvent domainEvent, EventType? type)
    {
        object payload = domainEvent.Payload;
        if (type is null && !_catalog.TryFind(payload.GetType(), out type))
        {
            throw new UnknownEventException($"No catalog knows the event {payload.GetType()}. Mark it with [Event(\"…\")] and give the catalog of its assembly to EventStoreBuilder.AddEvents.")
            {
                EventName = payload.GetType().Name,
            };
        }

        try
        {
            _writer.Reset(_buffer);
            JsonSerializer.Serialize(_writer, payload, type.JsonTypeInfo);
            _writer.Flush();
            return type;
        }
        catch (LoneSurrogateException exception)
        {
            throw new EventRejectedException(domainEvent, "it holds half of a surrogate pair, which is no text. Remove it.", $"$.payload{LoneSurrogatePath.Find(payload, type.JsonTypeInfo, exception.Text)}", exception);
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            Exception cause = FailureByMetadata(payload, type.JsonTypeInfo) ?? exception;
            throw new EventRejectedException(domainEvent, $"it cannot be written as JSON: {cause.Message} Make the type round-trip.", PathOf(cause), cause);
        }
    }

    /// <summary>Generated writers do not say where they failed: the metadata do, which an encoder of the options makes take their place.</summary>
    private static Exception? FailureByMetadata(object payload, JsonTypeInfo type)
    {
        try
        {
            var options = new JsonSerializerOptions(type.Options) { Encoder = StrictEncoder.Instance };
            using var buffer = new PooledBuffer();
            using var writer = new Utf8JsonWriter(buffer, WriterOptions);
            JsonSerializer.Serialize(writer, payload, options.GetTypeInfo(type.Type));
            return null;
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            return exception;
        }
    }

    private static string PathOf(Exception cause) =>
        cause is JsonException { Path: { } place } ? $"$.payload{place.TrimStart('$')}" : "$.payload";

    private static void CheckReadBack(DomainEvent domainEvent, ReadOnlySpan<byte> utf8, EventType type)
    {
        if (!ReadBack.IsUncertain(utf8, type.Traits))
        {
            return;
        }

        try
        {
            type.Read(utf8);
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            throw new EventRejectedException(domainEvent, $"it could not be read back: {exception.Message} Use times in UTC, and make the type round-trip.", PathOf(exception), exception);
        }
    }

    private void Check(DomainEvent domainEvent, ReadOnlyMemory<byte> utf8, JsonOrigin origin)
    {
        string what = origin == JsonOrigin.Metadata ? "metadata" : "payload";
        if (utf8.Length > _maxEventSize)
        {
            throw new EventRejectedException(domainEvent, $"its {what} has {utf8.Length} bytes, and the limit is {_maxEventSize}. Store large content elsewhere and keep a reference, or raise EventStoreBuilder.WithMaxEventSize.", $"$.{what}");
        }

        if (JsonGuard.Find(utf8, origin) is { } defect)
        {
            throw new EventRejectedException(domainEvent, defect.Reason, $"$.{what}{defect.Path}");
        }
    }
}
