namespace EventStore.Providers;

/// <summary>Which streams a follower asks for. Immutable.</summary>
public sealed record StreamSelection
{
    private StreamSelection(bool all, IReadOnlyList<string> names, IReadOnlyList<string> categories)
    {
        IsAll = all;
        Names = names;
        Categories = categories;
    }

    /// <summary>Every stream but the internal ones, whose names start with a dollar sign.</summary>
    public static StreamSelection All { get; } = new(true, [], []);

    /// <summary>Whether every stream but the internal ones is asked for.</summary>
    public bool IsAll { get; }

    /// <summary>The names asked for; they need not exist.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The categories asked for; they may be empty.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Whether a stream of a name is asked for, once it exists.</summary>
    /// <param name="streamName">The stream.</param>
    public bool Includes(string streamName)
    {
        ArgumentNullException.ThrowIfNull(streamName);
        return IsAll ? !StreamNames.IsInternal(streamName)
            : Categories.Count > 0 ? StreamNames.CategoryOf(streamName) is { } category && Categories.Contains(category)
            : Names.Contains(streamName);
    }

    /// <summary>Selects streams by name.</summary>
    /// <param name="names">Their names.</param>
    public static StreamSelection OfNames(params IReadOnlyList<string> names) => new(false, names, []);

    /// <summary>Selects streams by the text before their first dash.</summary>
    /// <param name="categories">The categories.</param>
    public static StreamSelection OfCategories(params IReadOnlyList<string> categories) => new(false, [], categories);
}
