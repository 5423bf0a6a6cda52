using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.Json.Differential;

/// <summary>A value to be written and read by both sides.</summary>
/// <param name="Value">The value.</param>
/// <param name="Twin">The value that stands for it on the other side, where System.Text.Json's generator cannot reach its members.</param>
internal sealed record Sample(object Value, object? Twin = null)
{
    public object Theirs => Twin ?? Value;

    public EventType EventType { get; } =
        DifferentialEvents.Catalog.TryFind(Value.GetType(), out EventType? type) ? type : throw new KeyNotFoundException($"{Value.GetType()} is no event.");

    /// <summary>All that a value holds, as text: JSON by System.Text.Json's generator, and what JSON leaves out.</summary>
    public string Describe(object? value)
    {
        if (value is null)
            return "null";

        JsonTypeInfo info = value.GetType() == Value.GetType() && Twin is not null ? EventType.JsonTypeInfo : SystemTextJson.Default.GetTypeInfo(value.GetType())!;
        string state = value is IDescribed described ? described.Describe() : "";
        return $"{{\"json\":{JsonSerializer.Serialize(value, info)},\"state\":\"{JsonEncodedText.Encode(state)}\"}}";
    }
}
