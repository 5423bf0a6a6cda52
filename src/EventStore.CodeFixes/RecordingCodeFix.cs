using System.Collections.Immutable;
using System.Composition;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace EventStore.CodeFixes;

/// <summary>Returns the aggregate that <c>RecordThat</c> of an immutable one gives back.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RecordingCodeFix : EventStoreCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.IgnoredResult];

    protected override async Task RegisterAsync(FixContext fix)
    {
        if (fix.Around<MethodDeclarationSyntax>() is not { } method || fix.Around<AnonymousFunctionExpressionSyntax>() is not null || fix.Around<LocalFunctionStatementSyntax>() is not null)
            return;

        SemanticModel model = await fix.GetModelAsync().ConfigureAwait(false);
        if (fix.Around<InvocationExpressionSyntax>() is not { } invocation || model.GetTypeInfo(invocation, fix.CancellationToken).Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } aggregate || model.GetDeclaredSymbol(method, fix.CancellationToken) is not { } symbol)
            return;

        // A method that returns something else, or goes on afterwards, has to be thought about.
        bool returnsIt = SymbolEqualityComparer.Default.Equals(symbol.ReturnType, aggregate);
        bool isLast = method.Body is null || method.Body.Statements.LastOrDefault() == invocation.Parent;
        if (!isLast || !(returnsIt || symbol.ReturnsVoid))
            return;

        MethodDeclarationSyntax changed = method;
        if (invocation.Parent is ExpressionStatementSyntax statement)
        {
            ReturnStatementSyntax result = SyntaxFactory.ReturnStatement(invocation.WithoutLeadingTrivia()).WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
            changed = changed.ReplaceNode(statement, result);
        }

        TypeSyntax type = SyntaxFactory.ParseTypeName(aggregate.ToMinimalDisplayString(model, method.SpanStart)).WithTriviaFrom(method.ReturnType);
        fix.Offer("Return it", method, returnsIt ? changed : changed.WithReturnType(type));
    }
}
