namespace EventStore.Generators.Diagnostics;

/// <content>What does not fit between the aggregates and the events that they name.</content>
internal static partial class DiagnosticIds
{
    public const string ForgottenEvent = "ES0089";
    public const string HandlesNothing = "ES0090";
    public const string IgnoredButHandled = "ES0091";
    public const string IgnoresNoEvent = "ES0092";
    public const string ForbiddenEvent = "ES0093";
    public const string QueriesNoEvent = "ES0094";
    public const string NearHandler = "ES0111";
    public const string SharedAggregateName = "ES0112";
}
