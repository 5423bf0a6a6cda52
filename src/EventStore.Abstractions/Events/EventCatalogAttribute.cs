namespace EventStore;

/// <summary>
/// Marks a <c>static partial class</c> that gets a <c>Catalog</c> property: every event of its assembly, and the
/// catalogs that it includes.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventCatalogAttribute : Attribute
{
    /// <summary>Catalog classes of other assemblies whose events belong to this one too.</summary>
    public Type[] Includes { get; set; } = [];

    /// <summary>Types whose JSON is generated beside that of the events: states of projections.</summary>
    public Type[] States { get; set; } = [];
}
