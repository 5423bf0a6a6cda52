namespace EventStore.Conformance.Domain;

/// <summary>Every event of the domain.</summary>
[EventCatalog]
public static partial class Users;
