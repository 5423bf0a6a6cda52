namespace EventStore;

/// <summary>Lets an aggregate pass over stored events of a name that no class has any more.</summary>
/// <param name="eventName">The stored name.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IgnoresAttribute(string eventName) : Attribute
{
    /// <summary>The stored name.</summary>
    public string EventName { get; } = eventName;
}
