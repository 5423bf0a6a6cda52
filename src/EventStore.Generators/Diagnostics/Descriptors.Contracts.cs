using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>What does not fit between the aggregates and the events that they name.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ForgottenEvent = Error(
        DiagnosticIds.ForgottenEvent,
        "An aggregate handles all the events that it says it does",
        "The aggregate '{0}' says that it handles each '{1}', but not '{2}'. Write 'private {3} When({2} e)' in it, or mark it with [Ignores<{2}>].");

    public static readonly DiagnosticDescriptor HandlesNothing = Error(
        DiagnosticIds.HandlesNothing,
        "Handles names a type that events derive from",
        "No event derives from '{1}', so '{0}' says that it handles nothing. Name the base class or the interface of its events.");

    public static readonly DiagnosticDescriptor IgnoredButHandled = Error(
        DiagnosticIds.IgnoredButHandled,
        "An ignored event has no handler",
        "The aggregate '{0}' ignores '{1}' and handles it by '{2}'. Remove the attribute, or the handler.");

    public static readonly DiagnosticDescriptor IgnoresNoEvent = Error(
        DiagnosticIds.IgnoresNoEvent,
        "What is ignored is an event",
        "The aggregate '{0}' ignores '{1}', which is no event, so this ignores nothing. Name a class that is marked with [Event(\"…\")], or write [Ignores(\"…\")] with a stored name.");

    public static readonly DiagnosticDescriptor ForbiddenEvent = Error(
        DiagnosticIds.ForbiddenEvent,
        "An event can be obsolete, but not forbidden",
        "The event '{0}' is [Obsolete] as an error, so the generated code that reads it would not compile. Leave out the 'true': what is stored has to be read for ever.");

    public static readonly DiagnosticDescriptor QueriesNoEvent = Advice(
        DiagnosticIds.QueriesNoEvent,
        DiagnosticSeverity.Warning,
        "A query's handlers take events",
        "'{0}' is in no catalog, since it {1}, so the run would fail. {2}.");

    public static readonly DiagnosticDescriptor NearHandler = Advice(
        DiagnosticIds.NearHandler,
        DiagnosticSeverity.Warning,
        "A handler's name begins with 'When'",
        "'{0}' takes the event '{1}', which '{2}' does not handle, but is no handler itself. Did you mean '{3}'?");

    public static readonly DiagnosticDescriptor SharedAggregateName = Advice(
        DiagnosticIds.SharedAggregateName,
        DiagnosticSeverity.Warning,
        "A stored name belongs to one aggregate",
        "The name '{0}' belongs to the aggregates '{1}' and '{2}': what one of them saved, the other would load. Give one of them another name, for example '{3}'.");
}
