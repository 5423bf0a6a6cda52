using System.Diagnostics.CodeAnalysis;

namespace EventStore;

/// <summary>The handlers of a query or a projection: one for each event's type, or one for every event.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TContext">What a handler may do beside changing the state.</typeparam>
internal sealed class EventHandlers<TState, TContext>
{
    private readonly Dictionary<Type, Handler> _byType = [];
    private Handler? _any;

    public delegate ValueTask<TState> Handler(TState state, DomainEvent domainEvent, TContext context);

    public bool IsEmpty => _byType.Count == 0 && _any is null;

    public void Add<TEvent>(Handler handler)
    {
        EnsureNoAny();
        if (!_byType.TryAdd(typeof(TEvent), handler))
        {
            throw new InvalidOperationException($"When<{typeof(TEvent).Name}> was called already. Give one handler for each type of event.");
        }
    }

    public void AddAny(Handler handler)
    {
        EnsureNoAny();
        if (_byType.Count > 0)
        {
            throw new InvalidOperationException("When was called already. Give handlers for types with When, or one for every event with WhenAny, not both.");
        }

        _any = handler;
    }

    /// <summary>The stored names that the handlers take, or null for every name.</summary>
    public IReadOnlyList<string>? NamesIn(EventCatalog catalog) =>
        _any is not null ? null : [.. _byType.Keys.SelectMany(type => TypeIn(catalog, type)).Order(StringComparer.Ordinal)];

    public bool TryFind(DomainEvent domainEvent, [NotNullWhen(true)] out Handler? handler)
    {
        handler = _any;
        return handler is not null || (domainEvent.PayloadType is { } type && _byType.TryGetValue(type, out handler));
    }

    private static IEnumerable<string> TypeIn(EventCatalog catalog, Type type) =>
        catalog.TryFind(type, out EventType? known)
            ? known.FormerNames.Prepend(known.Name)
            : throw new UnknownEventException($"No catalog knows the event {type} that a handler takes. Give the catalog of its assembly to EventStoreBuilder.AddEvents.") { EventName = type.Name };

    private void EnsureNoAny()
    {
        if (_any is not null)
        {
            throw new InvalidOperationException("WhenAny was called already, and takes every event. Give handlers for types with When, or one for every event with WhenAny, not both.");
        }
    }
}
