namespace EventStore.LoadTest.Growth;

/// <summary>How some figures change with a size. Immutable.</summary>
/// <param name="Name">What its plot is called.</param>
/// <param name="Title">What grows.</param>
/// <param name="Size">What the first column counts.</param>
/// <param name="Figures">The other columns.</param>
/// <param name="Rows">A row for each size; null where a figure was not taken.</param>
internal sealed record GrowthTable(string Name, string Title, string Size, IReadOnlyList<string> Figures, IReadOnlyList<(long Size, IReadOnlyList<double?> Values)> Rows);
