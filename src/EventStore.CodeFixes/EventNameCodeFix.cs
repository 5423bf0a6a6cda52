using System.Collections.Immutable;
using System.Composition;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace EventStore.CodeFixes;

/// <summary>Writes down the name under which an event is stored already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class EventNameCodeFix : EventStoreCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnpinnedName];

    protected override async Task RegisterAsync(FixContext fix)
    {
        SemanticModel model = await fix.GetModelAsync().ConfigureAwait(false);
        if (fix.Around<ParameterSyntax>() is not { } parameter || model.GetDeclaredSymbol(parameter, fix.CancellationToken)?.Type is not INamedTypeSymbol { DeclaringSyntaxReferences: [{ } reference, ..] } @event)
            return;

        // The event may stand in another file.
        if (fix.Document.Project.Solution.GetDocument(reference.SyntaxTree) is { } document)
            fix.Offer($"Pin the name '{@event.Name}'", cancellationToken => PinAsync(document, reference, @event.Name, cancellationToken));
    }

    private static async Task<Solution> PinAsync(Document document, SyntaxReference reference, string name, CancellationToken cancellationToken)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is TypeDeclarationSyntax type)
        {
            AttributeSyntax attribute = SyntaxFactory.Attribute(
                SyntaxFactory.ParseName("global::EventStore.Event").WithAdditionalAnnotations(Simplifier.Annotation),
                SyntaxFactory.ParseAttributeArgumentList($"(\"{name}\")")!);
            AttributeListSyntax list = SyntaxFactory.AttributeList([attribute])
                .WithLeadingTrivia(type.GetLeadingTrivia())
                .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
                .WithAdditionalAnnotations(Formatter.Annotation);
            TypeDeclarationSyntax bare = type.WithLeadingTrivia();
            editor.ReplaceNode(type, bare.WithAttributeLists(bare.AttributeLists.Insert(0, list)));
        }

        return editor.GetChangedDocument().Project.Solution;
    }
}
