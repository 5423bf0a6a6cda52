using EventStore.Conformance.Domain;
using Microsoft.Extensions.Time.Testing;

namespace EventStore.Conformance.Events;

/// <summary>Events before they meet a store. They need none, and are the same whatever the provider.</summary>
public abstract class DomainEventContract
{
    private static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    [Fact, Proves("E-01")]
    public void Each_new_event_has_an_id_of_its_own_and_no_position()
    {
        DomainEvent first = Make.Event();
        DomainEvent second = Make.Event();

        Assert.NotEqual(Guid.Empty, first.EventId);
        Assert.NotEqual(Guid.Empty, second.EventId);
        Assert.NotEqual(first.EventId, second.EventId);
        Assert.Equal(0, first.Position);
        Assert.Null(first.StreamName);
    }

    [Fact, Proves("E-02")]
    public void An_event_bears_the_name_of_its_attribute()
    {
        Assert.Equal("user-created", Make.Event(new UserCreated("Alex")).Name);
        Assert.Equal("username-changed", Make.Event(new UsernameChanged("Sascha")).Name);
    }

    [Fact, Proves("E-03")]
    public void Without_a_time_an_event_is_made_now_in_utc()
    {
        var clock = new FakeTimeProvider(Now);
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(9), null, null));

        DomainEvent made = DomainEvent.Create(Users.Catalog, new UserCreated("Alex"), timeProvider: clock);

        Assert.Equal(Now, made.CreatedAt);
        Assert.Equal(TimeSpan.Zero, made.CreatedAt.Offset);
    }

    [Fact, Proves("E-05", "E-06")]
    public void A_changed_copy_leaves_the_original_and_everything_else()
    {
        DomainEvent original = Make.Of(Guid.CreateVersion7(), 2, metadata: EventMetadata.Of(("ip", "::1"))).WithPosition(7);
        EventMetadata before = original.Metadata;
        Guid id = Guid.CreateVersion7();

        Same(original, original.WithEventId(id), eventId: id);
        Same(original, original.WithVersion(3), version: 3);
        Same(original, original.WithAggregateType("x"), aggregateType: "x");
        Same(original, original.WithPosition(9), position: 9);
        Same(original, original.WithPayload(new UsernameChanged("Ada")), payload: new UsernameChanged("Ada"));
        Same(original, original.WithAddedMetadata("ip", "::2"), ip: "::2");

        Same(original, original);
        Assert.Equal(before, original.Metadata);
    }

    [Theory, Proves("E-11")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public void An_aggregates_type_is_a_name_that_can_be_stored(string type)
    {
        Assert.ThrowsAny<ArgumentException>(() => Make.Event().WithAggregateType(type));
        Assert.ThrowsAny<ArgumentException>(() => Make.Event().WithAggregateType("half \ud800"));
        Assert.ThrowsAny<ArgumentException>(() => Make.Event().WithAggregateType(new string('a', 256)));
    }

    [Fact, Proves("E-06")]
    public void Added_metadata_replaces_what_bears_the_same_key()
    {
        DomainEvent original = Make.Event(metadata: EventMetadata.Of(("ip", "::1"), ("agent", "curl")));

        DomainEvent copy = original.WithAddedMetadata("ip", "::2").WithAddedMetadata("device", 4);

        Assert.Equal(EventMetadata.Of(("ip", "::2"), ("agent", "curl"), ("device", 4)), copy.Metadata);
        Assert.Equal(EventMetadata.Of(("ip", "::1"), ("agent", "curl")), original.Metadata);
    }

    [Fact, Proves("E-07")]
    public void Metadata_keeps_what_it_was_given()
    {
        var inner = new List<object?> { 1 };
        var given = new Dictionary<string, object?> { ["ip"] = "::1", ["list"] = inner };
        DomainEvent made = Make.Event(metadata: new EventMetadata(given));

        given["ip"] = "::2";
        given["agent"] = "curl";
        inner.Add(2);

        Assert.Equal(EventMetadata.Of(("ip", "::1"), ("list", new[] { 1 })), made.Metadata);
    }

    [Fact, Proves("E-08")]
    public void The_metadata_of_an_aggregates_event_names_the_aggregate()
    {
        Guid id = Guid.CreateVersion7();
        DomainEvent made = Make.Of(id, 3);

        Assert.Equal(id.ToString(), made.Metadata.GetString("_aggregate_id"));
        Assert.Equal("user", made.Metadata.GetString("_aggregate_type"));
        Assert.Equal(3, made.Metadata.GetInt64("_aggregate_version"));
        Assert.False(made.Metadata.TryGet("unknown", out _));
        Assert.Empty(Make.Event().Metadata);
    }

    [Fact, Proves("E-11")]
    public void Empty_ids_and_reserved_or_empty_keys_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Make.Event().WithEventId(Guid.Empty));
        foreach (string? key in (string?[])[null, "", "_aggregate_id", "_aggregate_type", "_aggregate_version"])
        {
            Assert.ThrowsAny<ArgumentException>(() => Make.Event().WithAddedMetadata(key!, 1));
            Assert.ThrowsAny<ArgumentException>(() => EventMetadata.Of((key!, 1)));
            Assert.ThrowsAny<ArgumentException>(() => EventMetadata.Empty.With(key!, 1));
            Assert.ThrowsAny<ArgumentException>(() => new EventMetadata([KeyValuePair.Create(key!, (object?)1)]));
        }

        Assert.Equal(4, EventMetadata.Of(("_position", 1), ("aggregate_id", 2), ("_mine", 3), (" ", 4)).Count);
    }

    private static void Same(
        DomainEvent expected,
        DomainEvent actual,
        Guid? eventId = null,
        long? version = null,
        string? aggregateType = null,
        long? position = null,
        object? payload = null,
        string? ip = null)
    {
        Assert.Equal(eventId ?? expected.EventId, actual.EventId);
        Assert.Equal(version ?? expected.Version, actual.Version);
        Assert.Equal(version ?? expected.Version, actual.Metadata.GetInt64("_aggregate_version"));
        Assert.Equal(aggregateType ?? expected.AggregateType, actual.AggregateType);
        Assert.Equal(aggregateType ?? expected.AggregateType, actual.Metadata.GetString("_aggregate_type"));
        Assert.Equal(position ?? expected.Position, actual.Position);
        Assert.Equal(payload ?? expected.Payload, actual.Payload);
        Assert.Equal(ip ?? "::1", actual.Metadata.GetString("ip"));
        Assert.Equal(4, actual.Metadata.Count);
        Assert.Equal(expected.AggregateId, actual.AggregateId);
        Assert.Equal(expected.Name, actual.Name);
        Assert.Equal(expected.CreatedAt, actual.CreatedAt);
        Assert.Equal(expected.StreamName, actual.StreamName);
    }
}
