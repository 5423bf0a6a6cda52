namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with handlers of base types, and with events and catalogs of other assemblies.</content>
internal static partial class DiagnosticIds
{
    public const string HiddenInheritedHandler = "ES0070";
    public const string RepeatedInheritedHandler = "ES0071";
    public const string InheritedHandlerResult = "ES0072";
    public const string IncludedNoCatalog = "ES0073";
    public const string SharedName = "ES0074";
    public const string GenericWithoutName = "ES0075";
    public const string NamedTwice = "ES0076";
}
