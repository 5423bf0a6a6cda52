namespace EventStore;

/// <summary>Lets an aggregate pass over stored events of a type, under its name of today and all its former ones.</summary>
/// <typeparam name="TEvent">The class, record or struct of the event.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IgnoresAttribute<TEvent> : Attribute
    where TEvent : notnull
{
}
