using System.Collections.Immutable;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EventStore.Generators.Diagnostics;

/// <summary>Tells what is wrong with catalogs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatalogAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = 
        [Descriptors.CatalogNotStaticPartial, Descriptors.ContainerNotPartial, Descriptors.GenericCatalog, Descriptors.FileLocalCatalog, Descriptors.CatalogNameTaken, Descriptors.IncludedNoCatalog, .. Descriptors.Storing];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(AnalyzeCatalog, SymbolKind.NamedType);
    }

    private static void AnalyzeCatalog(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(KnownNames.EventCatalog) is not null)
        {
            var problems = new Problems(context.ReportDiagnostic);
            CatalogParser.Parse(type, context.Compilation, problems, context.CancellationToken);
            StateParser.ParseNamed(type, context.Compilation, problems, context.CancellationToken);
        }
    }
}
