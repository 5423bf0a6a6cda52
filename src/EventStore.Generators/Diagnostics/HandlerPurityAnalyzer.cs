using System.Collections.Immutable;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EventStore.Generators.Diagnostics;

/// <summary>
/// Tells where a handler, or a method of its type that it calls, would not give the same state at each replay: replay has
/// to be pure.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerPurityAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.HandlerReadsClock,
        Descriptors.HandlerIsRandom,
        Descriptors.HandlerReachesOutside,
        Descriptors.HandlerDependsOnMachine,
        Descriptors.HandlerStartsWork,
        Descriptors.HandlerTouchesStatic,
        Descriptors.HandlerCallsService,
        Descriptors.HandlerRecords,
        Descriptors.StaticProjectionState,
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

            var members = new ImpureMembers();
            var types = new AssemblyTypes(start.Compilation);
            start.RegisterSymbolStartAction(symbol => Start(symbol, members, types), SymbolKind.NamedType);
        });
    }

    private static void Start(SymbolStartAnalysisContext context, ImpureMembers members, AssemblyTypes types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.IsStatic)
            return;

        bool isAggregate = type.Attribute(KnownNames.Aggregate) is not null;
        bool isProjection = !isAggregate && type.Attribute(KnownNames.Projection) is not null;
        IMethodSymbol[] handlers = [.. type.GetMembers().OfType<IMethodSymbol>().Where(method => !method.Parameters.IsEmpty && HandlerMethods.IsCandidate(method) && (isAggregate || isProjection || TakesEvent(method)))];
        if (handlers.Length == 0 || !(isAggregate || isProjection || types.IsBaseOfAggregate(type, context.CancellationToken)))
            return;

        var uses = new ReplayUses(type, members);
        context.RegisterOperationAction(
            operation => uses.Add(operation.Operation, operation.ContainingSymbol),
            OperationKind.Invocation,
            OperationKind.MethodReference,
            OperationKind.PropertyReference,
            OperationKind.FieldReference,
            OperationKind.ArrayElementReference,
            OperationKind.ObjectCreation);
        context.RegisterSymbolEndAction(end =>
        {
            if (isProjection)
                uses.ReportShared(handlers, end.ReportDiagnostic);
            else
                uses.Report(handlers, end.ReportDiagnostic);
        });
    }

    private static bool TakesEvent(IMethodSymbol method) => method.Parameters[0].Type.Attribute(KnownNames.Event) is not null;
}
