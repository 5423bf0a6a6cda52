using System.Collections.Immutable;
using System.Composition;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace EventStore.CodeFixes;

/// <summary>Gives an aggregate the parameterless constructor by which it is made from its history.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class ConstructorCodeFix : EventStoreCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotConstructible];

    protected override Task RegisterAsync(FixContext fix)
    {
        if (fix.Around<TypeDeclarationSyntax>() is { } type)
        {
            int first = Math.Max(type.Members.IndexOf(member => member is ConstructorDeclarationSyntax), 0);
            ConstructorDeclarationSyntax constructor = SyntaxFactory.ConstructorDeclaration(type.Identifier.WithoutTrivia())
                .WithModifiers([SyntaxFactory.Token(SyntaxKind.PrivateKeyword)])
                .WithBody(SyntaxFactory.Block())
                .WithAdditionalAnnotations(Formatter.Annotation);
            fix.Offer("Add a private constructor without parameters", type, type.WithMembers(type.Members.Insert(first, constructor)));
        }

        return Task.CompletedTask;
    }
}
