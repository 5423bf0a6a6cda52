using EventStore.Providers;

namespace EventStore.Core.Tests;

public sealed class EventReaderTests
{
    [Fact]
    public void What_the_type_of_a_payload_throws_says_which_event_cannot_be_read()
    {
        var id = Guid.CreateVersion7();
        var row = new RecordedEvent { EventId = id, Position = 7, Name = "short-taken"u8.ToArray(), Payload = """{"Text":"long"}"""u8.ToArray() };

        DomainEvent domainEvent = new EventReader(TestCatalog.Catalog).Read(row, "notes");
        var exception = Assert.Throws<EventSerializationException>(() => domainEvent.Payload);

        Assert.Equal((id, 7, "short-taken", "notes"), (exception.EventId, exception.Position, exception.EventName, exception.StreamName));
        Assert.IsType<OverflowException>(exception.InnerException);
    }
}
