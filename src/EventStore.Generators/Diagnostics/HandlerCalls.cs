using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <summary>Which members of one type call which, and what its handlers come to by that. Thread-safe while it is filled.</summary>
internal sealed class HandlerCalls
{
    private readonly ConcurrentBag<(ISymbol User, ISymbol Called)> _calls = [];

    public void Add(ISymbol user, ISymbol called) => _calls.Add((user, called.OriginalDefinition));

    /// <summary>The methods that handlers call, each with the first handler that does.</summary>
    public Dictionary<ISymbol, IMethodSymbol> ReachedBy(IReadOnlyList<IMethodSymbol> handlers)
    {
        ILookup<ISymbol, ISymbol> calls = _calls.ToLookup(call => call.User, call => call.Called, SymbolEqualityComparer.Default);
        Dictionary<ISymbol, IMethodSymbol> reached = new(SymbolEqualityComparer.Default);
        foreach (IMethodSymbol handler in handlers)
            Reach(handler.OriginalDefinition, handler);

        return reached;

        void Reach(ISymbol method, IMethodSymbol handler)
        {
            if (reached.ContainsKey(method))
                return;

            reached.Add(method, handler);
            foreach (ISymbol called in calls[method])
                Reach(called, handler);
        }
    }
}
