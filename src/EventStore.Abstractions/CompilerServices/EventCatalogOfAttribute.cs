using System.ComponentModel;

namespace EventStore.CompilerServices;

/// <summary>
/// Says which class holds the catalog of an assembly, so that the generator of another finds it without a search. For
/// generated code.
/// </summary>
/// <param name="catalog">The class marked <c>[EventCatalog]</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class EventCatalogOfAttribute(Type catalog) : Attribute
{
    /// <summary>The class marked <c>[EventCatalog]</c>.</summary>
    public Type Catalog { get; } = catalog;
}
