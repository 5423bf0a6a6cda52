namespace EventStore;

/// <summary>
/// Marks an event and gives it the name under which it is stored. The name is a contract: it outlives every rename of
/// the class.
/// </summary>
/// <param name="name">The stored name, 1 to 255 characters, for example <c>account-opened</c>.</param>
/// <param name="formerNames">Names under which older events of this type are stored. They are read as this type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EventAttribute(string name, params string[] formerNames) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;

    /// <summary>Names under which older events of this type are stored.</summary>
    public IReadOnlyList<string> FormerNames { get; } = formerNames;

    /// <summary>
    /// The <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that writes and reads the event by its own
    /// options in place of generated code, or null. It names the event with <c>[JsonSerializable]</c>.
    /// </summary>
    public Type? Json { get; set; }
}
