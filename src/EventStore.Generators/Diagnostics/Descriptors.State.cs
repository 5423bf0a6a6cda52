using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>Where state and events would come apart: what is saved is not what the program has seen. All see what is likely, not what is certain.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor KeptEventValue = Advice(
        DiagnosticIds.KeptEventValue,
        DiagnosticSeverity.Warning,
        "What an aggregate changes is no part of an event",
        "The handler '{0}' keeps '{1}' as '{2}', which '{3}' changes: that would change the event, too, which may still wait to be saved. Keep a copy{4}.");

    public static readonly DiagnosticDescriptor SharedState = Advice(
        DiagnosticIds.SharedState,
        DiagnosticSeverity.Warning,
        "An event is no part of what an aggregate changes",
        "The event '{0}' is given '{1}' itself, which '{2}' changes: the event would change with it before it is saved. Give it a copy{3}.");

    public static readonly DiagnosticDescriptor QueryInEvent = Advice(
        DiagnosticIds.QueryInEvent,
        DiagnosticSeverity.Warning,
        "An event holds values, not a query",
        "The event '{0}' is given a query, which runs each time it is read: once in the handler, and again when it is saved, over what the state is by then. End it with 'ToArray()'.");

    public static readonly DiagnosticDescriptor StateWithoutEvent = Advice(
        DiagnosticIds.StateWithoutEvent,
        DiagnosticSeverity.Warning,
        "What events tell, only handlers change",
        "'{0}' changes '{1}', which the handler '{2}' sets, but no event tells of it: after loading it would be another. Record an event here, and change '{1}' in its handler alone.");

    public static readonly DiagnosticDescriptor ChangedEvent = Advice(
        DiagnosticIds.ChangedEvent,
        DiagnosticSeverity.Warning,
        "An event that is recorded does not change",
        "'{0}' changes the event '{1}' that is recorded already: what is saved would not be what the handler has seen. Put everything into the event before 'RecordThat', and work on a copy after it.");

    public static readonly DiagnosticDescriptor ImpureBeginning = Advice(
        DiagnosticIds.ImpureBeginning,
        DiagnosticSeverity.Warning,
        "An aggregate begins alike each time",
        "'{0}' begins with '{1}', which is another one each time the aggregate is loaded. Put the value into the first event, and set '{0}' in its handler.");

    public static readonly DiagnosticDescriptor ComputedAgain = Advice(
        DiagnosticIds.ComputedAgain,
        DiagnosticSeverity.Warning,
        "What is stored is read as it was",
        "'{0}' {1}, but what is stored as '{0}' is given to the parameter of that name each time the event is read, and so it would be another one. Store what is given under its own name, and compute it before the event is made or in another property.");

    public static readonly DiagnosticDescriptor LostCopy = Advice(
        DiagnosticIds.LostCopy,
        DiagnosticSeverity.Warning,
        "A copy that is returned is used",
        "'{0}' changes nothing but returns a new '{1}', which is lost here. Go on with what it returns, for example '{2} = {2}.{0}(…)'.");

    public static readonly DiagnosticDescriptor LostQueryState = Advice(
        DiagnosticIds.LostQueryState,
        DiagnosticSeverity.Warning,
        "A handler's new state is returned",
        "'{0}' is only this handler's parameter, and the handler returns nothing: what is put into it is lost. Return it, as in '({0}, e) => {0} + …'.");

    public static readonly DiagnosticDescriptor DerivedValue = Advice(
        DiagnosticIds.DerivedValue,
        DiagnosticSeverity.Warning,
        "A stored member is of the type that it says",
        "'{0}' is stored as '{1}', so what '{2}' adds to it would be lost. Name it in '{1}' with [JsonDerivedType(typeof({2}), \"…\")], or let the member be of type '{2}'.");

    public static readonly DiagnosticDescriptor LostState = Advice(
        DiagnosticIds.LostState,
        DiagnosticSeverity.Warning,
        "A copy of the state is used",
        "'with' changes nothing but makes a new '{0}', which is lost here. Return it, or go on with it.");

    public static readonly DiagnosticDescriptor ChangedInstance = Advice(
        DiagnosticIds.ChangedInstance,
        DiagnosticSeverity.Warning,
        "An immutable aggregate shares what it holds",
        "'{0}' is immutable, and its copies hold the same '{1}': what is changed in it here changes in all of them. Put a changed copy into a new '{0}' using 'with', or hold an immutable collection.");

    public static readonly DiagnosticDescriptor StaticProjectionState = Advice(
        DiagnosticIds.StaticProjectionState,
        DiagnosticSeverity.Warning,
        "A projection's state is its own",
        "The handler '{0}' changes '{1}', which is static, so it is not stored with the projection: after a restart it begins anew, but the events do not. Keep it in a property of the projection.");
}
