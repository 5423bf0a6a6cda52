using System.Runtime.CompilerServices;

namespace EventStore;

/// <summary>
/// The way to give handlers to a query or a projection: <c>When</c> for each type of event, or <c>WhenAny</c> for every
/// event. A handler gets the state and the event, and where it asks for it a context; it returns the state that goes
/// on, or nothing to keep the same object. Asynchronous handlers return a task of the same.
/// </summary>
/// <typeparam name="TSelf">The builder, which each method returns.</typeparam>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TContext">What a handler may do beside changing the state.</typeparam>
public abstract class EventHandlerBuilder<TSelf, TState, TContext> : EventSourceBuilder<TSelf>
    where TSelf : EventHandlerBuilder<TSelf, TState, TContext>
{
    private protected EventHandlerBuilder()
    {
    }

    internal EventHandlers<TState, TContext> Handlers { get; } = new();

    /// <summary>Handles the events of one type, under its name of today and all its former ones.</summary>
    /// <typeparam name="TEvent">The class, record or struct of the event; the store's catalog has to know it.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <exception cref="InvalidOperationException">The type has a handler, <c>WhenAny</c> was called already, or it runs.</exception>
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, TState> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>((state, domainEvent, context, _) => new(handler(state, new DomainEvent<TEvent>(domainEvent))));
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    public TSelf When<TEvent>(Action<TState, DomainEvent<TEvent>> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>((state, domainEvent, context, _) =>
        {
            handler(state, new DomainEvent<TEvent>(domainEvent));
            return new(state);
        });
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    [OverloadResolutionPriority(3)]
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, Task<TState>> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>((state, domainEvent, context, _) => new(handler(state, new DomainEvent<TEvent>(domainEvent))));
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    [OverloadResolutionPriority(2)]
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, Task> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(async (state, domainEvent, context, _) =>
        {
            await handler(state, new DomainEvent<TEvent>(domainEvent)).ConfigureAwait(false);
            return state;
        });
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    [OverloadResolutionPriority(1)]
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, ValueTask<TState>> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>((state, domainEvent, context, _) => handler(state, new DomainEvent<TEvent>(domainEvent)));
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, ValueTask> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(async (state, domainEvent, context, _) =>
        {
            await handler(state, new DomainEvent<TEvent>(domainEvent)).ConfigureAwait(false);
            return state;
        });
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, TContext, TState> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>((state, domainEvent, context, _) => new(handler(state, new DomainEvent<TEvent>(domainEvent), context)));
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    public TSelf When<TEvent>(Action<TState, DomainEvent<TEvent>, TContext> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>((state, domainEvent, context, _) =>
        {
            handler(state, new DomainEvent<TEvent>(domainEvent), context);
            return new(state);
        });
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    [OverloadResolutionPriority(3)]
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, TContext, Task<TState>> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>((state, domainEvent, context, _) => new(handler(state, new DomainEvent<TEvent>(domainEvent), context)));
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    [OverloadResolutionPriority(2)]
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, TContext, Task> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(async (state, domainEvent, context, _) =>
        {
            await handler(state, new DomainEvent<TEvent>(domainEvent), context).ConfigureAwait(false);
            return state;
        });
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    [OverloadResolutionPriority(1)]
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, TContext, ValueTask<TState>> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>((state, domainEvent, context, _) => handler(state, new DomainEvent<TEvent>(domainEvent), context));
    }

    /// <inheritdoc cref="When{TEvent}(Func{TState, DomainEvent{TEvent}, TState})"/>
    public TSelf When<TEvent>(Func<TState, DomainEvent<TEvent>, TContext, ValueTask> handler)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(async (state, domainEvent, context, _) =>
        {
            await handler(state, new DomainEvent<TEvent>(domainEvent), context).ConfigureAwait(false);
            return state;
        });
    }

    /// <summary>Handles every event, also one whose name no catalog knows: its header and metadata can be read.</summary>
    /// <param name="handler">The handler.</param>
    /// <exception cref="InvalidOperationException"><c>When</c> or <c>WhenAny</c> was called already, or it runs.</exception>
    public TSelf WhenAny(Func<TState, DomainEvent, TState> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny((state, domainEvent, context, _) => new(handler(state, domainEvent)));
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    public TSelf WhenAny(Action<TState, DomainEvent> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny((state, domainEvent, context, _) =>
        {
            handler(state, domainEvent);
            return new(state);
        });
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    [OverloadResolutionPriority(3)]
    public TSelf WhenAny(Func<TState, DomainEvent, Task<TState>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny((state, domainEvent, context, _) => new(handler(state, domainEvent)));
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    [OverloadResolutionPriority(2)]
    public TSelf WhenAny(Func<TState, DomainEvent, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny(async (state, domainEvent, context, _) =>
        {
            await handler(state, domainEvent).ConfigureAwait(false);
            return state;
        });
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    [OverloadResolutionPriority(1)]
    public TSelf WhenAny(Func<TState, DomainEvent, ValueTask<TState>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny((state, domainEvent, context, _) => handler(state, domainEvent));
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    public TSelf WhenAny(Func<TState, DomainEvent, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny(async (state, domainEvent, context, _) =>
        {
            await handler(state, domainEvent).ConfigureAwait(false);
            return state;
        });
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    public TSelf WhenAny(Func<TState, DomainEvent, TContext, TState> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny((state, domainEvent, context, _) => new(handler(state, domainEvent, context)));
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    public TSelf WhenAny(Action<TState, DomainEvent, TContext> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny((state, domainEvent, context, _) =>
        {
            handler(state, domainEvent, context);
            return new(state);
        });
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    [OverloadResolutionPriority(3)]
    public TSelf WhenAny(Func<TState, DomainEvent, TContext, Task<TState>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny((state, domainEvent, context, _) => new(handler(state, domainEvent, context)));
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    [OverloadResolutionPriority(2)]
    public TSelf WhenAny(Func<TState, DomainEvent, TContext, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny(async (state, domainEvent, context, _) =>
        {
            await handler(state, domainEvent, context).ConfigureAwait(false);
            return state;
        });
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    [OverloadResolutionPriority(1)]
    public TSelf WhenAny(Func<TState, DomainEvent, TContext, ValueTask<TState>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny((state, domainEvent, context, _) => handler(state, domainEvent, context));
    }

    /// <inheritdoc cref="WhenAny(Func{TState, DomainEvent, TState})"/>
    public TSelf WhenAny(Func<TState, DomainEvent, TContext, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddAny(async (state, domainEvent, context, _) =>
        {
            await handler(state, domainEvent, context).ConfigureAwait(false);
            return state;
        });
    }

    private TSelf Add<TEvent>(EventHandlers<TState, TContext>.Handler handler)
    {
        EnsureNotRunning();
        Handlers.Add<TEvent>(handler);
        return (TSelf)this;
    }

    private TSelf AddAny(EventHandlers<TState, TContext>.Handler handler)
    {
        EnsureNotRunning();
        Handlers.AddAny(handler);
        return (TSelf)this;
    }
}
