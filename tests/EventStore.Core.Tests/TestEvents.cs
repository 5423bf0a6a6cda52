using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventStore.Core.Tests;

internal sealed record NoteTaken(string Text, string[]? Tags = null);

internal sealed record RawTaken(JsonElement Raw);

/// <summary>Takes no text that is longer than it once was.</summary>
internal sealed class ShortTaken(string text)
{
    public string Text { get; } = text.Length > 3 ? throw new OverflowException("Too long.") : text;
}

internal sealed class Chain
{
    public Chain? Next { get; set; }
}

/// <summary>System.Text.Json's own metadata: what is tested here does not depend on ours.</summary>
[JsonSerializable(typeof(NoteTaken))]
[JsonSerializable(typeof(RawTaken))]
[JsonSerializable(typeof(ShortTaken))]
[JsonSerializable(typeof(Chain))]
internal sealed partial class TestJson : JsonSerializerContext;

internal static class TestCatalog
{
    public static EventCatalog Catalog { get; } = new(
    [
        new EventType("note-taken", TestJson.Default.NoteTaken, "note-written"),
        new EventType("raw-taken", TestJson.Default.RawTaken),
        new EventType("short-taken", TestJson.Default.ShortTaken),
        new EventType("chain", TestJson.Default.Chain),
    ]);
}
