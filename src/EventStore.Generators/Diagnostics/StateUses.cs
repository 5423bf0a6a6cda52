using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>Where one aggregate changes its state and its events, and what they share. Thread-safe while it is filled.</summary>
internal sealed class StateUses(INamedTypeSymbol aggregate, ImpureMembers impure, IReadOnlyList<IMethodSymbol> handlers)
{
    private readonly HandlerCalls _calls = new();
    private readonly ConcurrentBag<Change> _changes = [];
    private readonly ConcurrentBag<(ISymbol User, ILocalSymbol Event, int End)> _recorded = [];
    private readonly ConcurrentBag<(DiagnosticDescriptor Rule, string Owner, string Text, ISymbol Member, string Hint, Location Place)> _shared = [];
    private readonly ConcurrentBag<Diagnostic> _certain = [];
    private readonly bool _isImmutable = handlers.Any(handler => Same(handler.ReturnType, aggregate));

    public void Add(IOperation operation, ISymbol user)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                AddCall(operation, invocation.TargetMethod, user);
                AddInvocation(invocation, user);
                break;
            case IMethodReferenceOperation reference:
                AddCall(operation, reference.Method, user);
                break;
            case ISimpleAssignmentOperation assignment when IsHandler(user):
                AddKept(assignment, (IMethodSymbol)user);
                break;
            case IObjectCreationOperation creation:
                AddGiven(creation);
                break;
            case IPropertyReferenceOperation property:
                AddCall(operation, property.Property, user);
                if (property.IsWritten())
                    AddChange(property, property, user, false);
                break;
            case IFieldReferenceOperation or IArrayElementReferenceOperation when operation.IsWritten():
                AddChange(operation, operation, user, false);
                break;
        }
    }

    public void Report(Action<Diagnostic> report)
    {
        Change[] changes = [.. _changes.OrderBy(change => change.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(change => change.Place.SourceSpan)];
        foreach (Diagnostic diagnostic in _certain)
            report(diagnostic);

        foreach ((DiagnosticDescriptor rule, string owner, string text, ISymbol member, string hint, Location place) in _shared)
        {
            if (changes.FirstOrDefault(change => change.IsInside && Same(change.Root, member)) is { } change)
                report(rule.Id == DiagnosticIds.KeptEventValue ? Diagnostic.Create(rule, place, owner, text, member.Name, NameOf(change.User), hint) : Diagnostic.Create(rule, place, owner, text, NameOf(change.User), hint));
        }

        foreach (Change change in changes.Where(IsOfRecordedEvent))
            report(Diagnostic.Create(Descriptors.ChangedEvent, change.Place, NameOf(change.User), change.Root.Name));

        ReportWithoutEvent(changes, report);
    }

    private void ReportWithoutEvent(Change[] changes, Action<Diagnostic> report)
    {
        Dictionary<ISymbol, IMethodSymbol> reached = _calls.ReachedBy(handlers);
        Dictionary<ISymbol, IMethodSymbol> owners = new(SymbolEqualityComparer.Default);
        foreach (Change change in changes)
        {
            if (change.Root is IFieldSymbol or IPropertySymbol && reached.TryGetValue(change.User, out IMethodSymbol? handler) && !owners.ContainsKey(change.Root))
                owners.Add(change.Root, handler);
        }

        foreach (Change change in changes)
        {
            if (change.User is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && !IsEnd(method) && !reached.ContainsKey(change.User) && owners.TryGetValue(change.Root, out IMethodSymbol? handler))
                report(Diagnostic.Create(Descriptors.StateWithoutEvent, change.Place, change.User.Name, change.Root.Name, handler.Name));
        }
    }

    private void AddCall(IOperation operation, ISymbol member, ISymbol user)
    {
        if (user is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } && impure.Find(member) is Impurity.Clock or Impurity.Chance && IsData(user) && !operation.IsInNameof())
            _certain.Add(Diagnostic.Create(Descriptors.ImpureBeginning, operation.Syntax.GetLocation(), user.Name, $"{member.ContainingType.Name}.{member.Name}"));

        ISymbol?[] called = member is IPropertySymbol property ? [property.GetMethod, property.SetMethod] : [member];
        foreach (ISymbol own in called.OfType<ISymbol>())
            _calls.Add(user, own);
    }

    private void AddInvocation(IInvocationOperation invocation, ISymbol user)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.Name == "RecordThat" && Same(method.ContainingType, aggregate) && invocation.Arguments is [{ Value: var value }, ..] && value.Stripped() is ILocalReferenceOperation { Local: { Type.IsReferenceType: true } local })
            _recorded.Add((user, local, invocation.Syntax.Span.End));

        if (StateChanges.IsChange(method) && invocation.Receiver() is { } receiver)
            AddChange(receiver, invocation, user, true);
    }

    private void AddChange(IOperation target, IOperation place, ISymbol user, bool isInside)
    {
        if (target.RootIn(aggregate) is not { } root)
            return;

        if (_isImmutable && (isInside || !root.IsDirect) && IsOfThis(target) && user is IMethodSymbol { MethodKind: not MethodKind.Constructor })
            _certain.Add(Diagnostic.Create(Descriptors.ChangedInstance, place.Syntax.GetLocation(), aggregate.Name, root.Symbol.Name));
        else
            _changes.Add(new Change(user, root.Symbol, isInside || !root.IsDirect, place.Syntax.GetLocation()));
    }

    private void AddKept(ISimpleAssignmentOperation assignment, IMethodSymbol handler)
    {
        if (assignment.Target.RootIn(aggregate) is { IsDirect: true, Symbol: IFieldSymbol or IPropertySymbol } target
            && assignment.Value.Stripped() is IMemberReferenceOperation { Type: var type } value
            && type.IsShared()
            && value.RootIn(aggregate) is { Symbol: IParameterSymbol })
            _shared.Add((Descriptors.KeptEventValue, handler.Name, value.Syntax.ToString(), target.Symbol, type.CopyHint(value.Syntax.ToString()), assignment.Value.Syntax.GetLocation()));
    }

    private void AddGiven(IObjectCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol @event || !(@event.IsMarkedEvent() || handlers.Any(handler => Same(handler.Parameters[0].Type, @event))))
            return;

        foreach (IOperation given in creation.GivenValues())
        {
            if (given.Stripped() is IMemberReferenceOperation { Type: var type } member && type.IsShared() && member.RootIn(aggregate) is { IsDirect: true, Symbol: IFieldSymbol or IPropertySymbol } root)
                _shared.Add((Descriptors.SharedState, @event.Name, member.Syntax.ToString(), root.Symbol, type.CopyHint(member.Syntax.ToString()), given.Syntax.GetLocation()));
        }
    }

    /// <summary>Whether it is reached from <c>this</c>: what a copy holds may be its own.</summary>
    private static bool IsOfThis(IOperation target) => target switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Instance: { Type.IsReferenceType: true } instance } => IsOfThis(instance),
        IArrayElementReferenceOperation element => IsOfThis(element.ArrayReference),
        IConversionOperation conversion => IsOfThis(conversion.Operand),
        IConditionalAccessInstanceOperation => target.Accessed() is { } accessed && IsOfThis(accessed),
        _ => false,
    };

    private bool IsOfRecordedEvent(Change change) => change.IsInside && change.Root switch
    {
        IParameterSymbol { Type.IsReferenceType: true } parameter => IsHandler(change.User) && Same(parameter, ((IMethodSymbol)change.User).Parameters[0]),
        ILocalSymbol local => _recorded.Any(recorded => Same(recorded.Event, local) && recorded.End < change.Place.SourceSpan.Start),
        _ => false,
    };

    private bool IsHandler(ISymbol user) => handlers.Any(handler => Same(handler, user));

    /// <summary>What only measures, as a stopwatch does, is no state.</summary>
    private static bool IsData(ISymbol member) => (member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type) is { SpecialType: not SpecialType.None } or { IsValueType: true };

    /// <summary>What is disposed of is not loaded again.</summary>
    private static bool IsEnd(IMethodSymbol method) => method is { Name: "Dispose" or "DisposeAsync", Parameters.Length: <= 1 };

    private static string NameOf(ISymbol user) => user is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : user.Name;

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    /// <param name="User">The method that changes it.</param>
    /// <param name="Root">The member, parameter or variable.</param>
    /// <param name="IsInside">Whether it stays the same object, which then holds something else.</param>
    /// <param name="Place">Where.</param>
    private sealed record Change(ISymbol User, ISymbol Root, bool IsInside, Location Place);
}
