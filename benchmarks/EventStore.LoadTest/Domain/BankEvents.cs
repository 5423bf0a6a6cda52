namespace EventStore.LoadTest.Domain;

[EventCatalog]
internal static partial class BankEvents;
