using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.CompilerServices;

/// <summary>
/// Refuses extension data that hold the name of a member: it would stand there twice, or be read back as the member's.
/// </summary>
internal static class ExtensionData
{
    /// <summary>Lets the extension data among the members be looked at when they are written.</summary>
    public static JsonPropertyInfo[] Guard(JsonPropertyInfo[] members)
    {
        if (Array.Find(members, member => member.IsExtensionData) is { } extension)
        {
            HashSet<string> names = new(members.Where(member => member != extension).Select(member => member.Name), StringComparer.Ordinal);

            // Not in Get: System.Text.Json calls that when it reads, too, and for every name that no member has.
            Func<object, object?, bool>? isWritten = extension.ShouldSerialize;
            extension.ShouldSerialize = (owner, data) => isWritten?.Invoke(owner, data) != false && Checked(data, names);
        }

        return members;
    }

    private static bool Checked(object? data, HashSet<string> members)
    {
        string? taken = data switch
        {
            IEnumerable<KeyValuePair<string, JsonElement>> elements => elements.Select(entry => entry.Key).FirstOrDefault(members.Contains),
            IEnumerable<KeyValuePair<string, object?>> objects => objects.Select(entry => entry.Key).FirstOrDefault(members.Contains),
            JsonObject node => node.Select(entry => entry.Key).FirstOrDefault(members.Contains),
            _ => null,
        };
        if (taken is not null)
        {
            throw new JsonException($"The extension data hold '{taken}', which is the name of a member. Set the member, or take the entry out.");
        }

        return true;
    }
}
