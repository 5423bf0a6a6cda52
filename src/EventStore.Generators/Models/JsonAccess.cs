namespace EventStore.Generators.Models;

/// <summary>How a member is read or set.</summary>
internal enum JsonAccess
{
    None,

    /// <summary>By its name.</summary>
    Direct,

    /// <summary>By an <c>UnsafeAccessor</c>: the compiler would not allow it, the runtime does.</summary>
    Accessor,

    /// <summary>By a parameter of the constructor alone. It is no member without a setter for that.</summary>
    Argument,
}
