using System.Collections.Immutable;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>Tells what does not fit between aggregates and queries, and the events that they name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventContractAnalyzer : DiagnosticAnalyzer
{
    private const string Handles = "Handles";
    private const string HandlerBuilder = "EventStore.EventHandlerBuilder`3";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.ConditionalHandler,
        Descriptors.ForgottenEvent,
        Descriptors.HandlesNothing,
        Descriptors.IgnoredButHandled,
        Descriptors.IgnoresNoEvent,
        Descriptors.ForbiddenEvent,
        Descriptors.QueriesNoEvent,
        Descriptors.NearHandler,
        Descriptors.SharedAggregateName,
        Descriptors.LostQueryState,
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

            var types = new AssemblyTypes(start.Compilation);
            start.RegisterSymbolAction(symbol => AnalyzeType(symbol, types), SymbolKind.NamedType);
            if (start.Compilation.GetTypeByMetadataName(HandlerBuilder) is { } builder)
                start.RegisterOperationAction(operation => AnalyzeQuery(operation, builder, types), OperationKind.Invocation);
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, AssemblyTypes types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var problems = new Problems(context.ReportDiagnostic);
        if (type.Attribute(KnownNames.Event) is not null && type.Attribute(KnownNames.Obsolete) is { ConstructorArguments: [_, { Value: true }] } obsolete)
            problems.Add(Descriptors.ForbiddenEvent, obsolete.Location(context.CancellationToken), type.Name);

        if (type.Attribute(KnownNames.Aggregate) is not { } attribute)
            return;

        if (attribute.Argument() is string name && types.FindAggregate(name, context.CancellationToken) is { } owner && !SymbolEqualityComparer.Default.Equals(owner, type))
            problems.Add(Descriptors.SharedAggregateName, attribute.Location(context.CancellationToken), name, owner.ShortName(), type.ShortName(), StoredName.Suggest(type.Name));

        IMethodSymbol[] handlers = [.. AssemblyTypes.HandlersOf(type)];
        foreach (IMethodSymbol handler in handlers)
        {
            if (handler.Attribute(KnownNames.Conditional) is { } conditional)
                problems.Add(Descriptors.ConditionalHandler, conditional.Location(context.CancellationToken) ?? type.Locations[0], handler.Name, conditional.Argument() ?? "");
        }

        foreach (IMethodSymbol method in NearHandlers.Of(type, handlers))
            problems.Add(Descriptors.NearHandler, method, method.Name, method.Parameters[0].Type.Name, type.Name, NearHandlers.Suggest(method));

        AnalyzeIgnored(type, handlers, context.Compilation, problems, context.CancellationToken);
        if (attribute.NamedArguments.FirstOrDefault(argument => argument.Key == Handles).Value.Value is INamedTypeSymbol { TypeKind: not TypeKind.Error } handled)
            AnalyzeHandled(type, attribute, handled, handlers, types, context.ReportDiagnostic, context.CancellationToken);
    }

    private static void AnalyzeIgnored(INamedTypeSymbol type, IMethodSymbol[] handlers, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownNames.Ignores) && attribute.Argument() is string name)
            {
                if (handlers.FirstOrDefault(handler => NamesOf(handler.Parameters[0].Type, compilation, cancellationToken).Contains(name)) is { } handler)
                    problems.Add(Descriptors.IgnoredButHandled, attribute.Location(cancellationToken), type.Name, name, handler.Name);
            }
            else if (attribute.AttributeClass.Is(KnownNames.IgnoresEvent) && attribute.AttributeClass!.TypeArguments is [{ TypeKind: not TypeKind.Error } ignored])
            {
                if (!CanBeEvent(ignored, type.ContainingAssembly, compilation))
                    problems.Add(Descriptors.IgnoresNoEvent, attribute.Location(cancellationToken), type.Name, ignored.ShortName());
                else if (handlers.FirstOrDefault(handler => SymbolEqualityComparer.Default.Equals(handler.Parameters[0].Type, ignored)) is { } handler)
                    problems.Add(Descriptors.IgnoredButHandled, attribute.Location(cancellationToken), type.Name, ignored.Name, handler.Name);
            }
        }
    }

    private static void AnalyzeHandled(INamedTypeSymbol type, AttributeData attribute, INamedTypeSymbol handled, IMethodSymbol[] handlers, AssemblyTypes types, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        Location? place = PlaceOfHandles(attribute, cancellationToken);
        INamedTypeSymbol[] events =
        [
            .. from assembly in new[] { type.ContainingAssembly, handled.ContainingAssembly }.Distinct(SymbolEqualityComparer.Default).OfType<IAssemblySymbol>()
               from candidate in types.Of(assembly, cancellationToken)
               where CanBeEvent(candidate, assembly, types.Compilation) && DerivesFrom(candidate, handled)
               orderby candidate.Name
               select candidate,
        ];
        if (events.Length == 0)
            report(Diagnostic.Create(Descriptors.HandlesNothing, place, type.Name, handled.ShortName()));

        HashSet<ITypeSymbol> known = new(handlers.Select(handler => handler.Parameters[0].Type), SymbolEqualityComparer.Default);
        known.UnionWith(type.GetAttributes().Where(ignores => ignores.AttributeClass.Is(KnownNames.IgnoresEvent)).SelectMany(ignores => ignores.AttributeClass!.TypeArguments));
        string result = handlers.Any(handler => SymbolEqualityComparer.Default.Equals(handler.ReturnType, type)) ? type.Name : "void";
        foreach (INamedTypeSymbol forgotten in events.Where(candidate => !known.Contains(candidate)))
            report(Diagnostic.Create(Descriptors.ForgottenEvent, place, ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Event, forgotten.MetadataFullName()), type.Name, handled.ShortName(), forgotten.Name, result));
    }

    private static void AnalyzeQuery(OperationAnalysisContext context, INamedTypeSymbol builder, AssemblyTypes types)
    {
        var invocation = (IInvocationOperation)context.Operation;
        IMethodSymbol method = invocation.TargetMethod;
        if (method.Name is "When" or "WhenAny" && SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, builder))
            AnalyzeLostState(invocation, context.ReportDiagnostic);

        if (method is not { Name: "When", TypeArguments: [INamedTypeSymbol { TypeKind: not TypeKind.Error } taken] } || !SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, builder))
            return;

        string? reason = CanBeEvent(taken, context.Compilation.Assembly, context.Compilation) ? EventDeclaration.Of(taken, context.Compilation).Attribute is not null || types.IsHandled(taken, context.CancellationToken) ? null : "is not marked with [Event]"
            : "is no event";
        if (reason is not null)
            new Problems(context.ReportDiagnostic).Add(Descriptors.QueriesNoEvent, PlaceOf(context.Operation), taken.ShortName(), reason, reason == "is no event" ? "Give one handler for each event, or one for all with WhenAny" : $"Mark it with [Event(\"{StoredName.Suggest(taken.Name)}\")]");
    }

    /// <summary>A handler that returns nothing can change what its state holds, but not put another in its place.</summary>
    private static void AnalyzeLostState(IInvocationOperation invocation, Action<Diagnostic> report)
    {
        foreach (IAnonymousFunctionOperation handler in invocation.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).OfType<IDelegateCreationOperation>().Select(creation => creation.Target).OfType<IAnonymousFunctionOperation>())
        {
            if (handler.Symbol is { ReturnsVoid: true, Parameters: [{ } state, _, ..] }
                && handler.Body.Descendants().OfType<IParameterReferenceOperation>().FirstOrDefault(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, state) && reference.IsWritten()) is { } written)
                report(Diagnostic.Create(Descriptors.LostQueryState, written.Syntax.GetLocation(), state.Name));
        }
    }

    private static IEnumerable<string> NamesOf(ITypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        type is INamedTypeSymbol @event && EventParser.ParseName(@event, compilation, new Problems(), cancellationToken) is { } name ? name.FormerNames.Prepend(name.Name) : [];

    /// <summary>Whether a type is an event, or becomes one where an aggregate of its assembly handles it.</summary>
    private static bool CanBeEvent(ITypeSymbol type, IAssemblySymbol assembly, Compilation compilation) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, IsAbstract: false, IsStatic: false } named
        && named.Attribute(KnownNames.Aggregate) is null
        && !EventDeclaration.IsOpen(named)
        && (IsDeclaredIn(assembly, named) || EventDeclaration.Of(named, compilation).Attribute is not null);

    private static bool IsDeclaredIn(IAssemblySymbol assembly, INamedTypeSymbol type) =>
        !EventDeclaration.IsGeneric(type) && (type.Attribute(KnownNames.Event) is not null || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly));

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol @base) =>
        type.WithBases().Skip(1).Concat(type.AllInterfaces).Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, @base.OriginalDefinition));

    private static Location? PlaceOfHandles(AttributeData attribute, CancellationToken cancellationToken)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        return syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Handles)?.GetLocation() ?? syntax?.GetLocation();
    }

    private static Location PlaceOf(IOperation operation) =>
        operation.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name.GetLocation() : operation.Syntax.GetLocation();
}
