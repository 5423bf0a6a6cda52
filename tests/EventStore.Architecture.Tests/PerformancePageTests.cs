using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Architecture.Tests;

/// <summary>docs/performance.md shows what is measured.</summary>
public sealed class PerformancePageTests
{
    [Fact]
    public void The_page_shows_the_statements_of_the_limit_word_for_word()
    {
        string page = Sources.Text("docs/performance.md");
        string[] statements =
        [
            .. from type in Sources.Types("benchmarks/EventStore.LoadTest/Limit/LimitStatements.cs")
               from field in type.Members.OfType<FieldDeclarationSyntax>()
               where field.Modifiers.Any(SyntaxKind.ConstKeyword) && field.Modifiers.Any(SyntaxKind.PublicKeyword)
               from variable in field.Declaration.Variables
               select ((LiteralExpressionSyntax)variable.Initializer!.Value).Token.ValueText,
        ];

        Assert.NotEmpty(statements);
        Assert.All(statements, statement => Assert.Contains(statement, page, StringComparison.Ordinal));
    }
}
