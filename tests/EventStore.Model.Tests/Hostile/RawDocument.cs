using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.Model.Tests.Hostile;

/// <summary>An event whose JSON is whatever the test says.</summary>
internal sealed record RawDocument(string Json)
{
    /// <summary>A catalog that knows it.</summary>
    public static EventCatalog Catalog { get; } =
        new([new EventType("document-stored", JsonMetadataServices.CreateValueInfo<RawDocument>(new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }, new RawConverter()))]);

    private sealed class RawConverter : JsonConverter<RawDocument>
    {
        public override bool HandleNull => true;

        public override RawDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return new RawDocument(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, RawDocument value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json);
    }
}
