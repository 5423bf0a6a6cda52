using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <summary>Methods that were meant as handlers, as far as their names and signatures tell.</summary>
internal static class NearHandlers
{
    private const int MaxTypos = 2;

    /// <summary>What other libraries call their handlers.</summary>
    private static readonly string[] Foreign = ["On", "Handle", "Mutate", "Evolve"];

    private static readonly string[] Seconds = [KnownNames.EventMetadata, KnownNames.DomainEvent, KnownNames.ProjectionContext, KnownNames.ReadModelContext];

    /// <summary>Private methods that take an event which has no handler, and are called nearly as a handler is.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol aggregate, IMethodSymbol[] handlers) =>
        from method in aggregate.GetMembers().OfType<IMethodSymbol>()
        where method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Private, Parameters: [_] or [_, _] }
            && !HandlerMethods.IsCandidate(method)
            && method.Parameters[0].Type.Attribute(KnownNames.Event) is not null
            && (method.Parameters.Length == 1 || Seconds.Any(method.Parameters[1].Type.Is))
            && (method.ReturnsVoid || SymbolEqualityComparer.Default.Equals(method.ReturnType, aggregate) || method.ReturnType.Is(KnownNames.Task) || method.ReturnType.Is(KnownNames.ValueTask))
            && !handlers.Any(handler => SymbolEqualityComparer.Default.Equals(handler.Parameters[0].Type, method.Parameters[0].Type))
            && IsNear(method)
        select method;

    public static string Suggest(IMethodSymbol method) =>
        EndsWithEvent(method) ? HandlerMethods.Prefix + method.Parameters[0].Type.Name : HandlerMethods.Prefix;

    private static bool IsNear(IMethodSymbol method)
    {
        string prefix = EndsWithEvent(method) ? method.Name.Substring(0, method.Name.Length - method.Parameters[0].Type.Name.Length) : method.Name;
        return Foreign.Contains(prefix) || Distance(prefix.ToUpperInvariant(), "WHEN") <= Math.Min(MaxTypos, prefix.Length - 2);
    }

    private static bool EndsWithEvent(IMethodSymbol method) => method.Name.EndsWith(method.Parameters[0].Type.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters have to be added, removed or changed.</summary>
    private static int Distance(string from, string to)
    {
        int[] last = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 0; i < from.Length; i++)
        {
            int[] next = new int[to.Length + 1];
            next[0] = i + 1;
            for (int j = 0; j < to.Length; j++)
                next[j + 1] = Math.Min(Math.Min(next[j], last[j + 1]) + 1, last[j] + (from[i] == to[j] ? 0 : 1));

            last = next;
        }

        return last[to.Length];
    }
}
