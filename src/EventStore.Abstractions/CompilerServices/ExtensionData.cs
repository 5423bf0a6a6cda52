using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.CompilerServices;

/// <summary>
/// Refuses extension data that hold the name of a member: it would stand there twice, or be read back as the member's.
/// </summary>
internal static class ExtensionData
{
    /// <summary>Lets the extension data among the members be looked at when they are read from the object.</summary>
    public static JsonPropertyInfo[] Guard(JsonPropertyInfo[] members)
    {
        if (Array.Find(members, member => member.IsExtensionData) is { Get: { } get } extension)
        {
            HashSet<string> names = new(members.Where(member => member != extension).Select(member => member.Name), StringComparer.Ordinal);
            extension.Get = owner => Checked(get(owner), names);
        }

        return members;
    }

    private static object? Checked(object? data, HashSet<string> members)
    {
        string? taken = data switch
        {
            IEnumerable<KeyValuePair<string, JsonElement>> elements => elements.Select(entry => entry.Key).FirstOrDefault(members.Contains),
            IEnumerable<KeyValuePair<string, object?>> objects => objects.Select(entry => entry.Key).FirstOrDefault(members.Contains),
            JsonObject node => node.Select(entry => entry.Key).FirstOrDefault(members.Contains),
            _ => null,
        };
        return taken is null ? data : throw new JsonException($"The extension data hold '{taken}', which is the name of a member. Set the member, or take the entry out.");
    }
}
