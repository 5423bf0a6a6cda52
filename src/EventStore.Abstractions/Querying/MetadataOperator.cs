namespace EventStore;

/// <summary>How a <see cref="MetadataMatch"/> compares. A field that is missing or null never hits.</summary>
public enum MetadataOperator
{
    /// <summary>The same kind and the same value.</summary>
    Equal,

    /// <summary>Another kind or another value.</summary>
    NotEqual,

    /// <summary>The same kind and greater: numbers by value, texts by code point.</summary>
    GreaterThan,

    /// <summary>The same kind and greater or equal.</summary>
    GreaterThanOrEqual,

    /// <summary>The same kind and lower.</summary>
    LowerThan,

    /// <summary>The same kind and lower or equal.</summary>
    LowerThanOrEqual,

    /// <summary>Equal to one of a list.</summary>
    In,

    /// <summary>Equal to none of a list.</summary>
    NotIn,

    /// <summary>A text in which the pattern is found: unanchored and case-sensitive.</summary>
    Regex,
}
