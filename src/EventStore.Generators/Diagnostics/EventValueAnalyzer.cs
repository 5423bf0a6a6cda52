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
            start.RegisterOperationAction(AnalyzeBase, OperationKind.Invocation);
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

    /// <summary><c>record Sold(int Amount) : Base(Amount + 1)</c>: a base is given what it stores under the names of its parameters.</summary>
    private static void AnalyzeBase(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.MethodKind != MethodKind.Constructor || context.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor || !constructor.ContainingType.IsMarkedEvent())
            return;

        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null }))
        {
            IPropertySymbol? property = call.TargetMethod.ContainingType.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(found => found.DeclaredAccessibility == Accessibility.Public && IsNamed(argument.Parameter!, found));
            if (property is not null)
                AnalyzeComputed(context, property, argument.Value, constructor.ContainingType);
        }
    }

    private static void AnalyzeComputed(OperationAnalysisContext context, IPropertySymbol property, IOperation value, INamedTypeSymbol? owner = null)
    {
        INamedTypeSymbol type = owner ?? property.ContainingType;
        if (property.IsStatic || !type.IsMarkedEvent() || property.Attribute(KnownNames.JsonIgnore) is not null)
            return;

        // What another constructor computes is stored as it is.
        if (JsonConstructor.Find(type, context.Compilation) is not { } constructor || constructor.Parameters.FirstOrDefault(parameter => IsNamed(parameter, property)) is not { } parameter)
            return;

        string what;
        if (RepeatedComputations.IsComputed(value, parameter))
            what = $"is computed from the parameter '{parameter.Name}'";
        else if (constructor.Parameters.FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other, parameter) && RepeatedComputations.IsParameter(value, other)) is { } crossed)
            what = $"is given the parameter '{crossed.Name}', not '{parameter.Name}'";
        else
            return;

        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ComputedAgain, value.Syntax.GetLocation(), property.Name, what));
    }

    private static bool IsNamed(IParameterSymbol parameter, IPropertySymbol property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type);
}
