namespace EventStore;

/// <summary>
/// An event with everything that the store keeps of it. Immutable: the <c>With…</c> methods give copies. Thread-safe.
/// </summary>
public sealed class DomainEvent
{
    private readonly EventType? _eventType;
    private readonly EventMetadata _ownMetadata;
    private readonly ReadOnlyMemory<byte> _utf8Payload;
    private object? _payload;
    private EventMetadata? _metadata;

    internal DomainEvent(EventHeader header, EventType? eventType, object? payload, ReadOnlyMemory<byte> utf8Payload, EventMetadata ownMetadata)
    {
        Header = header;
        _eventType = eventType;
        _payload = payload;
        _utf8Payload = utf8Payload;
        _ownMetadata = ownMetadata;
    }

    /// <summary>Everything but payload and metadata.</summary>
    public EventHeader Header { get; }

    /// <summary>The event's id, never empty. It is the key by which a repeated append is recognised.</summary>
    public Guid EventId => Header.EventId;

    /// <summary>
    /// The name under which it is (or will be) stored; for an old event that may be a former name of its type, and for
    /// one that <see cref="WithPayload"/> gave a payload of another type, the name of before until it is appended.
    /// </summary>
    public string Name => Header.Name;

    /// <summary>The aggregate's id, or <see cref="Guid.Empty"/> if the event belongs to no aggregate.</summary>
    public Guid AggregateId => Header.AggregateId;

    /// <summary>The aggregate's type, or null if the event belongs to no aggregate.</summary>
    public string? AggregateType => Header.AggregateType;

    /// <summary>The aggregate's version after this event, from 1, or 0 if the event belongs to no aggregate.</summary>
    public long Version => Header.Version;

    /// <summary>The position in the store, or 0 before it is stored.</summary>
    public long Position => Header.Position;

    /// <summary>The stream that it was read from (for a linked event: the target), or null before it is stored.</summary>
    public string? StreamName => Header.StreamName;

    /// <summary>When it was made, in UTC, cut to microseconds. It changes no order.</summary>
    public DateTimeOffset CreatedAt => Header.CreatedAt;

    /// <summary>
    /// The metadata. For an event of an aggregate it also holds <c>_aggregate_id</c>, <c>_aggregate_type</c> and
    /// <c>_aggregate_version</c>.
    /// </summary>
    public EventMetadata Metadata => _metadata ??= _ownMetadata.WithAggregate(AggregateId, AggregateType, Version);

    /// <summary>The event itself. A stored one is read from its JSON at the first call.</summary>
    /// <exception cref="UnknownEventException">No catalog of the store knows the name.</exception>
    /// <exception cref="EventSerializationException">The stored JSON cannot be read as the type.</exception>
    public object Payload => _payload ??= ReadPayload(_eventType ?? throw Unknown());

    internal EventType? EventType => _eventType;

    /// <summary>The type of the payload, known without reading it; null for a stored event that no catalog knows.</summary>
    internal Type? PayloadType => _eventType?.ClrType ?? _payload?.GetType();

    internal EventMetadata OwnMetadata => _ownMetadata;

    internal ReadOnlyMemory<byte> Utf8Payload => _utf8Payload;

    /// <summary>Wraps an event.</summary>
    /// <param name="catalog">The catalog that names it, for example <c>BankEvents.Catalog</c>.</param>
    /// <param name="payload">The event, of a type that <paramref name="catalog"/> knows.</param>
    /// <param name="aggregateId">
    /// The aggregate it belongs to, or null. One that is given also needs <see cref="WithAggregateType"/> and
    /// <see cref="WithVersion"/>; <c>Apply</c> of a generated aggregate sets all three.
    /// </param>
    /// <param name="metadata">The metadata, or null for none.</param>
    /// <param name="createdAt">When it was made; null means now.</param>
    /// <param name="timeProvider">What tells now; null means the system's clock.</param>
    /// <exception cref="UnknownEventException"><paramref name="catalog"/> does not know the type.</exception>
    /// <exception cref="ArgumentException"><paramref name="aggregateId"/> is empty.</exception>
    public static DomainEvent Create(
        EventCatalog catalog,
        object payload,
        Guid? aggregateId = null,
        EventMetadata? metadata = null,
        DateTimeOffset? createdAt = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(payload);
        if (aggregateId == Guid.Empty)
        {
            throw new ArgumentException("An aggregate's id is never empty. Leave it out for an event without an aggregate.", nameof(aggregateId));
        }

        if (!catalog.TryFind(payload.GetType(), out EventType? type))
        {
            throw new UnknownEventException($"The catalog does not know the event {payload.GetType()}. Mark the class with [Event(\"…\")] and use the catalog of its assembly, or one that includes it.")
            {
                EventName = payload.GetType().Name,
            };
        }

        return Create(type, payload, aggregateId ?? Guid.Empty, null, 0, metadata, createdAt, timeProvider);
    }

    /// <summary>Gives a copy with another event id.</summary>
    /// <param name="eventId">The id.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public DomainEvent WithEventId(Guid eventId) =>
        eventId == Guid.Empty
            ? throw new ArgumentException("An event's id is never empty. Use Guid.CreateVersion7() for a new one.", nameof(eventId))
            : With(Header with { EventId = eventId });

    /// <summary>Gives a copy with another version, which also stands in the metadata as <c>_aggregate_version</c>.</summary>
    /// <param name="version">The version, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is 0 or negative.</exception>
    public DomainEvent WithVersion(long version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return With(Header with { Version = version });
    }

    /// <summary>Gives a copy with another aggregate type, which also stands in the metadata as <c>_aggregate_type</c>.</summary>
    /// <param name="aggregateType">The type, 1 to 255 characters.</param>
    /// <exception cref="ArgumentException">The type is null, empty, white space or too long, or holds NUL or half of a surrogate pair.</exception>
    public DomainEvent WithAggregateType(string aggregateType)
    {
        StreamNames.CheckNew(aggregateType);
        return With(Header with { AggregateType = aggregateType });
    }

    /// <summary>Gives a copy with another position. An append gives its own positions all the same.</summary>
    /// <param name="position">The position, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative.</exception>
    public DomainEvent WithPosition(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        return With(Header with { Position = position });
    }

    /// <summary>Gives a copy with one more entry of metadata, or with another value for one that is there.</summary>
    /// <param name="key">The entry's name.</param>
    /// <param name="value">Its value, of a kind that <see cref="EventMetadata"/> takes.</param>
    /// <exception cref="ArgumentException">The name is null, empty or reserved, or the value is of another kind.</exception>
    public DomainEvent WithAddedMetadata(string key, object? value) =>
        new(Header, _eventType, _payload, _utf8Payload, _ownMetadata.With(key, value));

    /// <summary>Gives a copy with another payload, for middlewares that replace, encrypt or upgrade it.</summary>
    /// <param name="payload">
    /// The payload. To be stored it has to be of a type that the store's catalog knows; one of another type than
    /// before is stored under that type's name, which the store finds when the event is appended: until then
    /// <see cref="Name"/> is the one of before.
    /// </param>
    public DomainEvent WithPayload(object payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return new(Header, payload.GetType() == _eventType?.ClrType ? _eventType : null, payload, default, _ownMetadata);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {EventId} at {Position}";

    internal static DomainEvent Create(
        EventType type,
        object payload,
        Guid aggregateId,
        string? aggregateType,
        long version,
        EventMetadata? metadata,
        DateTimeOffset? createdAt,
        TimeProvider? timeProvider)
    {
        var header = new EventHeader
        {
            EventId = Guid.CreateVersion7(),
            Name = type.Name,
            AggregateId = aggregateId,
            AggregateType = aggregateType,
            Version = version,
            CreatedAt = EventHeader.Normalize(createdAt ?? (timeProvider ?? TimeProvider.System).GetUtcNow()),
        };
        return new DomainEvent(header, type, payload, default, metadata?.WithoutAggregate() ?? EventMetadata.Empty);
    }

    /// <summary>This event as one of a type, under a name by which the type can be read back.</summary>
    internal DomainEvent As(EventType type) =>
        new(Name == type.Name || type.FormerNames.Contains(Name) ? Header : Header with { Name = type.Name }, type, _payload, _utf8Payload, _ownMetadata);

    internal DomainEvent With(EventHeader header) => new(header, _eventType, _payload, _utf8Payload, _ownMetadata);

    /// <summary>Whether its payload was replaced by one of another type, whose name only a catalog knows.</summary>
    internal bool LacksType => _eventType is null && _utf8Payload.IsEmpty;

    /// <summary>Whether its JSON is at hand.</summary>
    internal bool HasStoredPayload => !_utf8Payload.IsEmpty;

    /// <summary>The payload, read by a type that the caller knows where no catalog did.</summary>
    internal object PayloadAs(EventType type) => _payload ??= ReadPayload(type);

    /// <summary>Its JSON, read as a type.</summary>
    internal object ReadPayload(EventType type)
    {
        try
        {
            return type.Read(_utf8Payload.Span);
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            throw new EventSerializationException($"The payload of event '{Name}' ({EventId}) at position {Position} of stream '{StreamName}' cannot be read as {type.ClrType}: {exception.Message} Make the type accept what was stored, or give the new shape a new event name.", exception)
            {
                EventName = Name,
                EventId = EventId,
                StreamName = StreamName,
                Position = Position,
            };
        }
    }

    private UnknownEventException Unknown() =>
        new($"No catalog knows the event '{Name}' at position {Position} of stream '{StreamName}'. Give its catalog to EventStoreBuilder.AddEvents, or name the old name as a former one in its [Event] attribute.")
        {
            EventName = Name,
            StreamName = StreamName,
            Position = Position,
        };
}
