namespace EventStore;

/// <summary>
/// Marks an event for a whole assembly and gives it the name under which it is stored: a closed generic type, which has
/// no class of its own to mark, or a type of an assembly that knows nothing of the store. Write
/// <c>[assembly: Event&lt;Imported&lt;Customer&gt;&gt;("customer-imported")]</c>; its JSON is generated in that assembly.
/// </summary>
/// <typeparam name="TEvent">The class, record or struct of the event.</typeparam>
/// <param name="name">The stored name, 1 to 255 characters, for example <c>customer-imported</c>.</param>
/// <param name="formerNames">Names under which older events of this type are stored. They are read as this type.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class EventAttribute<TEvent>(string name, params string[] formerNames) : Attribute
    where TEvent : notnull
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;

    /// <summary>Names under which older events of this type are stored.</summary>
    public IReadOnlyList<string> FormerNames { get; } = formerNames;
}
