using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>
/// The types of events that a store can name, write and read. Immutable and thread-safe. Write
/// <c>[EventCatalog] static partial class BankEvents;</c> and use the generated <c>BankEvents.Catalog</c>.
/// </summary>
public sealed class EventCatalog
{
    private readonly FrozenDictionary<string, EventType> _byName;
    private readonly FrozenDictionary<string, EventType>.AlternateLookup<ReadOnlySpan<char>> _byNameChars;
    private readonly FrozenDictionary<Type, EventType> _byType;
    private readonly FrozenDictionary<Type, JsonTypeInfo> _states;

    /// <summary>Makes a catalog.</summary>
    /// <param name="eventTypes">Its types of events, in any order. One and the same may be there several times.</param>
    /// <exception cref="ArgumentException">Two types share a name (a former one counts), or one type is described twice.</exception>
    public EventCatalog(IEnumerable<EventType> eventTypes)
        : this(eventTypes, [])
    {
    }

    /// <summary>Makes a catalog that also knows states of projections.</summary>
    /// <param name="eventTypes">Its types of events, in any order. One and the same may be there several times.</param>
    /// <param name="states">How states are written and read. Of two for one type the first counts.</param>
    /// <exception cref="ArgumentException">Two types share a name (a former one counts), or one type is described twice.</exception>
    public EventCatalog(IEnumerable<EventType> eventTypes, IEnumerable<JsonTypeInfo> states)
    {
        ArgumentNullException.ThrowIfNull(eventTypes);
        ArgumentNullException.ThrowIfNull(states);
        var byName = new Dictionary<string, EventType>(StringComparer.Ordinal);
        var byType = new Dictionary<Type, EventType>();
        foreach (EventType type in eventTypes)
        {
            if (byType.TryGetValue(type.ClrType, out EventType? known))
            {
                if (known.Name != type.Name)
                {
                    throw new ArgumentException($"The event {type.ClrType} is described twice, as '{known.Name}' and as '{type.Name}'. Keep one.", nameof(eventTypes));
                }

                continue;
            }

            byType.Add(type.ClrType, type);
            foreach (string name in type.FormerNames.Prepend(type.Name))
            {
                if (!byName.TryAdd(name, type))
                {
                    throw new ArgumentException($"The name '{name}' belongs to two events, {byName[name].ClrType} and {type.ClrType}. Give one of them another name.", nameof(eventTypes));
                }
            }
        }

        EventTypes = [.. byType.Values.OrderBy(type => type.Name, StringComparer.Ordinal)];
        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
        _byNameChars = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _byType = byType.ToFrozenDictionary();
        _states = states.DistinctBy(state => state.Type).ToFrozenDictionary(state => state.Type);
    }

    /// <summary>A catalog that knows no event.</summary>
    public static EventCatalog Empty { get; } = new([]);

    /// <summary>The types of events, by name.</summary>
    public IReadOnlyList<EventType> EventTypes { get; }

    /// <summary>Gives a catalog of these events and states and those of another.</summary>
    /// <param name="other">The other catalog.</param>
    /// <exception cref="ArgumentException">Two different types share a name.</exception>
    public EventCatalog Including(EventCatalog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new EventCatalog(EventTypes.Concat(other.EventTypes), _states.Values.Concat(other._states.Values));
    }

    /// <summary>Looks a stored name up; former names count.</summary>
    /// <param name="name">The stored name.</param>
    /// <param name="eventType">The type, or null if no event has that name.</param>
    public bool TryFind(string name, [NotNullWhen(true)] out EventType? eventType) => _byName.TryGetValue(name, out eventType);

    /// <summary>Looks a stored name up in UTF-8; former names count.</summary>
    /// <param name="utf8Name">The stored name.</param>
    /// <param name="eventType">The type, or null if no event has that name.</param>
    public bool TryFind(ReadOnlySpan<byte> utf8Name, [NotNullWhen(true)] out EventType? eventType)
    {
        if (utf8Name.Length > 4 * StreamNames.MaxLength)
        {
            eventType = null;
            return false;
        }

        Span<char> characters = stackalloc char[utf8Name.Length];
        int length = Encoding.UTF8.GetChars(utf8Name, characters);
        return _byNameChars.TryGetValue(characters[..length], out eventType);
    }

    /// <summary>Gives the type of event that a class is.</summary>
    /// <param name="clrType">The class, record or struct of an event.</param>
    /// <exception cref="UnknownEventException">It is no event of this catalog.</exception>
    public EventType Get(Type clrType)
    {
        ArgumentNullException.ThrowIfNull(clrType);
        return _byType.TryGetValue(clrType, out EventType? eventType)
            ? eventType
            : throw new UnknownEventException($"The catalog does not know the event {clrType}. Mark the class with [Event(\"…\")], use the catalog of its assembly or one that includes it, and build both assemblies anew.")
            {
                EventName = clrType.Name,
            };
    }

    /// <summary>Looks a class up.</summary>
    /// <param name="clrType">The class, record or struct of an event.</param>
    /// <param name="eventType">The type, or null if it is no event of this catalog.</param>
    public bool TryFind(Type clrType, [NotNullWhen(true)] out EventType? eventType) => _byType.TryGetValue(clrType, out eventType);

    /// <summary>Looks up how a state of a projection is written and read.</summary>
    /// <param name="stateType">
    /// A type marked with <see cref="ProjectionAttribute"/> or <see cref="ProjectionStateAttribute"/>, or named in
    /// <see cref="EventCatalogAttribute.States"/>.
    /// </param>
    /// <param name="jsonTypeInfo">Its JSON, or null if it is no state of this catalog.</param>
    public bool TryFindState(Type stateType, [NotNullWhen(true)] out JsonTypeInfo? jsonTypeInfo) => _states.TryGetValue(stateType, out jsonTypeInfo);

    /// <summary>Names an event by its payload, if that was replaced by one of another type: it could not be read back under the name of before.</summary>
    internal DomainEvent Name(DomainEvent domainEvent) =>
        domainEvent.LacksType && TryFind(domainEvent.Payload.GetType(), out EventType? type) ? domainEvent.As(type) : domainEvent;
}
