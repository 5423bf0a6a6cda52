using System.Collections.Immutable;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>Tells what is wrong with projections, read models and states.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProjectionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.ProjectionShape,
        Descriptors.ProjectionHandler,
        Descriptors.LostField,
        Descriptors.ContainerNotPartial,
        Descriptors.UnknownHandler,
        Descriptors.HandlerWithoutEvent,
        Descriptors.HandlerWithoutParameter,
        Descriptors.NearHandler,
        Descriptors.DuplicateHandler,
        Descriptors.MixedHandlers,
        Descriptors.HiddenInheritedHandler,
        Descriptors.RepeatedInheritedHandler,
        Descriptors.SharedName,
        Descriptors.GenericWithoutName,
        Descriptors.ForeignEvent,
        Descriptors.UnpinnedName,
        .. Descriptors.Storing,
        Descriptors.UnsealedEvent,
        Descriptors.AbstractEvent,
        Descriptors.GenericEvent,
        Descriptors.HiddenEvent,
        Descriptors.RefStructEvent,
        Descriptors.StaticEvent,
        Descriptors.EmptyName,
        Descriptors.NameTooLong,
        Descriptors.NameCharacters,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        context.RegisterOperationAction(AnalyzeBeginning, OperationKind.Invocation);
    }

    /// <summary><c>store.Projector("p", () => new Dictionary…(comparer))</c>: only the first state is made so, the others are read.</summary>
    private static void AnalyzeBeginning(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!BeginsProjector(call.TargetMethod))
            return;

        IEnumerable<IOperation> states = call.Arguments
            .Where(argument => argument.Parameter?.Type is INamedTypeSymbol { Name: "Func", TypeArguments.Length: 1 })
            .SelectMany(argument => argument.Value.Descendants().OfType<IReturnOperation>())
            .Select(returned => returned.ReturnedValue)
            .OfType<IOperation>();
        foreach (IOperation state in states)
        {
            if (StoredComparer.PassedTo(state, context.Compilation) is { } comparer)
                new Problems(context.ReportDiagnostic).Add(Descriptors.LostComparer, state.Syntax.GetLocation(), state.Type?.ShortName() ?? "", $"its comparer '{comparer}' is no part of the JSON, so it would be read back with the default one. Bring what is compared into one form before it is added, and use no comparer.");
        }
    }

    private static bool BeginsProjector(IMethodSymbol method) =>
        method.ContainingNamespace?.Name == "EventStore"
        && (method.Name is "Projector" or "ReadModelProjector" || (method.Name == "Init" && method.ContainingType.Name is "Projector" or "ReadModelProjector"));

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var problems = new Problems(context.ReportDiagnostic);
        bool isProjection = type.Attribute(KnownNames.Projection) is not null;
        bool isReadModel = type.Attribute(KnownNames.ReadModel) is not null;
        if (isProjection)
            ProjectionParser.ParseProjection(type, context.Compilation, problems, context.CancellationToken);
        else if (type.Attribute(KnownNames.ProjectionState) is not null)
            StateParser.Parse(type, context.Compilation, problems, context.CancellationToken);

        if (isReadModel)
            ProjectionParser.ParseReadModel(type, context.Compilation, problems, context.CancellationToken);

        if (!isProjection && !isReadModel)
            return;

        ParameterlessHandlers.Report(type, context.Compilation, problems, context.CancellationToken);
        foreach (IMethodSymbol method in NearHandlers.Of(type, [.. AssemblyTypes.HandlersOf(type)]))
            problems.Add(Descriptors.NearHandler, method, method.Name, method.Parameters[0].Type.Name, type.Name, NearHandlers.Suggest(method));
    }
}
