using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Middleware;

public abstract class LoadedMiddlewareContract(TestStorage storage) : StoreContract(storage)
{
    [Fact, Proves("W-07")]
    public async Task Every_way_of_reading_shows_the_replaced_payload()
    {
        await CreateFixtureAsync();
        await CreateFixtureAsync("user-234");
        IEventStore store = CreateStore(builder => builder.AddMiddleware(
            DomainEventAction.Loaded,
            (e, _) => new(e.Payload is UsernameChanged ? e.WithPayload(new UsernameChanged("replaced")) : e)));
        object[] expected = [new UserCreated("Alex"), .. Enumerable.Repeat(new UsernameChanged("replaced"), 49)];

        Assert.Equal(expected, await store.LoadAsync(Fixture).Select(e => e.Payload).ToListAsync());
        Assert.Equal(expected.Reverse(), await store.LoadBackwardsAsync(Fixture).Select(e => e.Payload).ToListAsync());
        Assert.Equal([.. expected, .. expected], await store.MergeAndLoadAsync([new(Fixture), new("user-234")]).Select(e => e.Payload).ToListAsync());
        Assert.Equal(expected, await store.Query(() => new List<object>()).FromStream(Fixture).WhenAny((all, e) => all.Add(e.Payload)).RunAsync());
        Assert.Equal(49, await store.Query(() => 0).FromStream(Fixture).When<UsernameChanged>((n, e) => e.Payload.Username == "replaced" ? n + 1 : n).RunAsync());
    }

    [Fact, Proves("W-08")]
    public async Task Only_what_is_enumerated_passes_the_middleware()
    {
        await CreateFixtureAsync();
        int ran = 0;
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Loaded, (e, _) =>
        {
            ran++;
            return new(e);
        }));

        Assert.Equal(3, await store.LoadAsync(Fixture, matcher: Match.AggregateId(FixtureId)).Take(3).CountAsync());

        Assert.Equal(3, ran);
    }

    [Fact, Proves("W-09")]
    public async Task A_failing_middleware_ends_the_enumeration_behind_what_went_well()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        var failure = new DivideByZeroException();
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Loaded, (e, _) => e.Version == 3 ? throw failure : new(e)));
        var seen = new List<long>();

        Exception thrown = await Assert.ThrowsAsync<DivideByZeroException>(async () =>
        {
            await foreach (DomainEvent domainEvent in store.LoadAsync(Fixture))
            {
                seen.Add(domainEvent.Position);
            }
        });

        Assert.Same(failure, thrown);
        Assert.Equal(positions.Take(2), seen);
    }

    [Fact, Proves("W-17")]
    public async Task A_payload_of_another_type_is_for_the_handler_of_that_type()
    {
        await CreateStreamAsync("users", Make.Of(FixtureId, 1, new UserCreated("Alex")), Make.Of(FixtureId, 2));
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Loaded, (e, _) => new(e.WithPayload(new UsernameChanged("replaced")))));

        User got = await new Repository<User>(store, "users").GetAsync(FixtureId);
        User replayed = User.FromHistory(await store.LoadAsync("users").ToListAsync());

        Assert.Equal(("replaced", 2, null), (got.Username, got.Handled, got.Creation));
        Assert.Equal(("replaced", 2, null), (replayed.Username, replayed.Handled, replayed.Creation));
    }

    [Fact, Proves("W-17")]
    public async Task A_payload_of_a_type_without_a_handler_is_named()
    {
        await CreateStreamAsync("users", Make.Of(FixtureId, 1, new UserCreated("Alex")));
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Loaded, (e, _) => new(e.WithPayload(new StrangerSeen("here")))));
        List<DomainEvent> history = await store.LoadAsync("users").ToListAsync();

        var exception = await Assert.ThrowsAsync<UnknownEventException>(() => new Repository<User>(store, "users").GetAsync(FixtureId));

        Assert.Contains(nameof(StrangerSeen), exception.Message, StringComparison.Ordinal);
        Assert.Throws<UnknownEventException>(() => User.FromHistory(history));
    }

    [Fact, Proves("Q-08")]
    public async Task What_a_middleware_says_of_positions_moves_no_query()
    {
        await CreateFixtureAsync();
        IEventStore store = CreateStore(builder => builder.WithPageSize(7).AddMiddleware(DomainEventAction.Loaded, (e, _) => new(e.WithPosition(1_000_000))));
        Query<int> query = store.Query(() => 0).FromStream(Fixture).WhenAny((count, _) => count + 1);

        Assert.Equal(50, await query.RunAsync());
        await Store.AppendToAsync(Fixture, Make.Events(3));

        Assert.Equal(53, await query.RunAsync());
        Assert.Equal(53, await store.LoadAsync(Fixture).CountAsync());
    }
}
