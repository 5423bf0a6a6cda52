using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventStore.Core.Tests;

internal sealed record NoteTaken(string Text, string[]? Tags = null);

internal sealed record RawTaken(JsonElement Raw);

internal sealed class Chain
{
    public Chain? Next { get; set; }
}

/// <summary>System.Text.Json's own metadata: what is tested here does not depend on ours.</summary>
[JsonSerializable(typeof(NoteTaken))]
[JsonSerializable(typeof(RawTaken))]
[JsonSerializable(typeof(Chain))]
internal sealed partial class TestJson : JsonSerializerContext;

internal static class TestCatalog
{
    public static EventCatalog Catalog { get; } = new(
    [
        new EventType("note-taken", TestJson.Default.NoteTaken, "note-written"),
        new EventType("raw-taken", TestJson.Default.RawTaken),
        new EventType("chain", TestJson.Default.Chain),
    ]);
}
