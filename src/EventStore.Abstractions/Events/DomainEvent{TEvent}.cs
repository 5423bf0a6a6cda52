namespace EventStore;

/// <summary>
/// A <see cref="DomainEvent"/> whose payload is known to be a <typeparamref name="TEvent"/>: what the handlers of
/// queries and projections get. Immutable and thread-safe.
/// </summary>
/// <typeparam name="TEvent">The class, record or struct of the event.</typeparam>
public readonly struct DomainEvent<TEvent>
    where TEvent : notnull
{
    private readonly DomainEvent? _event;

    /// <summary>Wraps an event.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <exception cref="InvalidCastException">Its payload is no <typeparamref name="TEvent"/>.</exception>
    public DomainEvent(DomainEvent domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        _event = domainEvent;
        Payload = (TEvent)domainEvent.Payload;
    }

    /// <summary>The event itself.</summary>
    public TEvent Payload { get; }

    /// <summary>The event without its type.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, which wraps nothing.</exception>
    public DomainEvent Untyped => _event ?? throw new InvalidOperationException($"This DomainEvent<{typeof(TEvent).Name}> wraps no event. Make one with its constructor.");

    /// <inheritdoc cref="DomainEvent.EventId"/>
    public Guid EventId => Untyped.EventId;

    /// <inheritdoc cref="DomainEvent.Name"/>
    public string Name => Untyped.Name;

    /// <inheritdoc cref="DomainEvent.AggregateId"/>
    public Guid AggregateId => Untyped.AggregateId;

    /// <inheritdoc cref="DomainEvent.AggregateType"/>
    public string? AggregateType => Untyped.AggregateType;

    /// <inheritdoc cref="DomainEvent.Version"/>
    public long Version => Untyped.Version;

    /// <inheritdoc cref="DomainEvent.Position"/>
    public long Position => Untyped.Position;

    /// <inheritdoc cref="DomainEvent.StreamName"/>
    public string? StreamName => Untyped.StreamName;

    /// <inheritdoc cref="DomainEvent.CreatedAt"/>
    public DateTimeOffset CreatedAt => Untyped.CreatedAt;

    /// <inheritdoc cref="DomainEvent.Metadata"/>
    public EventMetadata Metadata => Untyped.Metadata;

    /// <summary>Gives the event without its type.</summary>
    /// <param name="domainEvent">The event.</param>
    public static implicit operator DomainEvent(DomainEvent<TEvent> domainEvent) => domainEvent.Untyped;

    /// <summary>Gives the event without its type; the same as <see cref="Untyped"/>.</summary>
    public DomainEvent ToDomainEvent() => Untyped;

    /// <inheritdoc/>
    public override string ToString() => Untyped.ToString();
}
