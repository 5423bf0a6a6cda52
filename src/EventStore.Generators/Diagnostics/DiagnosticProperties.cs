namespace EventStore.Generators.Diagnostics;

/// <summary>What a diagnostic tells its code fix beside its place.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The metadata name of the event that it is about.</summary>
    public const string Event = "event";
}
