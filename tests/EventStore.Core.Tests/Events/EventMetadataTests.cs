using System.Text.Json;
using System.Text.Json.Nodes;

namespace EventStore.Core.Tests;

public sealed class EventMetadataTests
{
    [Fact]
    public void Keeps_every_kind_of_value()
    {
        EventMetadata metadata = EventMetadata.Of(
            ("text", "Prooph\\Model\\User"),
            ("integer", long.MaxValue),
            ("fraction", 1.10m),
            ("yes", true),
            ("nothing", null),
            ("nested", new Dictionary<string, object?> { ["empty"] = new Dictionary<string, object?>(), ["list"] = new object?[] { 1, "two", null } }),
            ("node", new JsonObject { ["a"] = 1 }),
            ("numbers", new[] { 1, 2 }));

        Assert.Equal("Prooph\\Model\\User", metadata.GetString("text"));
        Assert.Equal(long.MaxValue, metadata.GetInt64("integer"));
        Assert.Equal("1.10", metadata["fraction"].GetRawText());
        Assert.Equal(JsonValueKind.Null, metadata["nothing"].ValueKind);
        Assert.Equal("""{"empty":{},"list":[1,"two",null]}""", metadata["nested"].GetRawText());
        Assert.Equal("[1,2]", metadata["numbers"].GetRawText());
        Assert.False(metadata.TryGet("missing", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("_aggregate_id")]
    [InlineData("_aggregate_type")]
    [InlineData("_aggregate_version")]
    public void Refuses_names_that_are_empty_or_the_stores_own(string? key)
    {
        Assert.ThrowsAny<ArgumentException>(() => EventMetadata.Of((key!, 1)));
        Assert.ThrowsAny<ArgumentException>(() => EventMetadata.Empty.With(key!, 1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Refuses_values_that_json_does_not_have(object value)
    {
        Assert.Throws<ArgumentException>(() => EventMetadata.Of(("value", value)));
        Assert.Throws<ArgumentException>(() => EventMetadata.Of(("value", new Lazy<int>())));
    }

    [Fact]
    public void Refuses_a_dictionary_that_contains_itself()
    {
        var endless = new Dictionary<string, object?>();
        endless["again"] = endless;

        Assert.Throws<ArgumentException>(() => EventMetadata.Of(("endless", endless)));
    }

    [Fact]
    public void Is_equal_by_names_and_values_in_any_order()
    {
        EventMetadata left = EventMetadata.Of(("a", 1), ("b", "x"));
        EventMetadata right = EventMetadata.Of(("b", "x"), ("a", 1.0));

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, right.With("a", 2));
        Assert.NotEqual(left, right.Without("b"));
    }
}
