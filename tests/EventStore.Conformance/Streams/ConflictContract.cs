using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Streams;

/// <summary>Versions that are taken, and events that are appended again.</summary>
public abstract class ConflictContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("A-08")]
    public async Task A_version_is_given_once()
    {
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 1));

        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendToAsync(Stream, [Make.Of(FixtureId, 1)]));

        Assert.Equal(
            (Stream, "user", FixtureId, 1),
            (exception.StreamName, exception.AggregateType, exception.AggregateId, exception.AggregateVersion));
        Assert.Empty(exception.KnownEventIds);
        Assert.Single(await LoadAllAsync(Stream));
    }

    [Fact, Proves("A-09")]
    public async Task A_conflict_refuses_the_whole_batch()
    {
        Guid other = Guid.CreateVersion7();
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 3));

        await RefusesAsync(Make.Of(FixtureId, 2), Make.Of(FixtureId, 3), Make.Of(FixtureId, 4));
        await RefusesAsync(Make.Of(other, 1), Make.Of(FixtureId, 3), Make.Event());
        await RefusesAsync(Make.Of(other, 1), Make.Of(other, 2), Make.Of(other, 1));

        Assert.Single(await LoadAllAsync(Stream));

        async Task RefusesAsync(params DomainEvent[] events) =>
            await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendToAsync(Stream, events));
    }

    [Fact, Proves("A-10")]
    public async Task A_version_belongs_to_a_type_an_id_and_a_stream()
    {
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 1));
        await Store.CreateStreamAsync("others");

        await Store.AppendToAsync(Stream, [Make.Of(FixtureId, 1, type: "order")]);
        await Store.AppendToAsync(Stream, [Make.Of(FixtureId, 1, type: "User")]);
        await Store.AppendToAsync("others", [Make.Of(FixtureId, 1)]);

        Assert.Equal(["user", "order", "User"], (await LoadAllAsync(Stream)).Select(e => e.AggregateType));
        Assert.Single(await LoadAllAsync("others"));
    }

    [Fact, Proves("A-11")]
    public async Task Events_without_an_aggregate_never_conflict()
    {
        await CreateStreamAsync(Stream, Make.Events(20));

        await Store.AppendToAsync(Stream, Make.Events(20));

        Assert.Equal(40, (await LoadAllAsync(Stream)).Count);
    }

    [Fact, Proves("A-12")]
    public async Task An_aggregate_has_an_id_a_type_and_a_version()
    {
        await Store.CreateStreamAsync(Stream);
        DomainEvent ofNoType = DomainEvent.Create(Users.Catalog, new UserCreated("Alex"), FixtureId);

        await RefusesAsync(ofNoType);
        await RefusesAsync(ofNoType.WithVersion(1));
        await RefusesAsync(ofNoType.WithAggregateType("user"));

        Assert.Throws<ArgumentOutOfRangeException>(() => ofNoType.WithVersion(0));
        Assert.Empty(await LoadAllAsync(Stream));

        async Task RefusesAsync(DomainEvent domainEvent)
        {
            var exception = await Assert.ThrowsAsync<EventRejectedException>(() => Store.AppendToAsync(Stream, [Make.Event(), domainEvent]));
            Assert.Equal(domainEvent.EventId, exception.EventId);
        }
    }

    [Fact, Proves("A-13")]
    public async Task A_hole_between_versions_is_no_conflict()
    {
        await CreateStreamAsync(Stream, Make.History(FixtureId, 2));

        await Store.AppendToAsync(Stream, [Make.Of(FixtureId, 5)]);

        Assert.Equal([1, 2, 5], (await LoadAllAsync(Stream)).Select(e => e.Version));
    }

    [Theory, Proves("A-14", "A-15")]
    [InlineData(3)]
    [InlineData(1_200)]
    public async Task A_batch_that_is_appended_again_stands_once(int size)
    {
        DomainEvent[] ofAggregate = Make.History(FixtureId, size);
        DomainEvent[] mixed = [.. Make.Events(size), Make.Of(FixtureId, size + 1)];
        IReadOnlyList<long> first = await CreateStreamAsync(Stream, ofAggregate);
        IReadOnlyList<long> second = (await Store.AppendToAsync(Stream, mixed)).Positions;
        await Store.AppendToAsync(Stream, [Make.Of(FixtureId, size + 2)]);

        AppendResult again = await Store.AppendToAsync(Stream, ofAggregate);
        AppendResult mixedAgain = await Store.AppendToAsync(Stream, mixed);

        Assert.True(again.AlreadyStored);
        Assert.Equal(first, again.Positions);
        Assert.True(mixedAgain.AlreadyStored);
        Assert.Equal(second, mixedAgain.Positions);
        Assert.Equal((2 * size) + 2, (await LoadAllAsync(Stream)).Count);
    }

    [Fact, Proves("A-16")]
    public async Task A_batch_that_is_known_in_part_is_refused_and_names_that_part()
    {
        DomainEvent[] known = [Make.Event(), Make.Of(FixtureId, 1)];
        await CreateStreamAsync(Stream, known);

        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendToAsync(Stream, [.. known, Make.Event()]));

        Assert.Equal(known.Select(e => e.EventId).ToHashSet(), exception.KnownEventIds.ToHashSet());
        Assert.Equal(Stream, exception.StreamName);
        Assert.Equal(2, (await LoadAllAsync(Stream)).Count);
    }

    [Fact, Proves("A-16")]
    public async Task A_unit_that_is_known_in_one_of_its_streams_is_refused()
    {
        DomainEvent[] known = Make.Events(2);
        await CreateStreamAsync(Stream, known);
        await Store.CreateStreamAsync("others");

        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendAsync(AppendUnit.For("others", Make.Events(1)).And(Stream, known)));

        Assert.Equal(known.Select(e => e.EventId).ToHashSet(), exception.KnownEventIds.ToHashSet());
        Assert.Empty(await LoadAllAsync("others"));
    }

    [Fact, Proves("A-17")]
    public async Task A_known_id_under_another_name_is_a_conflict()
    {
        DomainEvent ofAggregate = Make.Of(FixtureId, 1, new UserCreated("Alex"));
        DomainEvent plain = Make.Event(new UserCreated("Alex"));
        await CreateStreamAsync(Stream, ofAggregate, plain);

        await RefusesAsync(Make.Of(FixtureId, 1, new UsernameChanged("Alex")).WithEventId(ofAggregate.EventId));
        await RefusesAsync(Make.Event(new UsernameChanged("Alex")).WithEventId(plain.EventId));

        Assert.Equal(2, (await LoadAllAsync(Stream)).Count);

        async Task RefusesAsync(DomainEvent domainEvent) =>
            await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendToAsync(Stream, [domainEvent]));
    }

    [Fact, Proves("A-17")]
    public async Task A_known_id_with_another_payload_is_the_same_event()
    {
        DomainEvent first = Make.Of(FixtureId, 1, new UserCreated("Alex"));
        IReadOnlyList<long> positions = await CreateStreamAsync(Stream, first);

        AppendResult again = await Store.AppendToAsync(Stream, [Make.Of(FixtureId, 1, new UserCreated("encrypted anew")).WithEventId(first.EventId)]);

        Assert.True(again.AlreadyStored);
        Assert.Equal(positions, again.Positions);
        Assert.Equal(new UserCreated("Alex"), Assert.Single(await LoadAllAsync(Stream)).Payload);
    }

    [Fact, Proves("A-17")]
    public async Task An_id_is_known_within_its_aggregate_and_version()
    {
        DomainEvent first = Make.Of(FixtureId, 1);
        await CreateStreamAsync(Stream, first);

        AppendResult[] results =
        [
            await Store.AppendToAsync(Stream, [Make.Of(Guid.CreateVersion7(), 1).WithEventId(first.EventId)]),
            await Store.AppendToAsync(Stream, [Make.Of(FixtureId, 1, type: "order").WithEventId(first.EventId)]),
            await Store.AppendToAsync(Stream, [Make.Of(FixtureId, 2).WithEventId(first.EventId)]),
            await Store.AppendToAsync(Stream, [Make.Event().WithEventId(first.EventId)]),
        ];

        Assert.All(results, result => Assert.False(result.AlreadyStored));
        Assert.Equal(5, (await LoadAllAsync(Stream)).Count(e => e.EventId == first.EventId));
    }

    [Fact, Proves("A-18")]
    public async Task An_id_is_known_within_its_stream()
    {
        DomainEvent[] events = [Make.Event(), Make.Of(FixtureId, 1)];
        await CreateStreamAsync(Stream, events);
        await Store.CreateStreamAsync("others");

        AppendResult result = await Store.AppendToAsync("others", events);

        Assert.False(result.AlreadyStored);
        Assert.Equal(events.Select(e => e.EventId), (await LoadAllAsync("others")).Select(e => e.EventId));
    }

    [Fact, Proves("A-19")]
    public async Task One_id_twice_in_one_part_is_refused()
    {
        await Store.CreateStreamAsync(Stream);
        await Store.CreateStreamAsync("others");
        DomainEvent one = Make.Event();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.AppendToAsync(Stream, [one, one]));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.AppendToAsync(Stream, [Make.Of(FixtureId, 1).WithEventId(one.EventId), one]));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.AppendAsync(AppendUnit.For(Stream, [one]).And(Stream, [one])));
        Assert.Empty(await LoadAllAsync(Stream));

        await Store.AppendAsync(AppendUnit.For(Stream, [one]).And("others", [one]));
        Assert.Single(await LoadAllAsync("others"));
    }
}
