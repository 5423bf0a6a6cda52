using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

/// <summary>What a member holds that was left out: the default of its type is what was meant, but it may begin with something else.</summary>
internal sealed class JsonOmittedValues(ISymbol member, ITypeSymbol type, JsonConstructor constructor, Compilation compilation)
{
    /// <summary>Ways to begin that are never the default of a type, without an argument that says so.</summary>
    private static readonly HashSet<string> NeverDefault = new(StringComparer.Ordinal) { "NewGuid", "CreateVersion7", "UtcNow", "Now", "Today", "MaxValue", "One" };

    private bool IsNullable => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>Whether the value that is left out can occur: by its annotation, a member may never be null.</summary>
    public bool CanOccur(bool isOfNullOnly) =>
        type.IsReferenceType ? type.NullableAnnotation != NullableAnnotation.NotAnnotated : !isOfNullOnly || IsNullable;

    /// <summary>What it would be read back as, in C#; null for what it was, and where that is not known.</summary>
    public string? Find()
    {
        if (constructor.ParameterFor(member) is { } parameter)
            return parameter.HasExplicitDefaultValue && IsOther(parameter.ExplicitDefaultValue) ? Show(parameter.ExplicitDefaultValue) : null;

        if (constructor.MakesDefault)
            return null;

        ExpressionSyntax? value = new JsonConstructorBodies(member, compilation).Find(constructor.Symbol) ?? JsonMemberValue.InitializerOf(member);
        return value is not null && compilation.ContainsSyntaxTree(value.SyntaxTree) && IsOther(value) ? JsonMemberValue.Show(value) : null;
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => JsonDefaults.Literal(text),
        bool boolean => boolean ? "true" : "false",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private bool IsOther(object? value) => type.IsReferenceType || IsNullable ? value is not null : !IsZero(value);

    private bool IsOther(ExpressionSyntax value)
    {
        ExpressionSyntax stripped = Stripped(value);
        if (stripped.IsKind(SyntaxKind.DefaultLiteralExpression) || stripped.IsKind(SyntaxKind.DefaultExpression) || stripped.IsKind(SyntaxKind.NullLiteralExpression))
            return false;

        if (type.IsReferenceType || IsNullable)
            return true;

        SemanticModel semantics = compilation.GetSemanticModel(value.SyntaxTree);
        if (semantics.GetConstantValue(stripped) is { HasValue: true } constant)
            return !IsZero(constant.Value);

        return stripped switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } invocation => NeverDefault.Contains(name.Identifier.ValueText) || IsSaid(invocation.ArgumentList, semantics),
            BaseObjectCreationExpressionSyntax creation => IsSaid(creation.ArgumentList, semantics) || SetsSomething(creation, semantics),
            MemberAccessExpressionSyntax { Name: var name } => NeverDefault.Contains(name.Identifier.ValueText),
            _ => false,
        };
    }

    private static bool IsSaid(ArgumentListSyntax? arguments, SemanticModel semantics) =>
        arguments?.Arguments.Any(argument => semantics.GetConstantValue(argument.Expression) is { HasValue: true, Value: { } value } && !IsZero(value)) == true;

    /// <summary>A struct's own constructor is there to give it other values than it has without one.</summary>
    private static bool SetsSomething(BaseObjectCreationExpressionSyntax creation, SemanticModel semantics) =>
        semantics.GetSymbolInfo(creation).Symbol is IMethodSymbol { IsImplicitlyDeclared: false, Parameters.IsEmpty: true }
        || creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Any(assignment => semantics.GetConstantValue(assignment.Right) is { HasValue: true, Value: { } value } && !IsZero(value)) == true;

    private static ExpressionSyntax Stripped(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => Stripped(inner.Expression),
        PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Stripped(suppressed.Operand),
        _ => value,
    };

    private static bool IsZero(object? value) => value switch
    {
        null => true,
        bool boolean => !boolean,
        char character => character == '\0',
        string => false,
        IConvertible number => number.ToDouble(System.Globalization.CultureInfo.InvariantCulture) == 0,
        _ => true,
    };
}
