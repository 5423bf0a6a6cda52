namespace EventStore.Generators.Models;

/// <summary>A class that gets a <c>Catalog</c> property.</summary>
/// <param name="Header">The class.</param>
/// <param name="Includes">Catalog classes of other assemblies.</param>
internal sealed record CatalogModel(TypeHeader Header, EquatableArray<string> Includes);
