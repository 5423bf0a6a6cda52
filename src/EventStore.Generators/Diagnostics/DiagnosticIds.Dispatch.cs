namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with handlers of base types, and with events and catalogs of other assemblies; what can be wrong with projections and read models.</content>
internal static partial class DiagnosticIds
{
    public const string HiddenInheritedHandler = "ES0070";
    public const string RepeatedInheritedHandler = "ES0071";
    public const string InheritedHandlerResult = "ES0072";
    public const string IncludedNoCatalog = "ES0073";
    public const string SharedName = "ES0074";
    public const string GenericWithoutName = "ES0075";
    public const string NamedTwice = "ES0076";
    public const string ProjectionShape = "ES0077";
    public const string ProjectionHandler = "ES0078";
    public const string LostField = "ES0079";
}
