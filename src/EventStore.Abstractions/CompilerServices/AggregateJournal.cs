using System.ComponentModel;

namespace EventStore.CompilerServices;

/// <summary>
/// What an aggregate carries for the store: id, type, version, and the events that wait to be saved. For generated
/// code. A value: a copy made with <c>with</c> keeps its own waiting events. Two are always equal, so that records
/// compare by what the user wrote.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct AggregateJournal : IEquatable<AggregateJournal>
{
    private readonly TimeProvider? _timeProvider;
    private string? _streamName;
    private WaitingEvent? _waiting;
    private bool _handling;

    /// <summary>Starts the journal of a new aggregate.</summary>
    /// <param name="aggregateId">Its id.</param>
    /// <param name="aggregateType">Its type.</param>
    /// <param name="timeProvider">What dates its events; null means the system's clock.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public AggregateJournal(Guid aggregateId, string aggregateType, TimeProvider? timeProvider = null)
    {
        CheckId(aggregateId);
        AggregateId = aggregateId;
        AggregateType = aggregateType;
        _timeProvider = timeProvider;
    }

    /// <summary>The aggregate's id.</summary>
    public Guid AggregateId { get; }

    /// <summary>The aggregate's type.</summary>
    public string? AggregateType { get; }

    /// <summary>The version of the last event recorded or replayed.</summary>
    public long Version { get; private set; }

    /// <summary>The events that wait to be saved, in order.</summary>
    public readonly IReadOnlyList<DomainEvent> Waiting => WaitingEvent.ToList(_waiting);

    /// <summary>Wraps an event that is about to be handled, and bars recording until <see cref="End"/>.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="eventType">Its type.</param>
    /// <param name="metadata">Its metadata, or null.</param>
    /// <exception cref="InvalidOperationException">A handler is running, or the aggregate was not made by <c>New</c>.</exception>
    public DomainEvent Begin(object payload, EventType eventType, EventMetadata? metadata)
    {
        ArgumentNullException.ThrowIfNull(payload);
        EnsureReady();
        var begun = DomainEvent.Create(eventType, payload, AggregateId, AggregateType, Version + 1, metadata, null, _timeProvider);
        _handling = true;
        return begun;
    }

    /// <summary>Takes over an event that is wrapped already, and bars recording until <see cref="End"/>.</summary>
    /// <param name="domainEvent">The event; its id, time and metadata stay.</param>
    /// <param name="eventType">Its type.</param>
    /// <returns>The event with the aggregate's id, type and next version.</returns>
    /// <exception cref="ArgumentException">The event belongs to another aggregate.</exception>
    /// <exception cref="InvalidOperationException">A handler is running, or the aggregate was not made by <c>New</c>.</exception>
    public DomainEvent Begin(DomainEvent domainEvent, EventType eventType)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        EnsureReady();
        if (domainEvent.AggregateId != Guid.Empty && domainEvent.AggregateId != AggregateId)
        {
            throw new ArgumentException($"The event '{domainEvent.Name}' belongs to aggregate {domainEvent.AggregateId}, not to {AggregateId}. Apply it there.", nameof(domainEvent));
        }

        EventHeader header = domainEvent.Header with { AggregateId = AggregateId, AggregateType = AggregateType, Version = Version + 1, Position = 0, StreamName = null };
        DomainEvent begun = new DomainEvent(header, eventType, domainEvent.PayloadAs(eventType), default, domainEvent.OwnMetadata).As(eventType);
        _handling = true;
        return begun;
    }

    /// <summary>Allows recording again.</summary>
    public void End() => _handling = false;

    /// <summary>Lets an event wait that its handler has accepted.</summary>
    /// <param name="domainEvent">What <c>Begin</c> gave.</param>
    public void Add(DomainEvent domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        _handling = false;
        _waiting = new WaitingEvent(domainEvent, _waiting);
        Version = domainEvent.Version;
    }

    /// <summary>Gives the events that wait, in order, and lets none wait any more.</summary>
    public IReadOnlyList<DomainEvent> Pop()
    {
        IReadOnlyList<DomainEvent> events = Waiting;
        _waiting = null;
        return events;
    }

    /// <summary>Always true: nothing generated takes part in an aggregate's equality.</summary>
    /// <param name="other">Any other journal.</param>
    public readonly bool Equals(AggregateJournal other) => true;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is AggregateJournal;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;

    /// <summary>Always true.</summary>
    /// <param name="left">A journal.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(AggregateJournal left, AggregateJournal right) => true;

    /// <summary>Always false.</summary>
    /// <param name="left">A journal.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(AggregateJournal left, AggregateJournal right) => false;

    /// <summary>The version before the events that wait.</summary>
    internal readonly long StoredVersion => Version - WaitingEvent.CountOf(_waiting);

    /// <summary>Refuses an empty id.</summary>
    internal static void CheckId(Guid aggregateId)
    {
        if (aggregateId == Guid.Empty)
        {
            throw new ArgumentException("An aggregate's id is never empty. Use Guid.CreateVersion7() for a new one.", nameof(aggregateId));
        }
    }

    /// <summary>The journal while a history is replayed: handlers must not record.</summary>
    internal readonly AggregateJournal Replaying() => this with { _handling = true };

    /// <summary>The journal after a replay that ended at a version, of a stream if it came from one.</summary>
    internal readonly AggregateJournal Replayed(long version, string? streamName = null) =>
        this with { Version = version, _streamName = streamName, _handling = false };

    /// <summary>The journal after the events up to a version were saved in a stream; later ones still wait.</summary>
    internal readonly AggregateJournal Saved(long version, string streamName) =>
        this with { _streamName = streamName, _waiting = WaitingEvent.After(_waiting, version) };

    /// <summary>Refuses a stream that lacks the events before those that wait: no history could be replayed from it.</summary>
    internal readonly void EnsureBelongsTo(string streamName)
    {
        if (_streamName is { } own && !string.Equals(own, streamName, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The earlier events of aggregate '{AggregateType}' {AggregateId} are in the stream '{own}'; saved in '{streamName}', its later ones could not be replayed. Save it with a repository of '{own}'.");
        }
    }

    private readonly void EnsureReady()
    {
        if (_handling)
        {
            throw new InvalidOperationException($"A handler of aggregate '{AggregateType}' {AggregateId} records an event. Handlers only change the state: record in the method that decides, not in When….");
        }

        if (AggregateType is null)
        {
            throw new InvalidOperationException("This aggregate has no id, since it was not made by its generated New(id). Make new ones with New, and copies with 'with'.");
        }
    }
}
