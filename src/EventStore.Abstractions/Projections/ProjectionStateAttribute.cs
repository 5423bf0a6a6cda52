namespace EventStore;

/// <summary>
/// Marks a type that a projection written on the fluent builder has as its state: its JSON is generated in its assembly
/// and reached through the catalog. A type marked <see cref="ProjectionAttribute"/> needs it not.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ProjectionStateAttribute : Attribute
{
}
