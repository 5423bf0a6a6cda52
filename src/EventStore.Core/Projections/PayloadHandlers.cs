using EventStore.Providers;

namespace EventStore;

/// <summary>Generated handlers that look at payloads alone: a row goes to them without an event being made of it.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="types">The events that they take, by ordinal.</param>
/// <param name="find">Finds the ordinal of a stored name.</param>
/// <param name="dispatch">Calls the handler of an ordinal.</param>
internal sealed class PayloadHandlers<TState>(EventType[] types, PayloadHandlers<TState>.Find find, PayloadHandlers<TState>.Dispatch dispatch)
{
    /// <summary>The ordinal of a stored name in UTF-8, or −1.</summary>
    public delegate int Find(ReadOnlySpan<byte> utf8Name);

    public delegate ValueTask<TState> Dispatch(TState state, int ordinal, object payload, CancellationToken cancellationToken);

    /// <exception cref="UnreadablePayloadException">The payload cannot be read; whoever knows the event can say more.</exception>
    public ValueTask<TState> HandleAsync(TState state, in RecordedEvent row, CancellationToken cancellationToken)
    {
        int ordinal = find(row.Name.Span);
        return ordinal < 0 ? new(state) : dispatch(state, ordinal, UnreadablePayloadException.Read(row, types[ordinal]), cancellationToken);
    }
}
