using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>What the store knows of one type of event: its names and its JSON. Immutable and thread-safe; generated.</summary>
public sealed class EventType
{
    /// <summary>Describes a type of event.</summary>
    /// <param name="name">The stored name.</param>
    /// <param name="jsonTypeInfo">The generated JSON metadata of the type.</param>
    /// <param name="formerNames">Names under which older events of this type are stored.</param>
    /// <exception cref="ArgumentException">A name is null, empty or white space.</exception>
    public EventType(string name, JsonTypeInfo jsonTypeInfo, params string[] formerNames)
    {
        ArgumentNullException.ThrowIfNull(jsonTypeInfo);
        ArgumentNullException.ThrowIfNull(formerNames);
        StreamNames.CheckNew(name);
        foreach (string former in formerNames)
        {
            StreamNames.CheckNew(former, nameof(formerNames));
        }

        Name = name;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        JsonTypeInfo = jsonTypeInfo;
        FormerNames = formerNames;
    }

    /// <summary>The stored name.</summary>
    public string Name { get; }

    /// <summary>The stored name in UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8Name { get; }

    /// <summary>Names under which older events of this type are stored.</summary>
    public IReadOnlyList<string> FormerNames { get; }

    /// <summary>The class, record or struct of the event.</summary>
    public Type ClrType => JsonTypeInfo.Type;

    /// <summary>How the event is written and read.</summary>
    public JsonTypeInfo JsonTypeInfo { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({ClrType})";
}
