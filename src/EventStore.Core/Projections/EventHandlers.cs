using System.Diagnostics.CodeAnalysis;

namespace EventStore;

/// <summary>
/// The handlers of a query or a projection: one for each event's type, or one for every event, or those that the
/// generator has written for a class.
/// </summary>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TContext">What a handler may do beside changing the state.</typeparam>
internal sealed class EventHandlers<TState, TContext>
{
    private readonly Dictionary<Type, Handler> _byType = [];
    private Handler? _any;
    private IReadOnlyList<string>? _generatedNames;

    public delegate ValueTask<TState> Handler(TState state, DomainEvent domainEvent, TContext context, CancellationToken cancellationToken);

    /// <summary>The dispatch of generated handlers.</summary>
    public delegate ValueTask<TState> Dispatch(TState state, int ordinal, object payload, TContext context, CancellationToken cancellationToken);

    /// <summary>Whether a handler may look at the metadata of an event.</summary>
    public bool ReadMetadata { get; private set; } = true;

    /// <summary>The handlers, where none of them looks at more than the payload; otherwise null.</summary>
    public PayloadHandlers<TState>? OfPayloads { get; private set; }

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

    /// <summary>Takes the generated handlers of a class, beside which there are no others.</summary>
    /// <param name="types">The events that they take, by ordinal.</param>
    /// <param name="readContext">Whether any of them looks at more than the payload.</param>
    /// <param name="readMetadata">Whether metadata could be among that.</param>
    /// <param name="find">Finds the ordinal of a stored name.</param>
    /// <param name="dispatch">Calls the handler of an ordinal.</param>
    public void AddGenerated(IReadOnlyList<EventType> types, bool readContext, bool readMetadata, PayloadHandlers<TState>.Find find, Dispatch dispatch)
    {
        ReadMetadata = readMetadata;
        OfPayloads = readContext
            ? null
            : new PayloadHandlers<TState>([.. types], find, (state, ordinal, payload, cancellationToken) => dispatch(state, ordinal, payload, default!, cancellationToken));
        Dictionary<Type, int> ordinals = types.Select((type, ordinal) => (type.ClrType, ordinal)).ToDictionary();
        Dictionary<string, int> ordinalsByName = types.SelectMany((type, ordinal) => NamesOf(type).Select(name => (name, ordinal))).ToDictionary(StringComparer.Ordinal);
        _generatedNames = [.. ordinalsByName.Keys.Order(StringComparer.Ordinal)];
        _any = (state, domainEvent, context, cancellationToken) =>
        {
            // By type: a middleware may have put a payload of another one in its place. By name where the store's catalog
            // knows no type of it, or another one than the handlers: what is stored is read as theirs.
            if (domainEvent.PayloadType is { } type && ordinals.TryGetValue(type, out int ordinal))
            {
                return dispatch(state, ordinal, domainEvent.PayloadAs(types[ordinal]), context, cancellationToken);
            }

            return domainEvent.HasStoredPayload && ordinalsByName.TryGetValue(domainEvent.Name, out ordinal)
                ? dispatch(state, ordinal, domainEvent.ReadPayload(types[ordinal]), context, cancellationToken)
                : new(state);
        };
    }

    /// <summary>The stored names that the handlers take, or null for every name.</summary>
    public IReadOnlyList<string>? NamesIn(EventCatalog catalog) =>
        _any is not null ? _generatedNames : [.. _byType.Keys.SelectMany(type => TypeIn(catalog, type)).Order(StringComparer.Ordinal)];

    public bool TryFind(DomainEvent domainEvent, [NotNullWhen(true)] out Handler? handler)
    {
        handler = _any;
        return handler is not null || (domainEvent.PayloadType is { } type && _byType.TryGetValue(type, out handler));
    }

    private static IEnumerable<string> TypeIn(EventCatalog catalog, Type type) =>
        catalog.TryFind(type, out EventType? known)
            ? NamesOf(known)
            : throw new UnknownEventException($"No catalog knows the event {type} that a handler takes. Give the catalog of its assembly to EventStoreBuilder.AddEvents.") { EventName = type.Name };

    private static IEnumerable<string> NamesOf(EventType type) => type.FormerNames.Prepend(type.Name);

    private void EnsureNoAny()
    {
        if (_generatedNames is not null)
        {
            throw new InvalidOperationException("The handlers of this projection are the When methods of its class. Write another one there.");
        }

        if (_any is not null)
        {
            throw new InvalidOperationException("WhenAny was called already, and takes every event. Give handlers for types with When, or one for every event with WhenAny, not both.");
        }
    }
}
