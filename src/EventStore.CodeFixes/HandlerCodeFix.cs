using System.Collections.Immutable;
using System.Composition;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace EventStore.CodeFixes;

/// <summary>Gives a handler the name, the parameters and the result that it has to have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class HandlerCodeFix : EventStoreCodeFix
{
    private const string Prefix = "When";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.UnknownHandler,
        DiagnosticIds.NearHandler,
        DiagnosticIds.HandlerWithoutParameter,
        DiagnosticIds.ExtraParameter,
        DiagnosticIds.SecondParameter,
        DiagnosticIds.HandlerResult,
        DiagnosticIds.HandlerOfClassReturns,
        DiagnosticIds.AsyncHandler,
        DiagnosticIds.DuplicateHandler,
    ];

    protected override async Task RegisterAsync(FixContext fix)
    {
        if (fix.Around<MethodDeclarationSyntax>() is not { } method)
            return;

        switch (fix.Diagnostic.Id)
        {
            case DiagnosticIds.UnknownHandler or DiagnosticIds.NearHandler:
                SemanticModel model = await fix.GetModelAsync().ConfigureAwait(false);
                if (model.GetDeclaredSymbol(method, fix.CancellationToken) is { Parameters: [{ } parameter, ..] })
                    Rename(fix, method, Prefix + parameter.Type.Name);

                break;
            case DiagnosticIds.HandlerWithoutParameter:
                AddParameter(fix, method);
                break;
            case DiagnosticIds.ExtraParameter or DiagnosticIds.SecondParameter:
                RemoveParameter(fix, method);
                break;
            case DiagnosticIds.DuplicateHandler:
                fix.OfferRemoval("Remove this handler", method);
                break;
            default:
                ReturnNothing(fix, method);
                break;
        }
    }

    private static void Rename(FixContext fix, MethodDeclarationSyntax method, string name) =>
        fix.Offer($"Call it '{name}'", method, method.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(method.Identifier)));

    private static void AddParameter(FixContext fix, MethodDeclarationSyntax method)
    {
        string name = method.Identifier.ValueText.Substring(Prefix.Length);
        if (name.Length > 0)
            fix.Offer($"Take '{name}'", method, method.WithParameterList(SyntaxFactory.ParseParameterList($"({name} e)").WithTriviaFrom(method.ParameterList)));
    }

    private static void RemoveParameter(FixContext fix, MethodDeclarationSyntax method)
    {
        if (fix.Around<ParameterSyntax>() is not { } parameter)
            return;

        SyntaxNode? body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        bool isUsed = body?.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameter.Identifier.ValueText) == true;
        if (!isUsed)
            fix.OfferRemoval($"Remove '{parameter.Identifier.Text}'", parameter);
    }

    private static void ReturnNothing(FixContext fix, MethodDeclarationSyntax method)
    {
        if (method.DescendantNodes().Any(node => node is AwaitExpressionSyntax or YieldStatementSyntax) || method.ParameterList.Parameters.Count == 0 || (method.Body is null && method.ExpressionBody is null) || fix.Around<RecordDeclarationSyntax>() is not null)
            return;

        MethodDeclarationSyntax changed = method.WithReturnType(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword)).WithTriviaFrom(method.ReturnType));
        if (changed.Body is { } block)
        {
            ReturnStatementSyntax[] returns = [.. block.DescendantNodes(node => node is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>()];
            changed = changed.WithBody(block.ReplaceNodes(returns, static (_, statement) => statement.WithExpression(null).WithReturnKeyword(statement.ReturnKeyword.WithTrailingTrivia())));
        }
        else if (!CanStandAlone(changed.ExpressionBody!.Expression))
        {
            changed = changed.WithExpressionBody(null).WithSemicolonToken(default).WithBody(SyntaxFactory.Block()).WithAdditionalAnnotations(Formatter.Annotation);
        }

        int async = changed.Modifiers.IndexOf(SyntaxKind.AsyncKeyword);
        fix.Offer("Return nothing", method, async < 0 ? changed : Modifiers.RemoveAt(changed, async));
    }

    private static bool CanStandAlone(ExpressionSyntax expression) =>
        expression is AssignmentExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax or ObjectCreationExpressionSyntax or ThrowExpressionSyntax
        || expression.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression;
}
