namespace EventStore.Generators.Models;

/// <summary>What a handler returns, and so what becomes of the state.</summary>
internal enum HandlerResult
{
    /// <summary>Nothing: it changes the state.</summary>
    Void,

    /// <summary>The next state.</summary>
    State,

    /// <summary>A task after which the state is changed.</summary>
    Task,

    /// <summary>A <c>Task</c> of the next state.</summary>
    TaskOfState,

    /// <summary>A <c>ValueTask</c> of the next state.</summary>
    ValueTaskOfState,
}
