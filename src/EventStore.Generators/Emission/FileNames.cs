using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Emission;

/// <summary>
/// Gives each type its own file: the compiler stops a generator that names two alike, whatever their letters' case. It
/// compares lists place by place, so that in a list of all types one more would make all behind it new: only the few
/// that are alike go by way of a list.
/// </summary>
internal static class FileNames
{
    /// <summary>The types whose files would be named alike; in a program that compiles, hardly ever one.</summary>
    public static IncrementalValueProvider<EquatableArray<T>> Alike<T>(this IncrementalValuesProvider<T> models, Func<T, TypeHeader> header)
        where T : class, IEquatable<T> =>
        models.Collect().Select((all, _) => all
            .GroupBy(model => header(model).HintName, StringComparer.OrdinalIgnoreCase)
            .Where(found => found.Skip(1).Any())
            .SelectMany(found => found)
            .ToEquatableArray());

    /// <summary>The types that are like no other.</summary>
    public static IncrementalValuesProvider<T> Except<T>(this IncrementalValuesProvider<T> models, IncrementalValueProvider<EquatableArray<T>> alike, Func<T, TypeHeader> header)
        where T : class, IEquatable<T> =>
        models.Combine(alike)
            .Where(both => !both.Right.Any(other => StringComparer.OrdinalIgnoreCase.Equals(header(other).HintName, header(both.Left).HintName)))
            .Select(static (both, _) => both.Left);

    /// <summary>Leaves out a type that was found twice, and tells names apart that differ in case only.</summary>
    public static IEnumerable<T> Distinguish<T>(IEnumerable<T> alike, Func<T, TypeHeader> header, Func<T, TypeHeader, T> with) =>
        from found in alike.GroupBy(model => header(model).HintName, StringComparer.OrdinalIgnoreCase)
        from numbered in found
            .GroupBy(model => header(model).FullName, StringComparer.Ordinal)
            .Select(same => same.First())
            .OrderBy(model => header(model).FullName, StringComparer.Ordinal)
            .Select((model, index) => index == 0 ? model : with(model, header(model) with { HintName = Number(header(model).HintName, index) }))
        select numbered;

    /// <summary>Tells the file names of JSON apart that differ in case only.</summary>
    public static IEnumerable<JsonFileModel> Distinguish(IEnumerable<JsonTypeModel> types) =>
        from found in types.GroupBy(type => type.HintName, StringComparer.OrdinalIgnoreCase)
        from numbered in found
            .OrderBy(type => type.Type, StringComparer.Ordinal)
            .Select((type, index) => new JsonFileModel(index == 0 ? type.HintName : Number(type.HintName, index), type))
        select numbered;

    private static string Number(string name, int index) => $"{name}__{index + 1}";
}
