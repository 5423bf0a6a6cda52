using System.Collections.Immutable;
using System.Composition;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace EventStore.CodeFixes;

/// <summary>Writes the handler that an aggregate lacks, or says that it ignores the event.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MissingHandlerCodeFix : EventStoreCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnhandledEvent, DiagnosticIds.ForgottenEvent];

    protected override async Task RegisterAsync(FixContext fix)
    {
        SemanticModel model = await fix.GetModelAsync().ConfigureAwait(false);
        if (fix.Around<TypeDeclarationSyntax>() is not { } type || model.GetDeclaredSymbol(type, fix.CancellationToken) is not { } aggregate || FindEvent(fix, model) is not { } @event)
            return;

        bool isImmutable = aggregate.GetMembers().OfType<IMethodSymbol>().Any(method => method.Name.StartsWith("When", StringComparison.Ordinal) && SymbolEqualityComparer.Default.Equals(method.ReturnType, aggregate));
        string name = @event.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        MemberDeclarationSyntax handler = SyntaxFactory.ParseMemberDeclaration(
            $"private {(isImmutable ? type.Identifier.Text : "void")} When({name} e) => throw new global::System.NotImplementedException();\n")!
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        fix.Offer($"Write a handler of '{@event.Name}'", type, type.WithMembers(type.Members.Insert(PlaceIn(type), handler)));

        if (fix.Diagnostic.Id == DiagnosticIds.ForgottenEvent)
            OfferIgnores(fix, type, @event, name);
    }

    private static void OfferIgnores(FixContext fix, TypeDeclarationSyntax type, INamedTypeSymbol @event, string name)
    {
        AttributeSyntax ignores = SyntaxFactory.Attribute(SyntaxFactory.ParseName($"global::EventStore.Ignores<{name}>")).WithAdditionalAnnotations(Simplifier.Annotation);
        AttributeListSyntax list = SyntaxFactory.AttributeList([ignores]).WithAdditionalAnnotations(Formatter.Annotation).WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);
        fix.Offer($"Ignore '{@event.Name}'", type, type.WithAttributeLists(type.AttributeLists.Add(list)));
    }

    private static INamedTypeSymbol? FindEvent(FixContext fix, SemanticModel model)
    {
        if (fix.Diagnostic.Properties.TryGetValue(DiagnosticProperties.Event, out string? name))
            return model.Compilation.GetTypeByMetadataName(name!);

        ExpressionSyntax? recorded = fix.Node as ExpressionSyntax ?? fix.Around<ArgumentSyntax>()?.Expression;
        return recorded is null ? null : model.GetTypeInfo(recorded, fix.CancellationToken).Type as INamedTypeSymbol;
    }

    /// <summary>Behind the last handler, or at the end.</summary>
    private static int PlaceIn(TypeDeclarationSyntax type)
    {
        int last = type.Members.LastIndexOf(member => member is MethodDeclarationSyntax method && method.Identifier.ValueText.StartsWith("When", StringComparison.Ordinal));
        return last < 0 ? type.Members.Count : last + 1;
    }
}
