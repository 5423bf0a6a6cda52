namespace EventStore;

/// <summary>
/// Lets a context of the user's write and read what it names with <c>[JsonSerializable]</c>, in all events of the
/// assembly: an event by the context's own options, a type that events hold by those of the store.
/// </summary>
/// <param name="context">The <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class EventJsonAttribute(Type context) : Attribute
{
    /// <summary>The context.</summary>
    public Type Context { get; } = context;
}
