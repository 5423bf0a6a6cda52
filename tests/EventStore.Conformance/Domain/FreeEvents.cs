using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventStore.Conformance.Domain;

/// <summary>Its JSON has in one place whatever the test says, be it JSON or not.</summary>
[Event("raw-noted")]
public sealed record RawNoted(int Before, [property: JsonConverter(typeof(RawConverter))] string Raw, int After = 0);

/// <summary>It keeps what it does not know.</summary>
[Event("rest-noted")]
public sealed class RestNoted
{
    public int Known { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Optional { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

[Event("any-noted")]
public sealed record AnyNoted(JsonElement Value, JsonElement? Optional = null, JsonDocument? Document = null);

[Event("time-noted")]
public sealed record TimeNoted(DateTime Time, DateTime? Other = null);

/// <summary>A time as it is written one hour east of Greenwich, wherever the test runs.</summary>
[Event("eastern-time-noted")]
public sealed record EasternTimeNoted([property: JsonConverter(typeof(EasternConverter))] DateTime Time);

/// <summary>Its converter gives up.</summary>
[Event("hesitation-noted")]
public sealed record HesitationNoted([property: JsonConverter(typeof(HesitantConverter))] string Text);

/// <summary>A state that holds such a piece of JSON.</summary>
[ProjectionState]
public sealed record RawState([property: JsonConverter(typeof(RawConverter))] string Raw, int Count = 0);

/// <summary>A state that holds such a time.</summary>
[ProjectionState]
public sealed record EasternState([property: JsonConverter(typeof(EasternConverter))] DateTime Time);

internal sealed class RawConverter : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length > 0)
        {
            writer.WriteRawValue(value, skipInputValidation: true);
        }
    }
}

internal sealed class EasternConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().ToOffset(TimeSpan.FromHours(1)).DateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(FormattableString.Invariant($"{value:yyyy-MM-dd'T'HH:mm:ss}+01:00"));
}

internal sealed class HesitantConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Decide(reader.GetString()!, "read");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Decide(value, "write"));

    private static string Decide(string text, string when) =>
        text.Contains(when, StringComparison.Ordinal) ? throw new OperationCanceledException("It gave up.") : text;
}
