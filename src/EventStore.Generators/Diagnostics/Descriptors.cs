using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <summary>The diagnostics. Each message says how to mend the code; each has a page in docs/diagnostics.</summary>
internal static class Descriptors
{
    private const string Category = "EventStore";
    private const string Pages = "./docs/diagnostics/";

    public static readonly DiagnosticDescriptor NotPartial = Error(
        DiagnosticIds.NotPartial,
        "An aggregate is partial",
        "'{0}' has to be partial for the aggregate '{1}' to get its generated members. Write 'partial' before its 'class' or 'record'.");

    public static readonly DiagnosticDescriptor UnsupportedAggregate = Error(
        DiagnosticIds.UnsupportedAggregate,
        "An aggregate is one concrete class or record",
        "The aggregate '{0}' {1}. Make it a class or record that is neither generic, nor abstract, nor static, nor local to a file, and that stands in no generic type.");

    public static readonly DiagnosticDescriptor UnknownHandler = Error(
        DiagnosticIds.UnknownHandler,
        "A handler is named after its event",
        "'{0}' handles no event: {1}");

    public static readonly DiagnosticDescriptor HandlerSignature = Error(
        DiagnosticIds.HandlerSignature,
        "A handler has one of few signatures",
        "The handler '{0}' {1}. Write 'private void {2}({3} e)', with EventMetadata or DomainEvent as second parameter where it is needed; an immutable record's handler returns the record.");

    public static readonly DiagnosticDescriptor UnhandledEvent = Error(
        DiagnosticIds.UnhandledEvent,
        "A recorded event has a handler",
        "The aggregate '{0}' records '{1}' but does not handle it. Write 'private {2} When({1} e)' in '{0}'.");

    public static readonly DiagnosticDescriptor DuplicateName = Error(
        DiagnosticIds.DuplicateName,
        "A stored name belongs to one event",
        "The name '{0}' belongs to '{1}' and to '{2}'. Give one of them another name; former names count too.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DuplicateHandler = Error(
        DiagnosticIds.DuplicateHandler,
        "An event has one handler",
        "'{0}' handles '{1}' twice. Keep one of its two handlers.");

    public static readonly DiagnosticDescriptor NotStorable = Error(
        DiagnosticIds.NotStorable,
        "Every member of an event is stored",
        "'{0}' cannot be stored as JSON: {1}");

    public static readonly DiagnosticDescriptor MixedHandlers = Error(
        DiagnosticIds.MixedHandlers,
        "An aggregate is mutable or immutable",
        "'{0}' has handlers that change it and handlers that return a new one. Let '{1}' {2}, as the first one does, or change the others.");

    public static readonly DiagnosticDescriptor NotConstructible = Error(
        DiagnosticIds.NotConstructible,
        "New can make an aggregate",
        "The generated 'New' cannot make '{0}': it has {1}. Give it a parameterless constructor (it may be private), or none at all, and let a static method that calls 'New' take what it needs.");

    public static readonly DiagnosticDescriptor ReservedMember = Error(
        DiagnosticIds.ReservedMember,
        "The names of generated members are taken",
        "The aggregate '{0}' gets a generated '{1}', so that name is taken. Give yours another name.");

    public static readonly DiagnosticDescriptor UnsupportedEvent = Error(
        DiagnosticIds.UnsupportedEvent,
        "An event is a sealed class or record, or a struct, that its assembly can see",
        "The event '{0}' {1}. {2}");

    public static readonly DiagnosticDescriptor IgnoredResult = Error(
        DiagnosticIds.IgnoredResult,
        "The result of RecordThat is the aggregate",
        "'{0}' is immutable: '{1}' changes nothing but returns a new one, which is lost here. Return it, or go on with it.");

    public static readonly DiagnosticDescriptor CatalogNotStaticPartial = Error(
        DiagnosticIds.CatalogNotStaticPartial,
        "A catalog is a static partial class",
        "The catalog '{0}' {1}. Write 'public static partial class {0}', in partial types if it is nested.");

    public static readonly DiagnosticDescriptor InvalidName = Error(
        DiagnosticIds.InvalidName,
        "A stored name is 1 to 255 characters",
        "The stored name of '{0}' {1}. Choose one of 1 to 255 characters, for example '{2}'.");

    public static readonly DiagnosticDescriptor UnmarkedEvent = new(
        DiagnosticIds.UnmarkedEvent,
        "An event's name is written down",
        "The event '{0}' is stored as '{0}', so renaming the class would lose what is stored. Pin the name with [Event(\"{0}\")], or with one of your own.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + DiagnosticIds.UnmarkedEvent + ".md");

    public static readonly DiagnosticDescriptor ForeignEvent = Error(
        DiagnosticIds.ForeignEvent,
        "An aggregate handles events of its own assembly",
        "The event '{0}' is declared in the assembly '{1}', where its JSON cannot be reached from here. Move the event or the aggregate, so that both stand in one assembly.");

    // An error cannot be switched off: what it warns of would be stored, or lost.
    private static DiagnosticDescriptor Error(string id, string title, string message, params string[] tags) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, true, null, Pages + id + ".md", [WellKnownDiagnosticTags.NotConfigurable, .. tags]);
}
