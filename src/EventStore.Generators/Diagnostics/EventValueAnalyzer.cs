using System.Collections.Immutable;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>Tells where an event would be read back with other values than it was made of, and where a changed copy is lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventValueAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Copied = new(StringComparer.Ordinal) { KnownNames.EventMetadata, KnownNames.DomainEvent, KnownNames.DomainEventOf, "EventStore.MetadataMatcher", "EventStore.AppendUnit" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.QueryInEvent,
        Descriptors.DerivedValue,
        Descriptors.ComputedAgain,
        Descriptors.LostCopy,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.Event) is null)
                return;

            start.RegisterOperationAction(AnalyzeCreation, OperationKind.ObjectCreation);
            start.RegisterOperationAction(AnalyzeStatement, OperationKind.ExpressionStatement);
            start.RegisterOperationAction(AnalyzeInitializer, OperationKind.PropertyInitializer);
            start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
        });
    }

    private static void AnalyzeCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!creation.Type.IsMarkedEvent())
            return;

        foreach (IOperation value in creation.GivenValues())
        {
            if (value.Stripped() is IInvocationOperation { TargetMethod: { ReturnType.TypeKind: TypeKind.Interface } method } && method.ContainingType.Is("System.Linq.Enumerable"))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.QueryInEvent, value.Syntax.GetLocation(), creation.Type!.Name));
            else if (value is IConversionOperation { OperatorMethod: null, Type: INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, SpecialType: SpecialType.None } stored, Operand.Type: INamedTypeSymbol { TypeKind: TypeKind.Class } given } && LosesMembers(stored, given))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DerivedValue, value.Syntax.GetLocation(), value.Syntax.ToString(), stored.Name, given.Name));
        }
    }

    /// <summary>Where attributes say how it is stored, they have been thought about.</summary>
    private static bool LosesMembers(INamedTypeSymbol stored, INamedTypeSymbol given) =>
        !SymbolEqualityComparer.Default.Equals(stored, given)
        && given.WithBases().Skip(1).Any(@base => SymbolEqualityComparer.Default.Equals(@base, stored))
        && stored.Attribute(KnownNames.JsonDerivedType) is null
        && stored.Attribute(KnownNames.JsonConverter) is null;

    private static void AnalyzeStatement(OperationAnalysisContext context)
    {
        if (((IExpressionStatementOperation)context.Operation).Operation is not IInvocationOperation { TargetMethod: { IsStatic: false, ReturnsVoid: false } method } invocation)
            return;

        INamedTypeSymbol type = method.ContainingType;
        if (SymbolEqualityComparer.Default.Equals(method.ReturnType, type) && (Copied.Contains(type.OriginalDefinition.MetadataFullName()) || IsCommandOfImmutable(method, type)))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.LostCopy, invocation.Syntax.GetLocation(), method.Name, type.ShortName(), invocation.Instance?.Syntax is { } instance and not Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax ? instance.ToString() : "x"));
    }

    private static bool IsCommandOfImmutable(IMethodSymbol method, INamedTypeSymbol type) =>
        type.IsRecord
        && type.Attribute(KnownNames.Aggregate) is not null
        && method.IsWrittenByUser()
        && AssemblyTypes.HandlersOf(type).Any(handler => SymbolEqualityComparer.Default.Equals(handler.ReturnType, type));

    /// <summary><c>record Sold(decimal Amount) { public decimal Amount { get; } = Amount * 2; }</c>.</summary>
    private static void AnalyzeInitializer(OperationAnalysisContext context)
    {
        var initializer = (IPropertyInitializerOperation)context.Operation;
        foreach (IPropertySymbol property in initializer.InitializedProperties)
            AnalyzeComputed(context, property, initializer.Value);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && assignment.Target is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } target)
            AnalyzeComputed(context, target.Property, assignment.Value);
    }

    private static void AnalyzeComputed(OperationAnalysisContext context, IPropertySymbol property, IOperation value)
    {
        if (property.IsStatic || !property.ContainingType.IsMarkedEvent() || value.Stripped() is not (IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } or IInterpolatedStringOperation))
            return;

        if (value.Descendants().OfType<IParameterReferenceOperation>().FirstOrDefault(reference => string.Equals(reference.Parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)) is { } parameter)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ComputedAgain, value.Syntax.GetLocation(), property.Name, parameter.Parameter.Name));
    }
}
