using System.Buffers;
using System.Text.Json;
using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>What a projection reads from, as JSON: <c>{"all":true}</c>, <c>{"names":[…]}</c> or <c>{"categories":[…]}</c>.</summary>
internal static class ProjectionSources
{
    public static ReadOnlyMemory<byte> Write(StreamSelection sources)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (sources.IsAll)
            {
                writer.WriteBoolean("all", true);
            }
            else
            {
                bool hasCategories = sources.Categories.Count > 0;
                writer.WriteStartArray(hasCategories ? "categories" : "names");
                foreach (string name in hasCategories ? sources.Categories : sources.Names)
                {
                    writer.WriteStringValue(name);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static StreamSelection Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        if (root.TryGetProperty("all", out _))
        {
            return StreamSelection.All;
        }

        return root.TryGetProperty("categories", out JsonElement categories)
            ? StreamSelection.OfCategories(Texts(categories))
            : StreamSelection.OfNames(Texts(root.GetProperty("names")));
    }

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
