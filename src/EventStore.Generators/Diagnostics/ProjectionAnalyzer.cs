using System.Collections.Immutable;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

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
    }

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
