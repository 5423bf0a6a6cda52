using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with the signature of a handler.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor HandlerWithoutEvent = Error(
        DiagnosticIds.HandlerWithoutEvent,
        "A handler takes an event",
        "'{0}' handles no event: its parameter '{1}' is none. Take an event that is marked with [Event(\"…\")], or give the method a name that does not begin with 'When'.");

    public static readonly DiagnosticDescriptor HandlerWithoutParameter = Error(
        DiagnosticIds.HandlerWithoutParameter,
        "A handler has a parameter",
        "'{0}' looks like a handler but takes no event, so it is never called. Write '{0}({1} e)', or give the method a name that does not begin with 'When'.");

    public static readonly DiagnosticDescriptor GenericHandler = Error(
        DiagnosticIds.GenericHandler,
        "A handler is not generic",
        "The handler '{0}' is generic, so nobody knows which type it is to be called with. Remove its type parameters.");

    public static readonly DiagnosticDescriptor AsyncHandler = Error(
        DiagnosticIds.AsyncHandler,
        "A handler is not asynchronous",
        "The handler '{0}' is asynchronous: replay would not wait for it. Let it only change the state and return '{1}'; do the work before the event is recorded, or in a projection.");

    public static readonly DiagnosticDescriptor HandlerByReference = Error(
        DiagnosticIds.HandlerByReference,
        "A handler takes and returns values",
        "The handler '{0}' has 'ref', 'in', 'out' or 'params' at '{1}'. Remove it: an event is passed by value.");

    public static readonly DiagnosticDescriptor ExtraParameter = Error(
        DiagnosticIds.ExtraParameter,
        "A handler has at most two parameters",
        "The handler '{0}' has a parameter '{1}' that replay has no value for. Remove it: a handler takes the event, and EventMetadata or DomainEvent where it needs them.");

    public static readonly DiagnosticDescriptor SecondParameter = Error(
        DiagnosticIds.SecondParameter,
        "A handler's second parameter is EventMetadata or DomainEvent",
        "The handler '{0}' has '{1}' as second parameter, which replay has no value for. Take 'EventMetadata' or 'DomainEvent', or put what you need into the event.");

    public static readonly DiagnosticDescriptor HandlerWithoutBody = Error(
        DiagnosticIds.HandlerWithoutBody,
        "A handler has a body",
        "The handler '{0}' is {1} and has no body, so the event would change nothing. Give it a body.");

    public static readonly DiagnosticDescriptor HandlerResult = Error(
        DiagnosticIds.HandlerResult,
        "A handler returns nothing, or its aggregate",
        "The handler '{0}' returns '{1}', which nobody takes. Let it return 'void'{2}.");

    public static readonly DiagnosticDescriptor HandlerOfClassReturns = Error(
        DiagnosticIds.HandlerOfClassReturns,
        "Only records are immutable aggregates",
        "The handler '{0}' returns '{1}', which is no record and so cannot be copied. Let it return 'void' and change the aggregate, or make '{1}' a record.");
}
