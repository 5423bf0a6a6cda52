using System.Collections.Immutable;
using System.Composition;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.CodeFixes;

/// <summary>Copies a collection that an event and an aggregate would share, and ends a query that an event is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class CopyCodeFix : EventStoreCodeFix
{
    /// <summary>Of the framework's collections those that can be written as <c>[.. x]</c> and are no dictionaries.</summary>
    private static readonly HashSet<string> Spreadable = new(StringComparer.Ordinal) { "List`1", "HashSet`1", "IList`1", "ICollection`1", "IEnumerable`1", "IReadOnlyList`1", "IReadOnlyCollection`1" };

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.KeptEventValue, DiagnosticIds.SharedState, DiagnosticIds.QueryInEvent];

    protected override async Task RegisterAsync(FixContext fix)
    {
        if (fix.Around<ExpressionSyntax>() is not { } value)
            return;

        if (fix.Diagnostic.Id == DiagnosticIds.QueryInEvent)
        {
            fix.Offer("End the query with ToArray", value, SyntaxFactory.ParseExpression($"{value.WithoutTrivia()}.ToArray()").WithTriviaFrom(value));
            return;
        }

        SemanticModel model = await fix.GetModelAsync().ConfigureAwait(false);
        if (CanBeSpread(model.GetTypeInfo(value, fix.CancellationToken).ConvertedType))
            fix.Offer("Keep a copy", value, SyntaxFactory.ParseExpression($"[.. {value.WithoutTrivia()}]").WithTriviaFrom(value));
    }

    private static bool CanBeSpread(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { Rank: 1 }
        || (type is INamedTypeSymbol { MetadataName: var name } named && named.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" && Spreadable.Contains(name));
}
