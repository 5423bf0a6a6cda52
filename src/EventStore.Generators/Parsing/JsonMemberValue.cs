using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

/// <summary>What the source of a type puts into one of its members.</summary>
/// <param name="Expression">The value.</param>
/// <param name="IsOfElement">Whether it becomes an element of the member.</param>
internal sealed record JsonMemberValue(ExpressionSyntax Expression, bool IsOfElement)
{
    /// <summary>The member's initialiser, and what is assigned to it within the type and its bases.</summary>
    public static IEnumerable<JsonMemberValue> Of(ISymbol member, INamedTypeSymbol owner, Compilation compilation)
    {
        if (InitializerOf(member) is { } initializer && compilation.ContainsSyntaxTree(initializer.SyntaxTree))
            yield return new JsonMemberValue(initializer, false);

        foreach (SyntaxReference reference in owner.WithBases().SelectMany(type => type.DeclaringSyntaxReferences).Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree) && !reference.SyntaxTree.IsGenerated()))
        {
            SemanticModel semantics = compilation.GetSemanticModel(reference.SyntaxTree);
            foreach ((ExpressionSyntax target, ExpressionSyntax value) in reference.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>().SelectMany(Assignments))
            {
                ExpressionSyntax assigned = target is ElementAccessExpressionSyntax element ? element.Expression : target;
                if (NameOf(assigned) == member.Name && SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(assigned).Symbol?.OriginalDefinition, member.OriginalDefinition))
                    yield return new JsonMemberValue(value, assigned != target);
            }
        }
    }

    /// <summary>What a property or field is declared with, or null.</summary>
    public static ExpressionSyntax? InitializerOf(ISymbol member) => member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax() switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        _ => null,
    }).FirstOrDefault(found => found is not null);

    /// <summary>The value for a reader, without what stands in braces.</summary>
    public static string Show(ExpressionSyntax value)
    {
        string text = value.ToString();
        int brace = text.IndexOf('{');
        return brace < 0 ? text : text.Substring(0, brace) + "…";
    }

    private static IEnumerable<(ExpressionSyntax Target, ExpressionSyntax Value)> Assignments(AssignmentExpressionSyntax assignment)
    {
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            return [];

        return assignment is { Left: TupleExpressionSyntax targets, Right: TupleExpressionSyntax values }
            ? targets.Arguments.Zip(values.Arguments, (target, value) => (target.Expression, value.Expression))
            : [(assignment.Left, assignment.Right)];
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
