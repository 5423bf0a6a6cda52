using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with the type and the name of an event.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor AbstractEvent = Error(
        DiagnosticIds.AbstractEvent,
        "An event is concrete",
        "The event '{0}' is abstract, so nothing is ever of just this type. Remove [Event] from it, and mark the types derived from it.");

    public static readonly DiagnosticDescriptor GenericEvent = Error(
        DiagnosticIds.GenericEvent,
        "An event is not generic",
        "The event '{0}' is generic or stands in a generic type, so it has no one shape that could be stored. Write one event for each type argument, or name a closed one with [assembly: Event<{0}<…>>(\"…\")].");

    public static readonly DiagnosticDescriptor HiddenEvent = Error(
        DiagnosticIds.HiddenEvent,
        "Generated files can name an event",
        "The event '{0}' cannot be seen by generated files. Make it and the types around it internal or public, and not 'file'.");

    public static readonly DiagnosticDescriptor RefStructEvent = Error(
        DiagnosticIds.RefStructEvent,
        "An event can be kept",
        "The event '{0}' is a ref struct, which cannot be kept. Make it a record struct.");

    public static readonly DiagnosticDescriptor StaticEvent = Error(
        DiagnosticIds.StaticEvent,
        "An event is a class, record or struct with instances",
        "The event '{0}' is {1}, so there is nothing to store. Make it a sealed record.");

    public static readonly DiagnosticDescriptor NameTooLong = Error(
        DiagnosticIds.NameTooLong,
        "A stored name has at most 255 characters",
        "The stored name of '{0}' has {1} characters. Shorten it to at most 255, for example '{2}'.");

    public static readonly DiagnosticDescriptor NameCharacters = Error(
        DiagnosticIds.NameCharacters,
        "A stored name is text",
        "The stored name of '{0}' holds NUL or half of a surrogate pair, which cannot be stored. Choose another, for example '{1}'.");
}
