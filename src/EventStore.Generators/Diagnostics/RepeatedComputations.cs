using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>Tells a value that would be another one if it was computed again from what it was, from one that is only brought into form.</summary>
internal static class RepeatedComputations
{
    private static readonly HashSet<string> OfNumbersAndTimes = new(StringComparer.Ordinal) { "Subtract", "Negate", "Multiply", "Divide" };
    private static readonly HashSet<string> OfTexts = new(StringComparer.Ordinal) { "Concat", "Insert", "Substring", "Remove" };
    private static readonly HashSet<string> OfQueries = new(StringComparer.Ordinal) { "Append", "Prepend", "Concat", "Reverse", "Skip", "SkipLast" };
    private static readonly HashSet<string> OfLists = new(StringComparer.Ordinal) { "Add", "AddRange", "Insert", "InsertRange", "RemoveAt" };
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "List", "Collection", "ObservableCollection", "LinkedList", "Queue", "ImmutableList", "ImmutableArray", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "IList", "ICollection" };

    /// <summary>Whether a value is computed from a parameter so that a second time gives something else.</summary>
    public static bool IsComputed(IOperation? value, IParameterSymbol parameter) => value?.Stripped() switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } arithmetic => Mentions(arithmetic, parameter),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Not or UnaryOperatorKind.BitwiseNegation } negation => Mentions(negation, parameter),
        IInterpolatedStringOperation text => Mentions(text, parameter),
        IInvocationOperation call => (Changes(call.TargetMethod) && Mentions(call, parameter)) || IsComputed(call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null), parameter),
        IObjectCreationOperation { Initializer.Initializers.Length: > 0 } creation when IsList(creation.Type) => creation.Arguments.Any(argument => Mentions(argument, parameter)),
        IObjectCreationOperation creation when IsList(creation.Type) => creation.Arguments.Any(argument => IsComputed(argument.Value, parameter)),
        ICollectionExpressionOperation { Elements.Length: > 1 } collection when IsList(collection.Type) => collection.Elements.Any(element => element is ISpreadOperation spread && IsParameter(spread.Operand, parameter)),
        _ => false,
    };

    /// <summary>Whether a value is nothing but a parameter.</summary>
    public static bool IsParameter(IOperation value, IParameterSymbol parameter) =>
        value.Stripped() is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);

    private static bool Mentions(IOperation operation, IParameterSymbol parameter) =>
        operation.Descendants().OfType<IParameterReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));

    private static bool IsList(ITypeSymbol? type) => type is IArrayTypeSymbol
        || (type is INamedTypeSymbol named && Lists.Contains(named.Name) && named.ContainingNamespace.ToDisplayString().StartsWith("System.Collections.", StringComparison.Ordinal));

    private static bool Changes(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        return type.SpecialType == SpecialType.System_String ? OfTexts.Contains(method.Name)
            : type.Is("System.Linq.Enumerable") ? OfQueries.Contains(method.Name)
            : IsList(type) ? OfLists.Contains(method.Name)
            : type.IsValueType && type.ContainingNamespace.ToDisplayString() is "System" or "System.Numerics" && (OfNumbersAndTimes.Contains(method.Name) || method.Name.StartsWith("Add", StringComparison.Ordinal));
    }
}
