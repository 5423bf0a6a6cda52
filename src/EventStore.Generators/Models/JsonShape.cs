namespace EventStore.Generators.Models;

/// <summary>How a type stands in JSON, and so which method of <c>JsonMetadataServices</c> makes its metadata.</summary>
internal enum JsonShape
{
    /// <summary>One value, written by a converter of System.Text.Json.</summary>
    Value,

    /// <summary>One value, written by a converter that the type names.</summary>
    Converter,

    /// <summary>A number.</summary>
    Enum,

    /// <summary>A value or null.</summary>
    Nullable,

    Array,
    List,
    IEnumerable,
    IList,
    ICollection,
    ISet,
    Queue,
    ConcurrentQueue,
    Memory,
    ReadOnlyMemory,
    Dictionary,
    IDictionary,
    IReadOnlyDictionary,
    ImmutableEnumerable,
    ImmutableDictionary,

    /// <summary>An object with members.</summary>
    Object,

    /// <summary>What a context of the user's says.</summary>
    Context,

    /// <summary>Nothing that stands in JSON by itself: the members of this type name a converter.</summary>
    Unsupported,
}
