using System.Collections.Immutable;
using System.Composition;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.CodeFixes;

/// <summary>Removes an attribute that contradicts something, or mends what is written in it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AttributeCodeFix : EventStoreCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.ConditionalHandler,
        DiagnosticIds.IgnoredButHandled,
        DiagnosticIds.IgnoresNoEvent,
        DiagnosticIds.ForbiddenEvent,
        DiagnosticIds.EmptyName,
        DiagnosticIds.NameTooLong,
        DiagnosticIds.NameCharacters,
    ];

    protected override Task RegisterAsync(FixContext fix)
    {
        if (fix.Around<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute)
            return Task.CompletedTask;

        if (fix.Diagnostic.Id is DiagnosticIds.EmptyName or DiagnosticIds.NameTooLong or DiagnosticIds.NameCharacters)
            OfferName(fix, attribute);
        else if (fix.Diagnostic.Id == DiagnosticIds.ForbiddenEvent)
            OfferArgument(fix, attribute);
        else
            fix.OfferRemoval($"Remove '{attribute.Name}'", list.Attributes.Count == 1 ? list : attribute);

        return Task.CompletedTask;
    }

    private static void OfferArgument(FixContext fix, AttributeSyntax attribute)
    {
        if (attribute.ArgumentList is { Arguments: [_, { } forbids, ..] })
            fix.OfferRemoval("Remove 'true'", forbids);
    }

    /// <summary>The name of the type in the style of the documentation, for an event or an aggregate whose own name is wrong.</summary>
    private static void OfferName(FixContext fix, AttributeSyntax attribute)
    {
        if (attribute.ArgumentList is not { Arguments: [{ } written, ..] arguments } || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || attribute.Name.ToString().Contains("Ignores"))
            return;

        // A former name that is wrong has to be looked up in what is stored.
        bool isFirst = written.Expression is not LiteralExpressionSyntax { Token.Value: string name } || name.Trim().Length == 0 || name.Length > 255 || name.Any(character => character == '\0' || char.IsSurrogate(character));
        if (!isFirst)
            return;

        string suggestion = Names.Suggest(type.Identifier.ValueText);
        ExpressionSyntax literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(suggestion));
        fix.Offer($"Name it '{suggestion}'", attribute, attribute.WithArgumentList(attribute.ArgumentList.WithArguments(arguments.Replace(written, written.WithExpression(literal)))));
    }
}
