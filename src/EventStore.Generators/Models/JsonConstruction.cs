namespace EventStore.Generators.Models;

/// <summary>How an object is made before its members are set.</summary>
internal enum JsonConstruction
{
    /// <summary>Not at all: an abstract type, of which only derived ones are made.</summary>
    None,

    /// <summary>As <c>default</c>: a struct without a constructor of its own.</summary>
    Default,

    /// <summary>With default arguments; all members are set after it.</summary>
    Plain,

    /// <summary>With the arguments that the JSON holds.</summary>
    Arguments,
}
