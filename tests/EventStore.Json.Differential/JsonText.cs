using System.Text.Json;

namespace EventStore.Json.Differential;

/// <summary>A piece of JSON, in which a member may stand twice.</summary>
internal abstract record JsonText
{
    public static JsonText Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Of(document.RootElement);
    }

    private static JsonText Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new JsonMembers([.. element.EnumerateObject().Select(member => (member.Name, Of(member.Value)))]),
        JsonValueKind.Array => new JsonItems([.. element.EnumerateArray().Select(Of)]),
        _ => new JsonLeaf(element.GetRawText()),
    };
}

internal sealed record JsonMembers(IReadOnlyList<(string Name, JsonText Value)> Members) : JsonText
{
    public JsonMembers With(int index, (string Name, JsonText Value) member) => new([.. Members.Take(index), member, .. Members.Skip(index + 1)]);

    public override string ToString() => $"{{{string.Join(',', Members.Select(member => $"\"{JsonEncodedText.Encode(member.Name)}\":{member.Value}"))}}}";
}

internal sealed record JsonItems(IReadOnlyList<JsonText> Items) : JsonText
{
    public JsonItems With(int index, JsonText item) => new([.. Items.Take(index), item, .. Items.Skip(index + 1)]);

    public override string ToString() => $"[{string.Join(',', Items)}]";
}

internal sealed record JsonLeaf(string Text) : JsonText
{
    public override string ToString() => Text;
}
