using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Parsing;

/// <summary>Finds the comparer that a collection is made with.</summary>
internal static class StoredComparer
{
    private const int MostSteps = 8;

    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
    {
        "HashSet", "SortedSet", "ISet", "Dictionary", "SortedDictionary", "SortedList", "OrderedDictionary", "ConcurrentDictionary", "IDictionary", "IReadOnlyDictionary",
        "ImmutableHashSet", "ImmutableSortedSet", "IImmutableSet", "ImmutableDictionary", "ImmutableSortedDictionary", "IImmutableDictionary",
    };

    /// <summary>Whether it is a collection of the framework that compares what it holds.</summary>
    public static bool IsCarrier(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsGenericType: true } named && Carriers.Contains(named.Name) && named.ContainingNamespace.ToDisplayString().StartsWith("System.Collections.", StringComparison.Ordinal);

    /// <summary>The comparer by which a value would not compare when it is read back, in C#; null if there is none.</summary>
    public static string? PassedTo(ExpressionSyntax value, Compilation compilation) => PassedTo(value, compilation, 0);

    /// <inheritdoc cref="PassedTo(ExpressionSyntax, Compilation)"/>
    public static string? PassedTo(IOperation value, Compilation compilation) => PassedTo(value, compilation, 0);

    private static string? PassedTo(ExpressionSyntax value, Compilation compilation, int steps) =>
        steps < MostSteps && compilation.ContainsSyntaxTree(value.SyntaxTree) && compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value) is { } operation ? PassedTo(operation, compilation, steps) : null;

    private static string? PassedTo(IOperation? value, Compilation compilation, int steps) => value switch
    {
        IConversionOperation conversion => PassedTo(conversion.Operand, compilation, steps),
        IParenthesizedOperation parentheses => PassedTo(parentheses.Operand, compilation, steps),
        IAssignmentOperation assignment => PassedTo(assignment.Value, compilation, steps),
        ICoalesceOperation coalesce => PassedTo(coalesce.Value, compilation, steps) ?? PassedTo(coalesce.WhenNull, compilation, steps),
        IConditionalOperation choice => PassedTo(choice.WhenTrue, compilation, steps) ?? PassedTo(choice.WhenFalse, compilation, steps),
        IObjectCreationOperation creation when IsCarrier(creation.Type) => Argument(creation.Arguments),
        IInvocationOperation invocation when IsCarrier(invocation.Type) =>
            Argument(invocation.Arguments)
            ?? (IsCarrier(invocation.Instance?.Type) ? PassedTo(invocation.Instance, compilation, steps) : Declared(invocation.TargetMethod, compilation, steps)),
        ILocalReferenceOperation local => Declared(local.Local, compilation, steps),
        IFieldReferenceOperation { Field.IsStatic: true } field => Declared(field.Field, compilation, steps),
        IPropertyReferenceOperation { Property.IsStatic: true } property => Declared(property.Property, compilation, steps),
        _ => null,
    };

    /// <summary>What is named is as it was declared, where that is a single expression.</summary>
    private static string? Declared(ISymbol symbol, Compilation compilation, int steps) => symbol.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            MethodDeclarationSyntax method => method.ExpressionBody?.Expression,
            _ => null,
        })
        .Select(expression => expression is null ? null : PassedTo(expression, compilation, steps + 1))
        .FirstOrDefault(found => found is not null);

    private static string? Argument(IEnumerable<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter } && IsComparer(parameter.Type) && !IsDefault(argument.Value, parameter.Type))?.Value.Syntax.ToString();

    private static bool IsComparer(ITypeSymbol type) => type.Is(KnownNames.Comparer) || type.Is(KnownNames.EqualityComparer);

    /// <summary>Whether it compares as a collection does that is told nothing; what another collection compares by was told of there.</summary>
    private static bool IsDefault(IOperation value, ITypeSymbol parameter)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;

        if (value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null })
            return true;

        return value is IPropertyReferenceOperation { Property: { } property } && property.Name switch
        {
            "Default" => property.ContainingType.Name is "Comparer" or "EqualityComparer",
            "Ordinal" => property.ContainingType.Name == "StringComparer" && parameter.Is(KnownNames.EqualityComparer),
            "CurrentCulture" => property.ContainingType.Name == "StringComparer" && parameter.Is(KnownNames.Comparer),
            "Comparer" or "KeyComparer" or "ValueComparer" => IsCarrier(property.ContainingType),
            _ => false,
        };
    }
}
