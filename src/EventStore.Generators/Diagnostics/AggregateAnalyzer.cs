using System.Collections.Immutable;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>Tells what is wrong with aggregates, their handlers, and what they record.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AggregateAnalyzer : DiagnosticAnalyzer
{
    private const string RecordThat = "RecordThat";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.NotPartial,
        Descriptors.ContainerNotPartial,
        Descriptors.StructAggregate,
        Descriptors.GenericAggregate,
        Descriptors.AbstractAggregate,
        Descriptors.StaticAggregate,
        Descriptors.FileLocalAggregate,
        Descriptors.DerivedAggregate,
        Descriptors.UnknownHandler,
        Descriptors.HandlerWithoutEvent,
        Descriptors.HandlerWithoutParameter,
        Descriptors.StaticHandler,
        Descriptors.GenericHandler,
        Descriptors.AsyncHandler,
        Descriptors.HandlerByReference,
        Descriptors.ExtraParameter,
        Descriptors.SecondParameter,
        Descriptors.HandlerWithoutBody,
        Descriptors.HandlerResult,
        Descriptors.HandlerOfClassReturns,
        Descriptors.UnhandledEvent,
        Descriptors.DuplicateHandler,
        .. Descriptors.Storing,
        Descriptors.MixedHandlers,
        Descriptors.NotConstructible,
        Descriptors.PrimaryConstructor,
        Descriptors.RequiredMember,
        Descriptors.ReservedMember,
        Descriptors.ReservedTypeName,
        Descriptors.InheritedReservedMember,
        Descriptors.UnsealedEvent,
        Descriptors.AbstractEvent,
        Descriptors.GenericEvent,
        Descriptors.HiddenEvent,
        Descriptors.RefStructEvent,
        Descriptors.StaticEvent,
        Descriptors.EmptyName,
        Descriptors.NameTooLong,
        Descriptors.NameCharacters,
        Descriptors.IgnoredResult,
        Descriptors.UnpinnedName,
        Descriptors.ForeignEvent,
        Descriptors.HiddenInheritedHandler,
        Descriptors.RepeatedInheritedHandler,
        Descriptors.InheritedHandlerResult,
        Descriptors.SharedName,
        Descriptors.GenericWithoutName,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(AnalyzeAggregate, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(AnalyzeRecording, SyntaxKind.InvocationExpression);
        context.RegisterOperationAction(AnalyzeResult, OperationKind.Invocation);
    }

    private static void AnalyzeAggregate(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(KnownNames.Aggregate) is null)
            return;

        var problems = new Problems(context.ReportDiagnostic);
        AggregateParser.Parse(type, context.Compilation, problems, context.CancellationToken);
        ParameterlessHandlers.Report(type, context.Compilation, problems, context.CancellationToken);
    }

    /// <summary>No overload takes an event without a handler: the compiler says which types do not fit, this says what to write.</summary>
    private static void AnalyzeRecording(SyntaxNodeAnalysisContext context)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (NameOf(invocation.Expression) != RecordThat || invocation.ArgumentList.Arguments is not [{ } argument, ..] || FindAggregate(context) is not { } aggregate)
            return;

        if (context.SemanticModel.GetTypeInfo(argument.Expression, context.CancellationToken).Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } recorded
            || recorded.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return;

        IMethodSymbol[] handlers = [.. HandlerMethods.Of(aggregate)];
        if (handlers.Any(handler => handler.Parameters is [{ } parameter, ..] && SymbolEqualityComparer.Default.Equals(parameter.Type, recorded)))
            return;

        bool isImmutable = handlers.Any(handler => SymbolEqualityComparer.Default.Equals(handler.ReturnType, aggregate));
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnhandledEvent, argument.GetLocation(), aggregate.Name, recorded.Name, isImmutable ? aggregate.Name : "void"));
    }

    private static INamedTypeSymbol? FindAggregate(SyntaxNodeAnalysisContext context)
    {
        INamedTypeSymbol? type = context.ContainingSymbol as INamedTypeSymbol ?? context.ContainingSymbol?.ContainingType;
        return type?.Attribute(KnownNames.Aggregate) is null ? null : type;
    }

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private static void AnalyzeResult(OperationAnalysisContext context)
    {
        IMethodSymbol method = ((IInvocationOperation)context.Operation).TargetMethod;
        if (method is { Name: RecordThat or "Apply", ReturnsVoid: false }
            && (context.Operation.Parent is IExpressionStatementOperation || (method.Name == RecordThat && LostCopies.IsInUnreadVariable(context.Operation)))
            && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType)
            && method.ContainingType.Attribute(KnownNames.Aggregate) is not null
            && !method.IsWrittenByUser())
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.IgnoredResult, context.Operation.Syntax.GetLocation(), method.ContainingType.Name, method.Name));
    }
}
