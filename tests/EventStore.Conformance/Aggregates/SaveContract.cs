using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Aggregates;

/// <summary>Saves that fail, and updates that are repeated.</summary>
public abstract class SaveContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("G-05")]
    public async Task Versions_follow_each_other_over_several_saves()
    {
        await CreateUserAsync();
        User user = await Users().GetAsync(FixtureId);
        foreach (int step in (int[])[2, 0, 1])
        {
            for (int i = 0; i < step; i++)
            {
                user.Rename($"step {step}");
            }

            Assert.Same(user, await Users().SaveAsync(user));
        }

        Assert.Equal([1, 2, 3, 4], (await LoadAllAsync(Stream)).Select(e => e.Version));
        Assert.Equal(4, (await Users().GetAsync(FixtureId)).Version);
    }

    [Fact, Proves("G-17")]
    public async Task After_a_save_that_failed_the_same_events_wait()
    {
        User user = User.Register(FixtureId, "Alex");
        user.Rename("Sascha");
        await Assert.ThrowsAsync<StreamNotFoundException>(() => Users().SaveAsync(user));
        await Store.CreateStreamAsync(Stream);
        int failures = 1;
        IEventStore failing = CreateStore(builder => builder.AddMiddleware(DomainEventAction.PreAppend, (e, _) => failures-- > 0 ? throw new DivideByZeroException() : new(e)));
        var ids = new List<Guid>();
        IEventStore noting = CreateStore(builder => builder.AddMiddleware(DomainEventAction.PreAppend, (e, _) =>
        {
            ids.Add(e.EventId);
            throw new DivideByZeroException();
        }));

        await Assert.ThrowsAsync<DivideByZeroException>(() => new Repository<User>(noting, Stream).SaveAsync(user));
        await Assert.ThrowsAsync<DivideByZeroException>(() => new Repository<User>(failing, Stream).SaveAsync(user));
        await new Repository<User>(failing, Stream).SaveAsync(user);

        List<DomainEvent> stored = await LoadAllAsync(Stream);
        Assert.Equal(["Alex", "Sascha"], stored.Select(e => e.Payload is UserCreated created ? created.Username : ((UsernameChanged)e.Payload).Username));
        Assert.Equal(ids[0], stored[0].EventId);
        Assert.Empty(user.PopEvents());
    }

    [Fact, Proves("G-27")]
    public async Task What_is_recorded_after_a_save_of_unknown_outcome_is_saved_behind_it()
    {
        await Store.CreateStreamAsync(Stream);
        (IEventStore store, CountingLog log) = CreateCountedStore();
        var users = new Repository<User>(store, Stream);
        User user = User.Register(FixtureId, "Alex");
        foreach (string name in (string[])["Max", "Kim"])
        {
            log.LosesAnswers = true;
            await Assert.ThrowsAsync<AppendOutcomeUnknownException>(() => users.SaveAsync(user));
            user.Rename(name);
        }

        log.LosesAnswers = false;
        await users.SaveAsync(user);
        user.Rename("Sascha");
        await users.SaveAsync(user);

        Assert.Equal([1, 2, 3, 4], (await LoadAllAsync(Stream)).Select(e => e.Version));
        Assert.Equal("Sascha", (await users.GetAsync(FixtureId)).Username);
    }

    [Fact, Proves("G-27")]
    public async Task Another_writers_event_behind_a_save_of_unknown_outcome_is_a_conflict()
    {
        await Store.CreateStreamAsync(Stream);
        (IEventStore store, CountingLog log) = CreateCountedStore();
        var users = new Repository<User>(store, Stream);
        User user = User.Register(FixtureId, "Alex");
        log.LosesAnswers = true;
        await Assert.ThrowsAsync<AppendOutcomeUnknownException>(() => users.SaveAsync(user));
        log.LosesAnswers = false;
        await users.UpdateAsync(FixtureId, other => other.Rename("Max"));
        user.Rename("Kim");

        Assert.Equal(2, (await Assert.ThrowsAsync<ConcurrencyException>(() => users.SaveAsync(user))).AggregateVersion);

        Assert.Equal("Max", (await users.GetAsync(FixtureId)).Username);
    }

    [Fact, Proves("F-07")]
    public async Task What_is_of_unknown_outcome_can_be_appended_again_as_it_is()
    {
        await Store.CreateStreamAsync(Stream);
        await Store.CreateStreamAsync("others");
        (IEventStore store, CountingLog log) = CreateCountedStore();
        AppendUnit unit = AppendUnit.For(Stream, Make.Events(2)).And("others", Make.Events(1));
        log.LosesAnswers = true;

        AppendOutcomeUnknownException unknown = await Assert.ThrowsAsync<AppendOutcomeUnknownException>(() => store.AppendAsync(unit));
        log.LosesAnswers = false;

        Assert.Same(unit, unknown.Unit);
        Assert.Equal(unit.Parts.SelectMany(part => part.Events, (_, e) => e.EventId), unknown.EventIds);
        Assert.True((await store.AppendAsync(unknown.Unit!)).AlreadyStored);
    }

    [Fact, Proves("G-17", "W-06")]
    public async Task After_a_middleware_that_failed_behind_the_save_nothing_waits()
    {
        await Store.CreateStreamAsync(Stream);
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, (_, _) => throw new DivideByZeroException()));
        User user = User.Register(FixtureId, "Alex");

        await Assert.ThrowsAsync<MiddlewareException>(() => new Repository<User>(store, Stream).SaveAsync(user));

        Assert.Empty(user.PopEvents());
        Assert.Single(await LoadAllAsync(Stream));
    }

    [Fact, Proves("G-18")]
    public async Task Of_two_that_change_one_aggregate_the_second_is_refused()
    {
        await CreateUserAsync();
        User first = await Users().GetAsync(FixtureId);
        User second = await Users().GetAsync(FixtureId);
        first.Rename("first");
        second.Rename("second");
        await Users().SaveAsync(first);

        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => Users().SaveAsync(second));

        Assert.Equal(("user", FixtureId, 2), (exception.AggregateType, exception.AggregateId, exception.AggregateVersion));
        Assert.Equal([new UserCreated("Alex"), new UsernameChanged("first")], (await LoadAllAsync(Stream)).Select(e => e.Payload));
        Assert.Equal(new UsernameChanged("second"), Assert.Single(second.PopEvents()).Payload);
    }

    [Fact, Proves("G-19")]
    public async Task A_new_aggregate_with_the_id_of_a_stored_one_is_refused()
    {
        await CreateUserAsync();

        await Assert.ThrowsAsync<ConcurrencyException>(() => Users().SaveAsync(User.Register(FixtureId, "Eve")));

        Assert.Equal("Alex", (await Users().GetAsync(FixtureId)).Username);
    }

    [Fact, Proves("G-20")]
    public async Task An_update_that_collides_is_decided_anew()
    {
        await CreateUserAsync();
        var seen = new List<string>();

        User updated = await Users().UpdateAsync(FixtureId, async user =>
        {
            seen.Add(user.Username);
            if (seen.Count < 3)
            {
                await CollideAsync($"other {seen.Count}");
            }

            user.Rename(user.Username + "!");
        });

        Assert.Equal(["Alex", "other 1", "other 2"], seen);
        Assert.Equal(("other 2!", 4), (updated.Username, updated.Version));
        Assert.Equal("other 2!", (await Users().GetAsync(FixtureId)).Username);
    }

    [Fact, Proves("G-20")]
    public async Task An_update_waits_for_an_action_that_gives_a_ValueTask()
    {
        await CreateUserAsync();

        await Users().UpdateAsync(FixtureId, user => RenameAsync(user));

        Assert.Equal("Sascha", (await Users().GetAsync(FixtureId)).Username);

        static async ValueTask RenameAsync(User user)
        {
            await Task.Delay(20);
            user.Rename("Sascha");
        }
    }

    [Theory, Proves("G-20")]
    [InlineData(null, 3)]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    public async Task An_update_that_always_collides_gives_up(int? maxTries, int tries)
    {
        await CreateUserAsync();
        Repository<User> users = maxTries is { } max ? new(Store, Stream, max) : Users();
        int ran = 0;

        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => users.UpdateAsync(FixtureId, async user =>
        {
            ran++;
            await CollideAsync($"other {ran}");
            user.Rename("mine");
        }));

        Assert.Equal(tries, ran);
        Assert.Equal(tries + 1, exception.AggregateVersion);
        Assert.Equal($"other {tries}", (await Users().GetAsync(FixtureId)).Username);
    }

    [Fact, Proves("G-21")]
    public async Task An_update_whose_action_throws_is_not_repeated()
    {
        await CreateUserAsync();
        int ran = 0;
        var failure = new DivideByZeroException();

        Exception thrown = await Assert.ThrowsAsync<DivideByZeroException>(() => Users().UpdateAsync(FixtureId, (User user) =>
        {
            ran++;
            user.Rename("Sascha");
            throw failure;
        }));

        Assert.Same(failure, thrown);
        Assert.Equal(1, ran);
        Assert.Single(await LoadAllAsync(Stream));
    }

    [Fact, Proves("G-21")]
    public async Task A_conflict_that_the_action_throws_is_its_own()
    {
        await CreateUserAsync();
        int ran = 0;
        var failure = ConcurrencyException.VersionTaken("elsewhere", "order", Guid.CreateVersion7(), 7);

        Exception thrown = await Assert.ThrowsAsync<ConcurrencyException>(() => Users().UpdateAsync(FixtureId, (User _) =>
        {
            ran++;
            throw failure;
        }));

        Assert.Same(failure, thrown);
        Assert.Equal(1, ran);
    }

    [Fact, Proves("G-21")]
    public async Task An_update_needs_an_aggregate()
    {
        await Store.CreateStreamAsync(Stream);

        var exception = await Assert.ThrowsAsync<AggregateNotFoundException>(() => Users().UpdateAsync(FixtureId, user => user.Rename("Sascha")));

        Assert.Equal(FixtureId, exception.AggregateId);
    }

    [Fact, Proves("G-28")]
    public async Task An_update_that_gives_another_aggregate_back_is_refused_instead_of_losing_what_was_recorded()
    {
        await CreateUserAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Users().UpdateAsync(FixtureId, user =>
        {
            user.Rename("lost");
            return User.Register(Guid.CreateVersion7(), "Eve");
        }));

        Assert.Equal(new UserCreated("Alex"), Assert.Single(await LoadAllAsync(Stream)).Payload);
    }

    [Fact, Proves("G-28")]
    public async Task An_update_that_gives_another_instance_back_is_refused_if_that_lacks_what_was_recorded()
    {
        await CreateUserAsync();
        User other = await Users().GetAsync(FixtureId);
        other.Rename("other");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Users().UpdateAsync(FixtureId, user =>
        {
            user.Rename("lost");
            return other;
        }));
        Assert.Single(await LoadAllAsync(Stream));
        await Users().UpdateAsync(FixtureId, _ => other);

        Assert.Equal("other", (await Users().GetAsync(FixtureId)).Username);
    }

    [Fact, Proves("G-28")]
    public async Task An_update_that_gives_back_the_instance_of_an_earlier_try_is_refused_as_such()
    {
        await CreateUserAsync();
        User? first = null;

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Users().UpdateAsync(FixtureId, async user =>
        {
            if (first is null)
            {
                await CollideAsync("faster");
                first = user;
                first.Rename("late");
            }

            return first;
        }));

        Assert.Contains("an older instance, of version 1", exception.Message, StringComparison.Ordinal);
        Assert.Equal("faster", (await Users().GetAsync(FixtureId)).Username);
    }

    private Task<IReadOnlyList<long>> CreateUserAsync() => CreateStreamAsync(Stream, Make.Of(FixtureId, 1, new UserCreated("Alex")));

    private async Task CollideAsync(string username)
    {
        User other = await Users().GetAsync(FixtureId);
        other.Rename(username);
        await Users().SaveAsync(other);
    }

    private Repository<User> Users() => new(Store, Stream);
}
