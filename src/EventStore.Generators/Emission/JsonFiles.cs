using EventStore.Generators.Models;

namespace EventStore.Generators.Emission;

/// <summary>Says which types the JSON of an assembly consists of, and which of them share a place in a list.</summary>
internal static class JsonFiles
{
    /// <summary>Every type once, by its shape, without the members: what the context names.</summary>
    public static EquatableArray<JsonTypeModel> Shapes(IEnumerable<JsonTypeModel> all) =>
        Distinct(all).Select(type => type with { Object = null }).ToEquatableArray();

    /// <summary>The types with members that are no event of their own, or whose file would be named like another's.</summary>
    public static EquatableArray<JsonFileModel> Shared(IReadOnlyList<EventModel> marked, IEnumerable<JsonTypeModel> all)
    {
        JsonTypeModel[] objects = [.. Distinct(all).Where(type => type.Object is not null)];
        HashSet<string> own = new(marked.Where(@event => Own(@event) is not null).GroupBy(@event => @event.Name.Type, StringComparer.Ordinal).Where(found => !found.Skip(1).Any()).Select(found => found.Key), StringComparer.Ordinal);
        HashSet<string> alike = new(objects.GroupBy(type => type.HintName, StringComparer.OrdinalIgnoreCase).Where(found => found.Skip(1).Any()).Select(found => found.Key), StringComparer.OrdinalIgnoreCase);
        return FileNames.Distinguish(objects.Where(type => !own.Contains(type.Type) || alike.Contains(type.HintName))).ToEquatableArray();
    }

    /// <summary>The file of an event's own type, or null if it has no members to write.</summary>
    public static JsonFileModel? Own(EventModel @event) =>
        @event.Json.FirstOrDefault(type => type.Type == @event.Name.Type && type.Object is not null) is { } type ? new JsonFileModel(type.HintName, type) : null;

    private static IEnumerable<JsonTypeModel> Distinct(IEnumerable<JsonTypeModel> types) =>
        types
            .GroupBy(type => type.Type, StringComparer.Ordinal)
            .Select(group => group.FirstOrDefault(type => type.Shape != JsonShape.Unsupported) ?? group.First())
            .OrderBy(type => type.Type, StringComparer.Ordinal);
}
