using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with a context of the user's.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnknownToContext = Error(
        DiagnosticIds.UnknownToContext,
        "The context of an event names it",
        "The context '{1}' does not know the event '{0}'. Write [JsonSerializable(typeof({0}))] on '{1}'.");

    public static readonly DiagnosticDescriptor NoJsonContext = Error(
        DiagnosticIds.NoJsonContext,
        "What writes an event is a context",
        "'{0}' is no JsonSerializerContext that generated code can use. Name a class, internal or public, that derives from JsonSerializerContext and is not abstract.",
        WellKnownDiagnosticTags.CompilationEnd);
}
