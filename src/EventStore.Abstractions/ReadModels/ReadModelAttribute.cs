namespace EventStore;

/// <summary>
/// Marks a <c>partial</c> class as the handlers of a read model: its <c>When…</c> methods follow events and change what
/// lies elsewhere, rows of a table for example. It is not stored itself.
/// </summary>
/// <param name="name">The stored name of the read model's projection, 1 to 255 characters. It is a contract: another name starts anew.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ReadModelAttribute(string name) : Attribute
{
    /// <summary>The stored name of the read model's projection.</summary>
    public string Name { get; } = name;
}
