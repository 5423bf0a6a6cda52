using System.Collections.Concurrent;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>What the methods of one aggregate use, and which of them its handlers reach. Thread-safe while it is filled.</summary>
internal sealed class ReplayUses(INamedTypeSymbol aggregate, ImpureMembers members)
{
    private readonly HandlerCalls _calls = new();
    private readonly ConcurrentBag<(ISymbol User, ISymbol Member)> _writes = [];
    private readonly ConcurrentBag<Use> _uses = [];

    public void Add(IOperation operation, ISymbol user)
    {
        if (operation.IsInNameof())
            return;

        switch (operation)
        {
            case IInvocationOperation invocation:
                AddMember(operation, invocation.TargetMethod, user);
                AddInvocation(invocation, user);
                break;
            case IMethodReferenceOperation reference:
                AddMember(operation, reference.Method, user);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                AddMember(operation, constructor, user);
                break;
            case IPropertyReferenceOperation property:
                AddProperty(property, user);
                break;
            case IFieldReferenceOperation field:
                AddField(field, user);
                break;
            case IArrayElementReferenceOperation when operation.IsWritten() && operation.SharedRoot() is { } shared:
                AddUse(Descriptors.HandlerTouchesStatic, operation, user, "changes", shared);
                break;
        }
    }

    /// <summary>Reports what the handlers reach, each use once, for the first handler that reaches it.</summary>
    public void Report(IReadOnlyList<IMethodSymbol> handlers, Action<Diagnostic> report)
    {
        Dictionary<ISymbol, IMethodSymbol> reached = _calls.ReachedBy(handlers);
        HashSet<ISymbol> state = new(_writes.Where(write => reached.ContainsKey(write.User) || write.User is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true }).Select(write => write.Member), SymbolEqualityComparer.Default);
        foreach (Use use in InOrder())
        {
            if (reached.TryGetValue(use.User, out IMethodSymbol? handler) && (use.Service is null || !(state.Contains(use.Service) || use.Service.HasInitializer())))
                report(Diagnostic.Create(use.Rule, use.Place, [handler.Name, .. use.Arguments]));
        }
    }

    /// <summary>Reports what handlers of a projection change that is static; they may read it, and do all the rest.</summary>
    public void ReportShared(IReadOnlyList<IMethodSymbol> handlers, Action<Diagnostic> report)
    {
        Dictionary<ISymbol, IMethodSymbol> reached = _calls.ReachedBy(handlers);
        foreach (Use use in InOrder())
        {
            if (use.Rule.Id == DiagnosticIds.HandlerTouchesStatic && use.Arguments is ["changes", var shared] && reached.TryGetValue(use.User, out IMethodSymbol? handler))
                report(Diagnostic.Create(Descriptors.StaticProjectionState, use.Place, handler.Name, shared));
        }
    }

    private IEnumerable<Use> InOrder() => _uses.OrderBy(use => use.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(use => use.Place.SourceSpan);

    private void AddInvocation(IInvocationOperation invocation, ISymbol user)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method is { Name: "RecordThat" or "Apply" or "PopEvents" } && method.ContainingType.Attribute(KnownNames.Aggregate) is not null && !method.IsWrittenByUser())
            AddUse(Descriptors.HandlerRecords, invocation, user, method.Name);

        IOperation? receiver = invocation.Receiver();
        AddService(invocation, receiver, user);
        if (receiver is not null && StateChanges.IsChange(method) && receiver.SharedRoot() is { } shared)
            AddUse(Descriptors.HandlerTouchesStatic, invocation, user, "changes", shared);
    }

    private void AddProperty(IPropertyReferenceOperation reference, ISymbol user)
    {
        IPropertySymbol property = reference.Property;
        bool isWritten = reference.IsWritten();
        AddAccess(reference, property, isWritten, user);
        if ((isWritten ? property.SetMethod : property.GetMethod) is { } accessor && IsOwn(property))
            _calls.Add(user, accessor);

        if (members.Find(property) != Impurity.None)
            AddImpure(reference, property, user);
        else if (property is { IsStatic: true, SetMethod.IsInitOnly: false })
            AddUse(Descriptors.HandlerTouchesStatic, reference, user, isWritten ? "changes" : "reads", property.Name);
        else if (isWritten && reference.Instance?.SharedRoot() is { } shared)
            AddUse(Descriptors.HandlerTouchesStatic, reference, user, "changes", shared);
        else
            AddService(reference, reference.Receiver(), user);
    }

    private void AddField(IFieldReferenceOperation reference, ISymbol user)
    {
        IFieldSymbol field = reference.Field;
        bool isWritten = reference.IsWritten();
        AddAccess(reference, field, isWritten, user);
        if (field is { IsStatic: true, IsConst: false, IsReadOnly: false } && field.ContainingType.TypeKind != TypeKind.Enum)
            AddUse(Descriptors.HandlerTouchesStatic, reference, user, isWritten ? "changes" : "reads", field.Name);
        else if (isWritten && reference.Instance?.SharedRoot() is { } shared)
            AddUse(Descriptors.HandlerTouchesStatic, reference, user, "changes", shared);
    }

    private void AddMember(IOperation operation, IMethodSymbol method, ISymbol user)
    {
        if (IsOwn(method))
            _calls.Add(user, method);

        AddImpure(operation, method, user);
    }

    private void AddImpure(IOperation operation, ISymbol member, ISymbol user)
    {
        DiagnosticDescriptor? rule = members.Find(member) switch
        {
            Impurity.Clock => Descriptors.HandlerReadsClock,
            Impurity.Chance => Descriptors.HandlerIsRandom,
            Impurity.Outside => Descriptors.HandlerReachesOutside,
            Impurity.Machine => Descriptors.HandlerDependsOnMachine,
            Impurity.Work => Descriptors.HandlerStartsWork,
            _ => null,
        };
        bool isConstructor = member is IMethodSymbol { MethodKind: MethodKind.Constructor };
        if (rule is not null)
            AddUse(rule, operation, user, isConstructor ? $"new {member.ContainingType.Name}" : $"{member.ContainingType.Name}.{member.Name}");
    }

    private void AddAccess(IOperation reference, ISymbol member, bool isWritten, ISymbol user)
    {
        if (isWritten && IsOwn(member))
            _writes.Add((user, member.OriginalDefinition));
    }

    /// <summary>
    /// A member that holds an interface or a delegate is state where a handler sets it, and a service where none does. A
    /// <c>Random</c> of the aggregate is one, too.
    /// </summary>
    private void AddService(IOperation use, IOperation? receiver, ISymbol user)
    {
        ISymbol? member = receiver switch
        {
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field => field.Field,
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property: { Parameters.IsEmpty: true } property } when property.IsAuto() => property,
            _ => null,
        };
        if (member is null || !IsOwn(member) || receiver!.Type is not INamedTypeSymbol type)
            return;

        if (type.Is("System.Random"))
            _uses.Add(new Use(Descriptors.HandlerIsRandom, user, PlaceOf(use), [member.Name], null));
        else if (StateChanges.IsService(type))
            _uses.Add(new Use(Descriptors.HandlerCallsService, user, PlaceOf(use), [member.Name], member.OriginalDefinition));
    }

    private void AddUse(DiagnosticDescriptor rule, IOperation operation, ISymbol user, params object[] arguments) =>
        _uses.Add(new Use(rule, user, PlaceOf(operation), arguments, null));

    private bool IsOwn(ISymbol member) => aggregate.WithBases().Any(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition));

    private static Location PlaceOf(IOperation operation) =>
        (operation.Syntax is InvocationExpressionSyntax invocation ? invocation.Expression : operation.Syntax).GetLocation();

    /// <param name="Rule">What it breaks.</param>
    /// <param name="User">The method that does so.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Arguments">What the message names after the handler.</param>
    /// <param name="Service">The member that is no mistake if it turns out to be state.</param>
    private sealed record Use(DiagnosticDescriptor Rule, ISymbol User, Location Place, object[] Arguments, ISymbol? Service);
}
