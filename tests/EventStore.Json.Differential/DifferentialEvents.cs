namespace EventStore.Json.Differential;

[EventCatalog]
internal static partial class DifferentialEvents;
