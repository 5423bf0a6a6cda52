using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Middleware;

public abstract class AppendMiddlewareContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";
    private readonly List<string> _ran = [];

    [Theory, Proves("W-01")]
    [InlineData(DomainEventAction.PreAppend)]
    [InlineData(DomainEventAction.Appended)]
    [InlineData(DomainEventAction.Loaded)]
    public async Task Middlewares_run_in_their_order_and_pass_on_what_they_return(DomainEventAction action)
    {
        await Store.CreateStreamAsync(Stream);
        string? seen = null;
        IEventStore store = CreateStore(builder => builder
            .AddMiddleware(action, (e, _) => new(e.WithAddedMetadata("trace", "first")))
            .AddMiddleware(action, (e, _) => new(e.WithAddedMetadata("trace", (seen = e.Metadata.GetString("trace")) + ", second"))));

        await store.AppendToAsync(Stream, [Make.Event()]);
        DomainEvent loaded = await store.LoadAsync(Stream).SingleAsync();

        Assert.Equal("first", seen);
        Assert.Equal(action == DomainEventAction.Appended ? null : "first, second", loaded.Metadata.GetString("trace"));
    }

    [Fact, Proves("W-02")]
    public async Task What_a_middleware_makes_of_an_event_is_stored()
    {
        await Store.CreateStreamAsync(Stream);
        IEventStore store = CreateStore(builder => builder.AddMiddleware(
            DomainEventAction.PreAppend,
            (e, _) => new(e.WithAddedMetadata("by", "middleware").WithPayload(new UsernameChanged("changed")))));
        DomainEvent given = Make.Event();

        await store.AppendToAsync(Stream, [given]);

        DomainEvent loaded = Assert.Single(await LoadAllAsync(Stream));
        Assert.Equal("middleware", loaded.Metadata.GetString("by"));
        Assert.Equal(new UsernameChanged("changed"), loaded.Payload);
        Assert.Equal(new UsernameChanged("Alex"), given.Payload);
    }

    [Fact, Proves("W-02")]
    public async Task A_payload_of_another_type_is_stored_under_the_name_by_which_it_is_read()
    {
        await Store.CreateStreamAsync(Stream);
        var appended = new List<string>();
        IEventStore store = CreateStore(builder => builder
            .AddMiddleware(DomainEventAction.PreAppend, (e, _) => new(e.WithPayload(new NumberNoted(7))))
            .AddMiddleware(DomainEventAction.Appended, (e, _) =>
            {
                appended.Add(e.Name);
                return new(e);
            }));

        await store.AppendToAsync(Stream, [Make.Event(new UsernameChanged("Alex"))]);

        DomainEvent loaded = Assert.Single(await LoadAllAsync(Stream));
        Assert.Equal(new NumberNoted(7), loaded.Payload);
        Assert.Equal(Make.TypeOf<NumberNoted>().Name, loaded.Name);
        Assert.Equal([loaded.Name], appended);
    }

    [Fact, Proves("W-02")]
    public async Task A_payload_of_another_type_has_its_name_for_each_middleware_that_follows()
    {
        await Store.CreateStreamAsync(Stream);
        var seen = new List<string>();
        IEventStore store = CreateStore(builder => builder
            .AddMiddleware(DomainEventAction.PreAppend, (e, _) =>
            {
                seen.Add(e.Name);
                return new(e.WithPayload(new UsernameChanged("Alex")));
            })
            .AddMiddleware(DomainEventAction.PreAppend, (e, _) =>
            {
                seen.Add(e.Name);
                return new(e);
            }));

        await store.AppendToAsync(Stream, [Make.Event(new UserCreated("Alex")).WithPayload(new NumberNoted(7))]);

        Assert.Equal([Make.TypeOf<NumberNoted>().Name, Make.TypeOf<UsernameChanged>().Name], seen);
        Assert.Equal(seen[1], Assert.Single(await LoadAllAsync(Stream)).Name);
    }

    [Fact, Proves("W-03")]
    public async Task Each_event_passes_the_whole_chain_before_the_next()
    {
        await Store.CreateStreamAsync(Stream);
        DomainEvent[] events = Make.Events(3);
        IEventStore store = CreateStore(builder => builder
            .AddMiddleware(DomainEventAction.PreAppend, (e, _) => NoteAsync("a", e))
            .AddMiddleware(DomainEventAction.PreAppend, (e, _) => NoteAsync("b", e)));

        await store.AppendToAsync(Stream, events);

        Assert.Equal(["a1", "b1", "a2", "b2", "a3", "b3"], _ran);

        async ValueTask<DomainEvent> NoteAsync(string name, DomainEvent e)
        {
            await Task.Yield();
            _ran.Add($"{name}{((NumberNoted)e.Payload).Value}");
            return e;
        }
    }

    [Fact, Proves("W-04", "A-05")]
    public async Task A_failing_middleware_stops_the_append()
    {
        await Store.CreateStreamAsync(Stream);
        var failure = new DivideByZeroException();
        IEventStore store = CreateStore(builder => builder
            .AddMiddleware(DomainEventAction.PreAppend, (e, _) => ((NumberNoted)e.Payload).Value == 2 ? throw failure : new(e))
            .AddMiddleware(DomainEventAction.Appended, Note("appended")));

        Assert.Same(failure, await Assert.ThrowsAsync<DivideByZeroException>(() => store.AppendToAsync(Stream, Make.Events(3))));

        Assert.Empty(_ran);
        Assert.Empty(await LoadAllAsync(Stream));
    }

    [Fact, Proves("W-05")]
    public async Task After_the_append_each_event_is_shown_with_its_position()
    {
        await Store.CreateStreamAsync(Stream);
        var seen = new List<(string?, long, Guid)>();
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, (e, _) =>
        {
            seen.Add((e.StreamName, e.Position, e.EventId));
            return new(e.WithEventId(Guid.CreateVersion7()).WithPosition(1).WithPayload(new UserCreated("ignored")));
        }));
        DomainEvent[] events = Make.History(FixtureId, 3);

        AppendResult result = await store.AppendToAsync(Stream, events);
        await Assert.ThrowsAsync<ConcurrencyException>(() => store.AppendToAsync(Stream, [Make.Of(FixtureId, 3)]));

        Assert.Equal(events.Zip(result.Positions, (e, position) => ((string?)Stream, position, e.EventId)), seen);
        Assert.Equal(events.Select(e => e.Payload), (await LoadAllAsync(Stream)).Select(e => e.Payload));
    }

    [Fact, Proves("W-06")]
    public async Task A_middleware_that_fails_behind_the_append_says_that_the_events_are_stored()
    {
        await Store.CreateStreamAsync(Stream);
        var failure = new DivideByZeroException();
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, (_, _) => throw failure));

        var exception = await Assert.ThrowsAsync<MiddlewareException>(() => store.AppendToAsync(Stream, Make.Events(3)));

        Assert.Same(failure, exception.InnerException);
        Assert.Equal(await PositionsOfAsync(Stream), exception.Positions);
        Assert.Equal(3, exception.Positions.Count);
    }

    [Fact, Proves("W-06", "A-26")]
    public async Task Of_several_units_one_whose_Appended_failed_is_stored_and_has_the_failure()
    {
        await Store.CreateStreamAsync(Stream);
        DomainEvent failing = Make.Event();
        IEventStore store = CreateStore(builder => builder.AddMiddleware(
            DomainEventAction.Appended, (e, _) => e.EventId == failing.EventId ? throw new DivideByZeroException() : new(e)));

        IReadOnlyList<AppendOutcome> outcomes = await store.AppendAsync(
            [AppendUnit.For(Stream, Make.Events(1)), AppendUnit.For(Stream, [failing]), AppendUnit.For(Stream, Make.Events(1))]);

        Assert.Equal([true, true, true], outcomes.Select(outcome => outcome.IsStored));
        Assert.Equal(await PositionsOfAsync(Stream), outcomes.SelectMany(outcome => outcome.Result.Positions));
        Assert.Equal([null, typeof(MiddlewareException), null], outcomes.Select(outcome => outcome.Exception?.GetType()));
        Assert.Equal(outcomes[1].Result.Positions, Assert.IsType<MiddlewareException>(outcomes[1].Exception).Positions);
    }

    [Theory, Proves("W-11")]
    [InlineData(DomainEventAction.PreAppend)]
    [InlineData(DomainEventAction.Loaded)]
    public async Task A_middleware_that_returns_nothing_is_named(DomainEventAction action)
    {
        await Store.CreateStreamAsync(Stream);
        IEventStore store = CreateStore(builder => builder.AddMiddleware(action, (_, _) => new((DomainEvent)null!)));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await store.AppendToAsync(Stream, [Make.Event()]);
            await store.LoadAsync(Stream).ToListAsync();
        });

        Assert.Contains(action.ToString(), exception.Message, StringComparison.Ordinal);
    }

    [Fact, Proves("W-11")]
    public async Task A_middleware_that_returns_nothing_behind_the_append_is_named_too()
    {
        await Store.CreateStreamAsync(Stream);
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, (_, _) => new((DomainEvent)null!)));

        var exception = await Assert.ThrowsAsync<MiddlewareException>(() => store.AppendToAsync(Stream, [Make.Event()]));

        Assert.Contains("Appended", Assert.IsType<InvalidOperationException>(exception.InnerException).Message, StringComparison.Ordinal);
    }

    [Fact, Proves("W-13")]
    public async Task Behind_the_append_a_middleware_can_read_and_append()
    {
        await Store.CreateStreamAsync(Stream);
        await Store.CreateStreamAsync("copies");
        List<long>? loaded = null;
        IEventStore? store = null;
        store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, async (e, token) =>
        {
            if (e.StreamName == Stream)
            {
                loaded = await store!.LoadAsync(Stream).Select(seen => seen.Position).ToListAsync(token);
                await store.AppendToAsync("copies", [Make.Event()], token);
            }

            return e;
        }));

        AppendResult result = await store.AppendToAsync(Stream, [Make.Event()]).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(result.Positions, loaded);
        Assert.Single(await LoadAllAsync("copies"));
    }

    [Fact, Proves("W-15")]
    public async Task A_middleware_leaves_an_events_identity_alone()
    {
        await Store.CreateStreamAsync(Stream);
        Func<DomainEvent, DomainEvent>[] changes =
        [
            e => e.WithEventId(Guid.CreateVersion7()),
            e => e.WithVersion(9),
            e => e.WithAggregateType("order"),
            e => Make.Of(Guid.CreateVersion7(), 1).WithEventId(e.EventId),
        ];

        foreach (Func<DomainEvent, DomainEvent> change in changes)
        {
            IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.PreAppend, (e, _) => new(change(e))));
            await Assert.ThrowsAsync<InvalidOperationException>(() => store.AppendToAsync(Stream, [Make.Of(FixtureId, 1)]));
        }

        Assert.Empty(await LoadAllAsync(Stream));
    }

    [Fact, Proves("W-16")]
    public async Task What_was_stored_already_is_not_shown_again()
    {
        await Store.CreateStreamAsync(Stream);
        DomainEvent[] events = Make.Events(2);
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, Note("appended")));

        await store.AppendToAsync(Stream, events);
        AppendResult again = await store.AppendToAsync(Stream, events);

        Assert.True(again.AlreadyStored);
        Assert.Equal(["appended", "appended"], _ran);
    }

    private DomainEventMiddleware Note(string what) => (e, _) =>
    {
        _ran.Add(what);
        return new(e);
    };
}
