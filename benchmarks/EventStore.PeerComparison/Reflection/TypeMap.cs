using System.Reflection;

namespace EventStore.PeerComparison.Reflection;

/// <summary>Names and types of the events, found by reflection at the start. Immutable.</summary>
internal sealed class TypeMap
{
    private readonly Dictionary<string, Type> _types;
    private readonly Dictionary<Type, string> _names;

    public TypeMap(Assembly assembly)
    {
        _types = assembly.GetTypes()
            .Select(type => (Type: type, type.GetCustomAttribute<EventAttribute>()?.Name))
            .Where(found => found.Name is not null)
            .ToDictionary(found => found.Name!, found => found.Type);
        _names = _types.ToDictionary(entry => entry.Value, entry => entry.Key);
    }

    public Type TypeOf(string name) => _types[name];

    public string NameOf(object payload) => _names[payload.GetType()];
}
