using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>What a handler must not do, since replay calls it again: today, on another machine, and years from now.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor HandlerReadsClock = Error(
        DiagnosticIds.HandlerReadsClock,
        "A handler does not ask for the time",
        "The handler '{0}' asks for the time by '{1}', which is another one at each replay. Put the time into the event when it is recorded, or take 'DomainEvent' as second parameter and use its 'CreatedAt'.");

    public static readonly DiagnosticDescriptor HandlerIsRandom = Error(
        DiagnosticIds.HandlerIsRandom,
        "A handler leaves nothing to chance",
        "The handler '{0}' uses '{1}', which gives something else at each replay. Draw the value before the event is recorded, and put it into the event.");

    public static readonly DiagnosticDescriptor HandlerReachesOutside = Error(
        DiagnosticIds.HandlerReachesOutside,
        "A handler neither reads nor writes outside its aggregate",
        "The handler '{0}' uses '{1}', so each replay would reach out of the program again. Do it before the event is recorded, or in a projection.");

    public static readonly DiagnosticDescriptor HandlerDependsOnMachine = Error(
        DiagnosticIds.HandlerDependsOnMachine,
        "A handler does not depend on where it runs",
        "The handler '{0}' uses '{1}', which differs from machine to machine and from user to user. Put its value into the event when it is recorded.");

    public static readonly DiagnosticDescriptor HandlerStartsWork = Error(
        DiagnosticIds.HandlerStartsWork,
        "A handler starts nothing and waits for nothing",
        "The handler '{0}' uses '{1}': replay neither waits for other threads nor has time to sleep. Let the handler only change the state, and do the work before the event is recorded, or in a projection.");

    public static readonly DiagnosticDescriptor HandlerTouchesStatic = Error(
        DiagnosticIds.HandlerTouchesStatic,
        "A handler touches no state but its aggregate's",
        "The handler '{0}' {1} '{2}', which all aggregates share, so its result depends on what was replayed before. Keep the state in the aggregate, or make '{2}' constant.");

    public static readonly DiagnosticDescriptor HandlerCallsService = Error(
        DiagnosticIds.HandlerCallsService,
        "A handler calls no service",
        "The handler '{0}' calls '{1}', which no handler sets: replay makes the aggregate by itself, so it has no such service then. Ask the service before the event is recorded, and put its answer into the event.");

    public static readonly DiagnosticDescriptor HandlerRecords = Error(
        DiagnosticIds.HandlerRecords,
        "A handler records nothing",
        "The handler '{0}' calls '{1}', so each replay would record anew. Record both events in the method that decides, or change the state without an event.");

    public static readonly DiagnosticDescriptor ConditionalHandler = Error(
        DiagnosticIds.ConditionalHandler,
        "A handler is always called",
        "The handler '{0}' is [Conditional], so a build without '{1}' would not call it and replay to another state. Remove the attribute.");
}
