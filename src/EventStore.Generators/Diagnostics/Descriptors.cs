using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <summary>The diagnostics. Each message says how to mend the code; each has a page in docs/diagnostics.</summary>
internal static partial class Descriptors
{
    private const string Category = "EventStore";
    private const string Pages = "./docs/diagnostics/";

    public static readonly DiagnosticDescriptor NotPartial = Error(
        DiagnosticIds.NotPartial,
        "An aggregate is partial",
        "The aggregate '{0}' has to be partial to get its generated members. Write 'partial' before its 'class' or 'record'.");

    public static readonly DiagnosticDescriptor StructAggregate = Error(
        DiagnosticIds.StructAggregate,
        "An aggregate is a class or record",
        "The aggregate '{0}' is a struct: whoever holds a copy of it would record events that nobody saves. Make it a class or a record.");

    public static readonly DiagnosticDescriptor UnknownHandler = Error(
        DiagnosticIds.UnknownHandler,
        "A handler is named after its event",
        "'{0}' handles no event: its name and its parameter '{1}' do not fit each other. Call it 'When{1}' or 'When'.");

    public static readonly DiagnosticDescriptor StaticHandler = Error(
        DiagnosticIds.StaticHandler,
        "A handler is an instance method",
        "The handler '{0}' is static, so it has no aggregate to change. Remove 'static'.");

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
        "The generated 'New' cannot make '{0}': all its constructors have parameters. Give it a parameterless one too (it may be private), and let a static method that calls 'New' take what it needs.");

    public static readonly DiagnosticDescriptor ReservedMember = Error(
        DiagnosticIds.ReservedMember,
        "The names of generated members are taken",
        "The aggregate '{0}' gets a generated '{1}', so that name is taken. Give yours another name.");

    public static readonly DiagnosticDescriptor UnsealedEvent = Error(
        DiagnosticIds.UnsealedEvent,
        "An event is sealed",
        "The event '{0}' is not sealed: one derived from it would be stored as its base, without its own members. Write 'sealed' before its 'class' or 'record'.");

    public static readonly DiagnosticDescriptor IgnoredResult = Error(
        DiagnosticIds.IgnoredResult,
        "The result of RecordThat is the aggregate",
        "'{0}' is immutable: '{1}' changes nothing but returns a new one, which is lost here. Return it, or go on with it.");

    public static readonly DiagnosticDescriptor CatalogNotStaticPartial = Error(
        DiagnosticIds.CatalogNotStaticPartial,
        "A catalog is a static partial class",
        "The catalog '{0}' has to be {1} to get its property. Write '{1}' before its 'class'.");

    public static readonly DiagnosticDescriptor EmptyName = Error(
        DiagnosticIds.EmptyName,
        "A stored name is not empty",
        "The stored name of '{0}' is empty. Choose one of 1 to 255 characters, for example '{1}'.");

    public static readonly DiagnosticDescriptor UnpinnedName = Advice(
        DiagnosticIds.UnpinnedName,
        DiagnosticSeverity.Info,
        "An event's name is written down",
        "The event '{0}' is stored as '{0}', so renaming the class would lose what is stored. Pin the name with [Event(\"{0}\")], or with one of your own.");

    public static readonly DiagnosticDescriptor ForeignEvent = Error(
        DiagnosticIds.ForeignEvent,
        "The assembly of an event has a catalog",
        "The event '{0}' is declared in the assembly '{1}', which has no catalog that can be seen from here, so its JSON cannot be reached. Write '[EventCatalog] public static partial class' with a name there.");

    // An error cannot be switched off: what it warns of would be stored, or lost.
    private static DiagnosticDescriptor Error(string id, string title, string message, params string[] tags) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, true, null, Pages + id + ".md", [WellKnownDiagnosticTags.NotConfigurable, .. tags]);

    // A user may know better: it can be switched off, or made an error.
    private static DiagnosticDescriptor Advice(string id, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, Category, severity, true, null, Pages + id + ".md");
}
