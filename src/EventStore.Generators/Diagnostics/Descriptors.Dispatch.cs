using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with handlers of base types, and with events and catalogs of other assemblies; what can be wrong with projections and read models.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor HiddenInheritedHandler = Error(
        DiagnosticIds.HiddenInheritedHandler,
        "An inherited handler can be called",
        "The handler '{0}' of '{1}', from which '{2}' derives, cannot be called from '{2}', so '{3}' would change nothing. Make it protected.");

    public static readonly DiagnosticDescriptor RepeatedInheritedHandler = Error(
        DiagnosticIds.RepeatedInheritedHandler,
        "An inherited handler is overridden, not repeated",
        "'{0}' handles '{1}', and so does '{2}', from which it derives: one of them would never be called. Make the base's handler virtual and override it, or keep only one.");

    public static readonly DiagnosticDescriptor IncludedNoCatalog = Error(
        DiagnosticIds.IncludedNoCatalog,
        "A catalog includes catalogs of other assemblies",
        "The catalog '{0}' includes '{1}', which {2}. Include a class of another assembly that is marked with [EventCatalog], or leave it out.");

    public static readonly DiagnosticDescriptor SharedName = Error(
        DiagnosticIds.SharedName,
        "An aggregate tells its events apart by name",
        "'{0}' handles '{1}' and '{2}', which are both stored as '{3}': it could not tell them apart. Give one of them another name; former names count too.");

    public static readonly DiagnosticDescriptor GenericWithoutName = Error(
        DiagnosticIds.GenericWithoutName,
        "A generic event gets its name from the assembly",
        "The event '{0}' is generic, so no class can carry its name. Write [assembly: Event<{0}>(\"…\")] with a name of its own.");

    public static readonly DiagnosticDescriptor NamedTwice = Error(
        DiagnosticIds.NamedTwice,
        "An event is named once",
        "The event '{0}' is named already, {1}. Remove this name, or add it there as a former one.");

    public static readonly DiagnosticDescriptor ProjectionShape = Error(
        DiagnosticIds.ProjectionShape,
        "A projection or read model is a partial class or record",
        "The {0} '{1}' {2}");

    public static readonly DiagnosticDescriptor ProjectionHandler = Error(
        DiagnosticIds.ProjectionHandler,
        "A handler of a projection or read model can be called",
        "The handler '{0}' of the {1} '{2}' {3}");

    public static readonly DiagnosticDescriptor LostField = Error(
        DiagnosticIds.LostField,
        "A projection's state is stored whole",
        "The field '{0}' of '{1}' is not stored with the state, so its value would be lost at the next start. Make it a public property that can be set, or mark it with [JsonInclude]; with [JsonIgnore] if it may be lost.");

    public static readonly DiagnosticDescriptor InheritedHandlerResult = Error(
        DiagnosticIds.InheritedHandlerResult,
        "An inherited handler returns the aggregate",
        "The inherited handler '{0}' returns '{1}', not the aggregate '{2}'. Override it with the return type '{2}', or give '{1}' a type parameter for its aggregate and return that.");
}
