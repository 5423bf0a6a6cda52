namespace EventStore;

/// <summary>
/// Marks a <c>partial</c> class or record as a projection: a state whose <c>When…</c> methods follow events. Those of a
/// class change it; those of an immutable record return the next one. Its JSON is stored with the checkpoint, so a state
/// has to be what its members say.
/// </summary>
/// <param name="name">The projection's stored name, 1 to 255 characters. It is a contract: another name starts anew.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ProjectionAttribute(string name) : Attribute
{
    /// <summary>The projection's stored name.</summary>
    public string Name { get; } = name;
}
