namespace EventStore;

/// <summary>
/// Marks a <c>partial</c> class or record as an aggregate: its <c>When…</c> methods become the dispatch table, and it
/// gets <c>New</c>, <c>RecordThat</c>, <c>PopEvents</c>, <c>FromHistory</c> and <c>Apply</c>.
/// </summary>
/// <param name="name">The stored type of the aggregate, 1 to 255 characters. It is a contract, as an event's name is.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AggregateAttribute(string name) : Attribute
{
    /// <summary>The stored type of the aggregate.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// The base class or interface of the events that the aggregate handles all: one that it neither handles nor
    /// ignores by <see cref="IgnoresAttribute{TEvent}"/> is an error when it is compiled. Null if none is named.
    /// </summary>
    public Type? Handles { get; set; }
}
