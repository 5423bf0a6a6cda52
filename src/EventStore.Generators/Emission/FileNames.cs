using EventStore.Generators.Models;

namespace EventStore.Generators.Emission;

/// <summary>Gives each type its own file: the compiler stops a generator that names two alike, whatever their letters' case.</summary>
internal static class FileNames
{
    /// <summary>Leaves out a type that was found twice, and tells names apart that differ in case only.</summary>
    public static IEnumerable<T> Distinguish<T>(IReadOnlyList<T> all, Func<T, TypeHeader> header, Func<T, TypeHeader, T> with)
    {
        var files = all
            .GroupBy(model => header(model).FullName, StringComparer.Ordinal)
            .Select(found => found.First())
            .GroupBy(model => header(model).HintName, StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, T> alike in files)
        {
            int number = 0;
            foreach (T model in alike.OrderBy(model => header(model).FullName, StringComparer.Ordinal))
                yield return ++number == 1 ? model : with(model, header(model) with { HintName = $"{header(model).HintName}__{number}" });
        }
    }
}
