using System.Collections.Immutable;
using System.Composition;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.CodeFixes;

/// <summary>Adds the modifiers that a declaration lacks, and removes those that it must not have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class ModifierCodeFix : EventStoreCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.NotPartial,
        DiagnosticIds.ContainerNotPartial,
        DiagnosticIds.UnsealedEvent,
        DiagnosticIds.CatalogNotStaticPartial,
        DiagnosticIds.StaticHandler,
        DiagnosticIds.AbstractAggregate,
        DiagnosticIds.StaticAggregate,
        DiagnosticIds.FileLocalAggregate,
        DiagnosticIds.FileLocalCatalog,
        DiagnosticIds.HiddenEvent,
        DiagnosticIds.RequiredMember,
        DiagnosticIds.HandlerByReference,
    ];

    protected override Task RegisterAsync(FixContext fix)
    {
        switch (fix.Diagnostic.Id)
        {
            case DiagnosticIds.NotPartial or DiagnosticIds.ContainerNotPartial:
                Add(fix, SyntaxKind.PartialKeyword);
                break;
            case DiagnosticIds.UnsealedEvent:
                Add(fix, SyntaxKind.SealedKeyword);
                break;
            case DiagnosticIds.CatalogNotStaticPartial:
                Add(fix, SyntaxKind.StaticKeyword, SyntaxKind.PartialKeyword);
                break;
            case DiagnosticIds.AbstractAggregate:
                Remove(fix, SyntaxKind.AbstractKeyword);
                break;
            case DiagnosticIds.StaticHandler or DiagnosticIds.StaticAggregate:
                Remove(fix, SyntaxKind.StaticKeyword);
                break;
            case DiagnosticIds.RequiredMember:
                Remove(fix, SyntaxKind.RequiredKeyword);
                break;
            case DiagnosticIds.HandlerByReference:
                if (fix.Around<ParameterSyntax>() is { } parameter)
                    fix.Offer($"Remove '{parameter.Modifiers}'", parameter, parameter.WithModifiers(default).WithLeadingTrivia(parameter.GetLeadingTrivia()));

                break;
            default:
                Show(fix);
                break;
        }

        return Task.CompletedTask;
    }

    private static void Add(FixContext fix, params SyntaxKind[] kinds)
    {
        if (fix.Around<TypeDeclarationSyntax>() is not { } type)
            return;

        SyntaxKind[] missing = [.. kinds.Where(kind => !type.Modifiers.Any(kind))];
        TypeDeclarationSyntax changed = type;
        foreach (SyntaxKind kind in missing)
            changed = Modifiers.Add(changed, kind);

        if (kinds[0] == SyntaxKind.StaticKeyword && changed.Modifiers.IndexOf(SyntaxKind.SealedKeyword) is >= 0 and int index)
            changed = Modifiers.RemoveAt(changed, index);

        if (missing.Length > 0)
            fix.Offer($"Write '{string.Join(" ", missing.Select(SyntaxFacts.GetText))}'", type, changed);
    }

    private static void Remove(FixContext fix, SyntaxKind kind)
    {
        if (fix.Around<MemberDeclarationSyntax>() is { } member && member.Modifiers.IndexOf(kind) is >= 0 and int index)
            fix.Offer($"Remove '{SyntaxFacts.GetText(kind)}'", member, Modifiers.RemoveAt(member, index));
    }

    /// <summary>Makes a type and those around it internal where generated files could not name them.</summary>
    private static void Show(FixContext fix)
    {
        if (fix.Around<TypeDeclarationSyntax>() is not { } type)
            return;

        TypeDeclarationSyntax[] hidden = [.. type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(Modifiers.IsHidden)];
        if (hidden.Length > 0)
            fix.Offer("Make it internal", fix.Document.WithSyntaxRoot(fix.Root.ReplaceNodes(hidden, static (_, changed) => Modifiers.Show(changed))));
    }
}
