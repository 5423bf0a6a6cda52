using System.Text;

namespace EventStore;

/// <summary>The handlers that the generator has written for a class: names, and a dispatch by ordinal.</summary>
/// <typeparam name="TState">The class.</typeparam>
/// <typeparam name="TContext">What a handler may do beside changing the state.</typeparam>
internal sealed class GeneratedHandlers<TState, TContext>(IReadOnlyList<EventType> types, GeneratedHandlers.Find find, GeneratedHandlers<TState, TContext>.Dispatch dispatch)
{
    public delegate ValueTask<TState> Dispatch(TState state, int ordinal, object payload, TContext context, CancellationToken cancellationToken);

    public IReadOnlyList<string> EventNames { get; } = [.. types.SelectMany(type => type.FormerNames.Prepend(type.Name)).Order(StringComparer.Ordinal)];

    public ValueTask<TState> HandleAsync(TState state, DomainEvent domainEvent, TContext context, CancellationToken cancellationToken)
    {
        // A middleware may have put an event of another type in its place, with its name.
        int ordinal = find(Encoding.UTF8.GetBytes(domainEvent.Name));
        return ordinal < 0 ? new(state) : dispatch(state, ordinal, domainEvent.PayloadAs(types[ordinal]), context, cancellationToken);
    }
}

/// <summary>What generated handlers have in common.</summary>
internal static class GeneratedHandlers
{
    public delegate int Find(ReadOnlySpan<byte> utf8Name);

    public static void EnsureNone(object? generated)
    {
        if (generated is not null)
        {
            throw new InvalidOperationException("The handlers of this projection are the When methods of its class. Write another one there.");
        }
    }
}
