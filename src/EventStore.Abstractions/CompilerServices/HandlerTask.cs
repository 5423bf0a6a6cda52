using System.ComponentModel;

namespace EventStore.CompilerServices;

/// <summary>Waits for handlers that return no state. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandlerTask
{
    /// <summary>Gives a state when a handler that changes it has ended; at once, and without allocating, if it has ended already.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="handler">What the handler returned.</param>
    /// <param name="state">The state.</param>
    public static async ValueTask<TState> ThenAsync<TState>(Task handler, TState state)
    {
        ArgumentNullException.ThrowIfNull(handler);
        await handler.ConfigureAwait(false);
        return state;
    }

    /// <inheritdoc cref="ThenAsync{TState}(Task, TState)"/>
    public static async ValueTask<TState> ThenAsync<TState>(ValueTask handler, TState state)
    {
        await handler.ConfigureAwait(false);
        return state;
    }
}
