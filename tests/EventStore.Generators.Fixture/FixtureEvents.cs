namespace EventStore.Generators.Fixture;

[EventCatalog]
public static partial class FixtureEvents;
