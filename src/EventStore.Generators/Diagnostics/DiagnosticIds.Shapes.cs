namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with the declarations of aggregates, handlers, events and catalogs.</content>
internal static partial class DiagnosticIds
{
    public const string ContainerNotPartial = "ES0025";
    public const string GenericAggregate = "ES0026";
    public const string AbstractAggregate = "ES0027";
    public const string StaticAggregate = "ES0028";
    public const string FileLocalAggregate = "ES0029";
    public const string DerivedAggregate = "ES0030";
    public const string HandlerWithoutEvent = "ES0031";
    public const string HandlerWithoutParameter = "ES0032";
    public const string GenericHandler = "ES0033";
    public const string AsyncHandler = "ES0034";
    public const string HandlerByReference = "ES0035";
    public const string ExtraParameter = "ES0036";
    public const string SecondParameter = "ES0037";
    public const string HandlerWithoutBody = "ES0038";
    public const string HandlerResult = "ES0039";
    public const string HandlerOfClassReturns = "ES0040";
    public const string ReservedTypeName = "ES0041";
    public const string InheritedReservedMember = "ES0042";
    public const string PrimaryConstructor = "ES0043";
    public const string RequiredMember = "ES0044";
    public const string AbstractEvent = "ES0045";
    public const string GenericEvent = "ES0046";
    public const string HiddenEvent = "ES0047";
    public const string RefStructEvent = "ES0048";
    public const string StaticEvent = "ES0049";
    public const string GenericCatalog = "ES0050";
    public const string FileLocalCatalog = "ES0051";
    public const string CatalogNameTaken = "ES0052";
    public const string NameTooLong = "ES0053";
    public const string NameCharacters = "ES0054";
}
