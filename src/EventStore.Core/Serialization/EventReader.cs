using System.Text;
using EventStore.Providers;

namespace EventStore;

/// <summary>Makes domain events of rows. What a domain event keeps is copied: a page's memory goes back to the pool.</summary>
internal sealed class EventReader(EventCatalog catalog)
{
    /// <summary>The event, its payload unread.</summary>
    public DomainEvent Read(in RecordedEvent row, string streamName)
    {
        catalog.TryFind(row.Name.Span, out EventType? type);
        return Read(row, streamName, type);
    }

    /// <summary>The event, its payload unread, of a type that the caller knows.</summary>
    public static DomainEvent Read(in RecordedEvent row, string streamName, EventType? type)
    {
        var header = new EventHeader
        {
            EventId = row.EventId,
            Name = type is not null && row.Name.Span.SequenceEqual(type.Utf8Name.Span) ? type.Name : Encoding.UTF8.GetString(row.Name.Span),
            AggregateId = row.AggregateId,
            AggregateType = row.AggregateType,
            Version = row.AggregateVersion,
            Position = row.Position,
            StreamName = streamName,
            CreatedAt = row.CreatedAt,
        };
        EventMetadata metadata = row.Metadata.Length <= 2 ? EventMetadata.Empty : new EventMetadata(row.Metadata.ToArray());
        return new DomainEvent(header, type, null, row.Payload.ToArray(), metadata);
    }
}
