using System.Text;

namespace EventStore.Core.Tests;

public sealed class EventCatalogTests
{
    [Theory]
    [InlineData("note-taken", true)]
    [InlineData("note-written", true)]
    [InlineData("Note-taken", false)]
    [InlineData("", false)]
    public void Finds_names_of_today_and_former_ones(string name, bool found)
    {
        Assert.Equal(found, TestCatalog.Catalog.TryFind(name, out _));
        Assert.Equal(found, TestCatalog.Catalog.TryFind(Encoding.UTF8.GetBytes(name), out EventType? type));
        Assert.Equal(found, type?.ClrType == typeof(NoteTaken));
    }

    [Fact]
    public void Refuses_one_name_for_two_events()
    {
        var twice = new EventType("note-written", TestJson.Default.RawTaken);

        var refused = Assert.Throws<ArgumentException>(() => TestCatalog.Catalog.Including(new EventCatalog([twice])));

        Assert.Contains("note-written", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Includes_the_same_event_twice_without_complaint()
    {
        Assert.Equal(TestCatalog.Catalog.EventTypes.Count, TestCatalog.Catalog.Including(TestCatalog.Catalog).EventTypes.Count);
    }

    [Fact]
    public void Does_not_choke_on_a_stored_name_that_is_no_text()
    {
        Assert.False(TestCatalog.Catalog.TryFind([0xFF, 0xFE], out _));
        Assert.False(TestCatalog.Catalog.TryFind(new byte[100_000], out _));
    }
}
