using System.Collections.Immutable;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EventStore.Generators.Diagnostics;

/// <summary>Tells where an aggregate's state and its events would come apart: state that no event tells of, events that change with the state.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AggregateStateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.KeptEventValue,
        Descriptors.SharedState,
        Descriptors.StateWithoutEvent,
        Descriptors.ChangedEvent,
        Descriptors.ImpureBeginning,
        Descriptors.LostState,
        Descriptors.ChangedInstance,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.Aggregate) is null)
                return;

            var impure = new ImpureMembers();
            start.RegisterSymbolStartAction(symbol => Start(symbol, impure), SymbolKind.NamedType);
        });
    }

    private static void Start(SymbolStartAnalysisContext context, ImpureMembers impure)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.Attribute(KnownNames.Aggregate) is null)
            return;

        var uses = new StateUses(type, impure, [.. AssemblyTypes.HandlersOf(type)]);
        context.RegisterOperationAction(
            operation => uses.Add(operation.Operation, operation.ContainingSymbol),
            OperationKind.Invocation,
            OperationKind.MethodReference,
            OperationKind.PropertyReference,
            OperationKind.FieldReference,
            OperationKind.ArrayElementReference,
            OperationKind.SimpleAssignment,
            OperationKind.ObjectCreation);
        context.RegisterOperationAction(operation => AnalyzeCopy(operation, type), OperationKind.With);
        context.RegisterSymbolEndAction(end => uses.Report(end.ReportDiagnostic));
    }

    private static void AnalyzeCopy(OperationAnalysisContext context, INamedTypeSymbol aggregate)
    {
        if (SymbolEqualityComparer.Default.Equals(context.Operation.Type, aggregate) && (LostCopies.IsDiscarded(context.Operation) || LostCopies.IsInUnreadVariable(context.Operation)))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.LostState, context.Operation.Syntax.GetLocation(), aggregate.Name));
    }
}
