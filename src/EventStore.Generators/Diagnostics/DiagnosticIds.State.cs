namespace EventStore.Generators.Diagnostics;

/// <content>Where state and events would come apart: what is saved is not what the program has seen.</content>
internal static partial class DiagnosticIds
{
    public const string KeptEventValue = "ES0113";
    public const string SharedState = "ES0114";
    public const string QueryInEvent = "ES0115";
    public const string StateWithoutEvent = "ES0116";
    public const string ChangedEvent = "ES0117";
    public const string ImpureBeginning = "ES0118";
    public const string ComputedAgain = "ES0119";
    public const string LostCopy = "ES0120";
    public const string LostQueryState = "ES0121";
    public const string DerivedValue = "ES0122";
    public const string LostState = "ES0125";
    public const string ChangedInstance = "ES0126";
    public const string StaticProjectionState = "ES0127";
}
