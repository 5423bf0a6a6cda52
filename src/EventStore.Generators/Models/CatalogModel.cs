namespace EventStore.Generators.Models;

/// <summary>A class that gets a <c>Catalog</c> property.</summary>
/// <param name="Header">The class.</param>
/// <param name="IsVisible">Whether the assembly can name it: one that is private to another class is found by nobody else.</param>
/// <param name="Includes">Catalog classes of other assemblies.</param>
internal sealed record CatalogModel(TypeHeader Header, bool IsVisible, EquatableArray<string> Includes);
