using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Aggregates;

/// <summary>Histories that a repository cannot or need not replay as they are.</summary>
public abstract class HistoryContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("G-08")]
    public async Task A_hole_in_a_stored_history_is_named()
    {
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 1), Make.Of(FixtureId, 3), Make.Of(FixtureId, 1, type: "guest"), Make.Of(FixtureId, 3, type: "guest"));

        await FailsAsync("user", () => new Repository<User>(Store, Stream).GetAsync(FixtureId));
        await FailsAsync("guest", () => new Repository<Guest>(Store, Stream).GetAsync(FixtureId));

        static async Task FailsAsync(string type, Func<Task> get)
        {
            var exception = await Assert.ThrowsAsync<AggregateHistoryException>(get);
            Assert.Equal((type, FixtureId, 2, 3), (exception.AggregateType, exception.AggregateId, exception.ExpectedVersion, exception.ActualVersion));
        }
    }

    [Fact, Proves("G-29")]
    public async Task A_history_with_an_event_of_another_type_that_shares_the_id_is_refused()
    {
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 1), Make.Of(FixtureId, 2, type: "guest"));
        List<DomainEvent> both = await Store.LoadAsync(Stream, matcher: Match.AggregateId(FixtureId)).ToListAsync();

        Assert.Contains("guest", Assert.Throws<ArgumentException>(() => User.FromHistory(both)).Message, StringComparison.Ordinal);

        Assert.Equal(1, User.FromHistory(both.Take(1)).Version);
    }

    [Fact, Proves("G-07")]
    public async Task A_handler_that_records_while_replaying_is_refused()
    {
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 1), Make.Of(FixtureId, 2, new UserRestless()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => new Repository<User>(Store, Stream).GetAsync(FixtureId));
    }

    [Fact, Proves("G-09")]
    public async Task A_stored_event_without_a_handler_is_named()
    {
        IReadOnlyList<long> p = await CreateStreamAsync(
            Stream,
            [.. Make.History(FixtureId, 2), Make.Of(FixtureId, 3, new StrangerSeen("here")), Make.Of(FixtureId, 1, type: "guest"), Make.Of(FixtureId, 2, new StrangerSeen("there"), "guest")]);

        await FailsAsync(p[2], () => new Repository<User>(Store, Stream).GetAsync(FixtureId));
        await FailsAsync(p[4], () => new Repository<Guest>(Store, Stream).GetAsync(FixtureId));

        static async Task FailsAsync(long position, Func<Task> get)
        {
            var exception = await Assert.ThrowsAsync<UnknownEventException>(get);
            Assert.Equal((Stream, position, "stranger-seen"), (exception.StreamName, exception.Position, exception.EventName));
        }
    }

    [Fact, Proves("G-09")]
    public async Task A_stored_event_that_is_ignored_counts_as_a_version_only()
    {
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 1), Make.Of(FixtureId, 2, new UserPoked()));
        await StoreAsAsync("user-nudged", 3);
        await StoreAsAsync("user-waved", 4);
        await Store.AppendToAsync(Stream, [Make.Of(FixtureId, 5)]);

        User got = await new Repository<User>(Store, Stream).GetAsync(FixtureId);

        Assert.Equal((2, 5, "name 5"), (got.Handled, got.Version, got.Username));

        async Task StoreAsAsync(string name, long version)
        {
            EventCatalog then = Make.CatalogWith<UserPoked>(name);
            DomainEvent stored = DomainEvent.Create(then, new UserPoked(), FixtureId).WithAggregateType("user").WithVersion(version);
            await CreateStore(then).AppendToAsync(Stream, [stored]);
        }
    }

    [Fact, Proves("E-17")]
    public async Task A_stored_event_under_a_former_name_is_handled()
    {
        EventCatalog then = Make.CatalogWith<UsernameChanged>("user-renamed");
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 1, type: "guest"));
        await CreateStore(then).AppendToAsync(Stream, [DomainEvent.Create(then, new UsernameChanged("Sascha"), FixtureId).WithAggregateType("guest").WithVersion(2)]);

        Guest got = await new Repository<Guest>(Store, Stream).GetAsync(FixtureId);

        Assert.Equal(["name 1", "Sascha"], got.Names);
    }

    [Fact, Proves("E-20")]
    public async Task A_stored_payload_that_cannot_be_read_is_named()
    {
        EventCatalog then = Make.CatalogWith<UserNumbered>("username-changed");
        DomainEvent broken = DomainEvent.Create(then, new UserNumbered(5), FixtureId).WithAggregateType("guest").WithVersion(2);
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 1, type: "guest"));
        AppendResult result = await CreateStore(then).AppendToAsync(Stream, [broken]);

        var exception = await Assert.ThrowsAsync<EventSerializationException>(() => new Repository<Guest>(Store, Stream).GetAsync(FixtureId));

        Assert.Equal((Stream, result.Positions[0]), (exception.StreamName, exception.Position));
        Assert.Equal((broken.EventId, "username-changed"), (exception.EventId, exception.EventName));
    }
}
