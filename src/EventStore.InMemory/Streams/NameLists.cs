using System.Text.RegularExpressions;
using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>Lists names in the order of code points: filter, then offset, then limit.</summary>
internal static class NameLists
{
    public static IReadOnlyList<string> Select(IEnumerable<string> names, NameQuery query)
    {
        Regex? pattern = query.Pattern is null ? null : TextPattern.Compile(query.Pattern);
        return
        [
            .. names.Where(name => (query.Filter is null || name == query.Filter) && (pattern is null || pattern.IsMatch(name)))
                .Order(Comparer<string>.Create(Text.CompareByCodePoint))
                .Skip(query.Offset)
                .Take(query.Limit ?? int.MaxValue),
        ];
    }
}
