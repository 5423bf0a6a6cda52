using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Aggregates;

public abstract class RepositoryContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("S-07", "G-10")]
    public void A_repository_has_a_stream_and_is_asked_for_an_id()
    {
        foreach (string? name in (string?[])[null, "", " "])
        {
            Assert.ThrowsAny<ArgumentException>(() => new Repository<User>(Store, name!));
        }

        Assert.Equal(Stream, Users().StreamName);
        Assert.ThrowsAny<ArgumentException>(() => { _ = Users().FindAsync(Guid.Empty); });
    }

    [Fact, Proves("G-10")]
    public async Task An_empty_id_is_refused_by_every_way_to_an_aggregate()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Users().GetAsync(Guid.Empty));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Users().UpdateAsync(Guid.Empty, user => user.Rename("x")));
    }

    [Fact, Proves("G-11")]
    public async Task What_was_saved_is_got()
    {
        await Store.CreateStreamAsync(Stream);
        User user = User.Register(FixtureId, "Alex");
        user.Rename("Sascha", EventMetadata.Of(("ip", "::1")));
        await Users().SaveAsync(user);

        User got = await Users().GetAsync(FixtureId);

        Assert.Equal((FixtureId, "Sascha", 2, 2), (got.AggregateId, got.Username, got.Handled, got.Version));
        Assert.Equal("::1", got.LastMetadata?.GetString("ip"));
        Assert.Equal("user", got.LastMetadata?.GetString("_aggregate_type"));
        Assert.Empty(got.PopEvents());
        Assert.Equal("Sascha", (await Users().FindAsync(FixtureId))?.Username);
    }

    [Fact, Proves("G-05", "G-11", "G-24")]
    public async Task A_record_is_saved_and_got()
    {
        await Store.CreateStreamAsync(Stream);
        var accounts = new Repository<Account>(Store, Stream);
        Account saved = await accounts.SaveAsync(Account.Open(FixtureId, "Ada").Deposit(5));
        saved = await accounts.SaveAsync(saved.Deposit(7));
        Account updated = await accounts.UpdateAsync(FixtureId, account => account.Deposit(1));

        Account got = await accounts.GetAsync(FixtureId);

        Assert.Equal(new Account { Owner = "Ada", Balance = 13 }, got);
        Assert.Equal(got, updated);
        Assert.Equal((3, 4, 4), (saved.Version, updated.Version, got.Version));
        Assert.Equal([1, 2, 3, 4], (await LoadAllAsync(Stream)).Select(e => e.Version));
    }

    [Fact, Proves("G-25")]
    public async Task Of_a_record_the_saved_instance_is_given_back()
    {
        await Store.CreateStreamAsync(Stream);
        var accounts = new Repository<Account>(Store, Stream);
        Account opened = Account.Open(FixtureId, "Ada");

        Account saved = await accounts.SaveAsync(opened);
        Account updated = await accounts.UpdateAsync(FixtureId, account => account.Deposit(5).Deposit(7));
        Account later = await accounts.UpdateAsync(FixtureId, async account =>
        {
            await Task.Yield();
            return account.Deposit(1);
        });

        Assert.Equal([(0m, 1L), (12m, 3L), (13m, 4L)], ((Account[])[saved, updated, later]).Select(account => (account.Balance, account.Version)));
        Assert.All([saved, updated, later], account => Assert.Empty(Waiting(account)));
        Assert.Single(Waiting(opened));
        Assert.Equal(4, (await LoadAllAsync(Stream)).Count);

        static IReadOnlyList<DomainEvent> Waiting(Account account)
        {
            account.PopEvents(out IReadOnlyList<DomainEvent> events);
            return events;
        }
    }

    [Fact, Proves("G-25")]
    public async Task An_update_that_gives_no_record_back_is_refused_instead_of_lost()
    {
        await Store.CreateStreamAsync(Stream);
        var accounts = new Repository<Account>(Store, Stream);
        await accounts.SaveAsync(Account.Open(FixtureId, "Ada"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => accounts.UpdateAsync(FixtureId, account => { _ = account.Deposit(5); }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => accounts.UpdateAsync(FixtureId, async account =>
        {
            await Task.Yield();
            _ = account.Deposit(5);
        }));

        Assert.Single(await LoadAllAsync(Stream));
    }

    [Theory, Proves("G-12")]
    [InlineData(1_000)]
    [InlineData(7)]
    public async Task A_long_life_among_others_is_replayed_whole_and_alone(int pageSize)
    {
        Guid other = Guid.CreateVersion7();
        DomainEvent[] mine = [.. Make.History(FixtureId, 2_500).Select(e => e.WithAggregateType("guest"))];
        DomainEvent[] others = [.. Make.History(other, 2_500).Select(e => e.WithAggregateType("guest"))];
        await CreateStreamAsync(Stream, mine.Zip(others).SelectMany(pair => (DomainEvent[])[pair.Second, pair.First]));
        IEventStore store = CreateStore(builder => builder.WithPageSize(pageSize));

        Guest got = await new Repository<Guest>(store, Stream).GetAsync(FixtureId);

        Assert.Equal(2_500, got.Version);
        Assert.Equal(["Alex", .. Enumerable.Range(2, 2_498).Select(version => $"name {version}"), "Sascha"], got.Names);
    }

    [Fact, Proves("G-13")]
    public async Task Aggregates_of_two_types_may_share_an_id()
    {
        await Store.CreateStreamAsync(Stream);
        await Users().SaveAsync(User.Register(FixtureId, "Alex"));
        Guest guest = Guest.Invite(FixtureId, "Ada");
        guest.Rename("Eve");
        await Guests().SaveAsync(guest);

        Assert.Equal(("Alex", 1), ((await Users().GetAsync(FixtureId)).Username, (await Users().GetAsync(FixtureId)).Version));
        Assert.Equal(["Ada", "Eve"], (await Guests().GetAsync(FixtureId)).Names);
    }

    [Fact, Proves("G-14")]
    public async Task A_missing_aggregate_is_told_or_null()
    {
        await CreateStreamAsync(Stream, Make.History(Guid.CreateVersion7(), 2));

        var exception = await Assert.ThrowsAsync<AggregateNotFoundException>(() => Users().GetAsync(FixtureId));

        Assert.Equal(("user", FixtureId), (exception.AggregateType, exception.AggregateId));
        Assert.Null(await Users().FindAsync(FixtureId));
    }

    [Fact, Proves("G-15")]
    public async Task A_missing_stream_is_no_missing_aggregate()
    {
        await MissesAsync(() => Users().GetAsync(FixtureId));
        await MissesAsync(() => Users().FindAsync(FixtureId));
        await MissesAsync(() => Users().SaveAsync(User.Register(FixtureId, "Alex")));

        static async Task MissesAsync(Func<Task> call) => Assert.Equal(Stream, (await Assert.ThrowsAsync<StreamNotFoundException>(call)).StreamName);
    }

    [Fact, Proves("G-16")]
    public async Task Without_waiting_events_nothing_is_sent()
    {
        await Store.CreateStreamAsync(Stream);
        (IEventStore store, CountingLog log) = CreateCountedStore();
        var users = new Repository<User>(store, Stream);
        User user = User.Register(FixtureId, "Alex");

        await new Repository<User>(store, "missing").SaveAsync(User.Blank(FixtureId));
        Assert.Equal(0, log.Appends);
        await users.SaveAsync(user);
        await users.SaveAsync(user);

        Assert.Equal((1, 0), (log.Appends, log.Reads));
        Assert.Single(await LoadAllAsync(Stream));
    }

    [Theory, Proves("G-31")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_aggregate_of_one_stream_is_not_saved_in_another(bool isLoaded)
    {
        await Store.CreateStreamAsync(Stream);
        await Store.CreateStreamAsync("other");
        User user = await Users().SaveAsync(User.Register(FixtureId, "Alex"));
        user = isLoaded ? await Users().GetAsync(FixtureId) : user;
        user.Rename("Sascha");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => new Repository<User>(Store, "other").SaveAsync(user));

        Assert.Contains($"'{Stream}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'other'", exception.Message, StringComparison.Ordinal);
        Assert.Empty(await LoadAllAsync("other"));
        await Users().SaveAsync(user);
        Assert.Equal("Sascha", (await Users().GetAsync(FixtureId)).Username);
    }

    [Fact, Proves("G-22")]
    public async Task While_replaying_a_handler_gets_the_event_as_it_is_stored()
    {
        await Store.CreateStreamAsync(Stream);
        await Users().SaveAsync(User.Register(FixtureId, "Alex"));
        DomainEvent stored = Assert.Single(await LoadAllAsync(Stream));

        DomainEvent? handled = (await Users().GetAsync(FixtureId)).Creation;

        Assert.NotNull(handled);
        Assert.Equal((stored.Position, stored.CreatedAt, stored.EventId, stored.StreamName), (handled.Position, handled.CreatedAt, handled.EventId, handled.StreamName));
        Assert.Equal((FixtureId, "user", 1), (handled.AggregateId, handled.AggregateType, handled.Version));
    }

    [Fact, Proves("W-07")]
    public async Task A_middleware_replaces_what_is_replayed()
    {
        await CreateStreamAsync(Stream, Make.History(FixtureId, 3));
        IEventStore store = CreateStore(builder => builder.AddMiddleware(
            DomainEventAction.Loaded,
            (e, _) => new(e.Payload is UsernameChanged ? e.WithPayload(new UsernameChanged("replaced")) : e)));

        User got = await new Repository<User>(store, Stream).GetAsync(FixtureId);

        Assert.Equal(("replaced", 3, 3), (got.Username, got.Handled, got.Version));
    }

    private Repository<User> Users() => new(Store, Stream);

    private Repository<Guest> Guests() => new(Store, Stream);
}
