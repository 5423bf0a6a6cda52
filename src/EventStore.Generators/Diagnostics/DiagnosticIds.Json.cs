namespace EventStore.Generators.Diagnostics;

/// <content>What can be wrong with a context of the user's.</content>
internal static partial class DiagnosticIds
{
    public const string UnknownToContext = "ES0060";
    public const string NoJsonContext = "ES0061";
}
