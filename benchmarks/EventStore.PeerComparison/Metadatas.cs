using System.Text.Json;
using EventStore.LoadTest.Domain;

namespace EventStore.PeerComparison;

/// <summary>The script's metadata as dictionaries.</summary>
internal static class Metadatas
{
    private const int Count = 512;

    public static IReadOnlyList<Dictionary<string, object>> Of(Script script) =>
    [
        .. Enumerable.Range(0, Count).Select(n =>
        {
            using var json = JsonDocument.Parse(script.Utf8Metadata(n));
            return json.RootElement.EnumerateObject().ToDictionary(member => member.Name, object (member) => member.Value.GetString()!);
        }),
    ];

    /// <summary>That of the <paramref name="n"/>-th event of an account.</summary>
    public static Dictionary<string, object> At(this IReadOnlyList<Dictionary<string, object>> all, int n) => all[n % Count];
}
