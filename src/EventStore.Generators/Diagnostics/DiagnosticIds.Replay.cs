namespace EventStore.Generators.Diagnostics;

/// <content>What a handler must not do, since replay calls it again.</content>
internal static partial class DiagnosticIds
{
    public const string HandlerReadsClock = "ES0080";
    public const string HandlerIsRandom = "ES0081";
    public const string HandlerReachesOutside = "ES0082";
    public const string HandlerDependsOnMachine = "ES0083";
    public const string HandlerStartsWork = "ES0084";
    public const string HandlerTouchesStatic = "ES0085";
    public const string HandlerCallsService = "ES0086";
    public const string HandlerRecords = "ES0087";
    public const string ConditionalHandler = "ES0088";
}
