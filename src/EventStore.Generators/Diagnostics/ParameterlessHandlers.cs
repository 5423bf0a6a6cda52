using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <summary>Methods that are called as a handler is, and take nothing.</summary>
internal static class ParameterlessHandlers
{
    /// <summary>A <c>When()</c> without a result can only be a handler; <c>WhenReady()</c> may be anything, unless there is an event <c>Ready</c>.</summary>
    public static void Report(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>().Where(method => method is { Parameters.IsEmpty: true, IsGenericMethod: false } && HandlerMethods.IsCandidate(method) && GivesNothing(method)))
        {
            string named = method.Name.Substring(HandlerMethods.Prefix.Length);
            if (named.Length == 0 || compilation.GetSymbolsWithName(named, SymbolFilter.Type, cancellationToken).Any(found => found.Attribute(KnownNames.Event) is not null))
                problems.Add(Descriptors.HandlerWithoutParameter, method, method.Name, named.Length == 0 ? "TheEvent" : named);
        }
    }

    private static bool GivesNothing(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType.Is(KnownNames.Task) || method.ReturnType.Is(KnownNames.ValueTask);
}
