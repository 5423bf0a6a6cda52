using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Tests.Generator;

internal static class ModelGraph
{
    /// <summary>Nothing that a model holds may keep a compilation alive, or compare by reference.</summary>
    public static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null || !seen.Add(value))
            return;

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or Location or SemanticModel or Diagnostic, value.GetType().FullName);
        if (value is string || value.GetType().IsPrimitive || value.GetType().IsEnum)
            return;

        Assert.True(value is IEnumerable || value.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEquatable<>)), $"{value.GetType()} does not compare by value");
        Assert.False(value.GetType().IsGenericType && value.GetType().GetGenericTypeDefinition() == typeof(ImmutableArray<>), "an ImmutableArray compares by reference");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
                Walk(item, seen);

            return;
        }

        foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Walk(field.GetValue(value), seen);
    }
}
