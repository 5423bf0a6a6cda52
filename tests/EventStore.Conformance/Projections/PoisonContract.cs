using System.Text.Json.Serialization.Metadata;
using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Projections;

/// <summary>Events that cannot be handled.</summary>
public abstract class PoisonContract(TestStorage storage) : ProjectionContract(storage)
{
    private static readonly Guid Other = Guid.Parse("00000000-0000-7000-8000-000000000234");

    [Theory, Proves("P-43")]
    [InlineData(PoisonPolicy.Stop, 1)]
    [InlineData(PoisonPolicy.Retry, 3)]
    public async Task An_event_that_always_fails_is_never_passed(PoisonPolicy policy, int tries)
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        int failures = 0;
        Projector<int> projector = Store.Projector(Name, () => 0, Options(policy)).FromStream(Fixture).WhenAny((count, e) =>
        {
            if (e.Version == 8)
            {
                failures++;
                throw new FormatException();
            }

            return count + 1;
        });

        for (int run = 1; run <= 3; run++)
        {
            await Assert.ThrowsAsync<FormatException>(() => projector.RunAsync());
            Assert.Equal(run * tries, failures);
            Assert.Equal(policy == PoisonPolicy.Stop ? 5 : 7, projector.State);
            Assert.Equal(positions[projector.State - 1], await PositionAsync());
        }
    }

    [Fact, Proves("P-43")]
    public async Task An_event_whose_handler_emits_what_cannot_be_stored_is_parked()
    {
        await CreateFixtureAsync();

        int state = await Store.Projector(Name, () => 0, Options(PoisonPolicy.Park)).FromStream(Fixture).When<UsernameChanged>((count, e, context) =>
        {
            context.Emit(new TextNoted(e.Version == 8 ? "half a pair: \ud800" : $"{e.Version}"));
            return count + 1;
        }).RunAsync();

        Assert.Equal(6, state);
        Assert.Equal(6, (await LoadAllAsync(Name)).Count);
        Assert.Contains("EventRejectedException", Assert.Single(await Manager.FetchParkedEventsAsync(Name), parked => parked.Error is not null).Error, StringComparison.Ordinal);
    }

    [Fact, Proves("P-43")]
    public async Task An_event_that_fails_twice_is_handled_at_the_third_try()
    {
        await CreateFixtureAsync();
        int failures = 0;
        NameList state = await Store.Projector(Name, () => new NameList(), Options(PoisonPolicy.Retry)).FromStream(Fixture).When<UsernameChanged>((list, e) =>
        {
            list.Names.Add(e.Payload.Username);
            if (e.Version == 8 && ++failures < 3)
            {
                throw new FormatException();
            }
        }).RunAsync();

        Assert.Equal(49, state.Names.Count);
        Assert.Equal(49, state.Names.Distinct().Count());
    }

    [Fact, Proves("P-43")]
    public async Task A_parked_event_holds_back_its_aggregate_only_and_all_of_it_until_it_is_resumed()
    {
        await Store.CreateStreamAsync("users");
        for (int version = 1; version <= 20; version++)
        {
            await Store.AppendToAsync("users", [Make.Of(FixtureId, version), Make.Of(Other, version)]);
        }

        bool isBroken = true;
        Projector<NameList> projector = Store.Projector(Name, () => new NameList(), Options(PoisonPolicy.Park)).FromStream("users").When<UsernameChanged>((list, e, context) =>
        {
            list.Names.Add($"{e.AggregateId} {e.Version}");
            context.LinkTo("links", e.Untyped);
            if (isBroken && e.AggregateId == FixtureId && e.Version == 8)
            {
                throw new FormatException("eighth");
            }
        });

        NameList state = await projector.RunAsync();

        Assert.Equal(Expected(7, 20), state.Names.Order());
        Assert.Equal(27, (await LoadAllAsync("links")).Count);
        IReadOnlyList<ParkedEvent> parked = await Manager.FetchParkedEventsAsync(Name);
        Assert.Equal(13, parked.Count);
        Assert.Equal((3, true), (parked[0].Attempts, parked[0].Error!.Contains("eighth", StringComparison.Ordinal)));
        Assert.All(parked.Skip(1), waiting => Assert.Equal((0, null), (waiting.Attempts, waiting.Error)));

        await Store.AppendToAsync("users", [Make.Of(FixtureId, 21), Make.Of(Other, 21)]);
        Assert.Equal(Expected(7, 21), (await projector.RunAsync()).Names.Order());
        Assert.Equal(14, (await Manager.FetchAsync(Name)).ParkedEvents);

        await Manager.ResumeAsync(Name);
        await projector.RunAsync();
        Assert.Equal(14, (await Manager.FetchAsync(Name)).ParkedEvents);
        isBroken = false;
        await Manager.ResumeAsync(Name);
        state = await projector.RunAsync();
        Assert.Equal(Expected(21, 21), state.Names.Order());
        Assert.Equal(Enumerable.Range(1, 21).Select(version => $"{FixtureId} {version}"), state.Names.Where(name => name.StartsWith($"{FixtureId}", StringComparison.Ordinal)));
        Assert.Empty(await Manager.FetchParkedEventsAsync(Name));
        Assert.Equal(42, (await LoadAllAsync("links")).Count);
    }

    [Fact, Proves("P-43")]
    public async Task What_cannot_be_read_or_takes_too_long_is_parked_too()
    {
        await CreateStreamAsync("users", Make.Event(), Make.Event(new UserNumbered(5)), Make.Event(new UserCreated("slow")), Make.Event(), Make.Event());
        Assert.True(Users.Catalog.TryFindState(typeof(NameList), out JsonTypeInfo? list));
        EventCatalog states = new([], [list]);
        IEventStore store = CreateStore(states.Including(Make.CatalogWith<UsernameChanged>("user-numbered")).Including(Make.CatalogWith<UserCreated>("user-created")));
        NameList state = await store.Projector(Name, () => new NameList(), Options(PoisonPolicy.Park) with { HandlerTimeout = TimeSpan.FromMilliseconds(50) })
            .FromStream("users")
            .When<UsernameChanged>((names, _) => names.Names.Add("misread"))
            .When<UserCreated>(async (_, _) => await Task.Delay(Timeout.Infinite, CancellationToken.None))
            .RunAsync();

        Assert.Empty(state.Names);
        Assert.Equal(["user-numbered", "user-created"], (await Manager.FetchParkedEventsAsync(Name)).Select(parked => parked.EventName));
        Assert.Contains("EventSerializationException", (await Manager.FetchParkedEventsAsync(Name))[0].Error, StringComparison.Ordinal);
        Assert.Contains("HandlerTimeoutException", (await Manager.FetchParkedEventsAsync(Name))[1].Error, StringComparison.Ordinal);
    }

    [Fact, Proves("P-43")]
    public async Task A_loaded_middleware_that_fails_is_a_failure_of_the_event()
    {
        await CreateFixtureAsync();
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Loaded, (e, _) => e.Version == 8 ? throw new FormatException() : new(e)));
        Projector<int> projector = Counter(Options(PoisonPolicy.Stop), store).FromStream(Fixture);

        await Assert.ThrowsAsync<FormatException>(() => projector.RunAsync());
        await Assert.ThrowsAsync<FormatException>(() => projector.RunAsync());

        Assert.Equal(5, projector.State);
    }

    private static ProjectionOptions Options(PoisonPolicy policy) => new() { PoisonPolicy = policy, BlockSize = 5, Retries = 2, RetryDelay = TimeSpan.FromMilliseconds(1) };

    private static IEnumerable<string> Expected(int ofFixture, int ofOther) =>
        Enumerable.Range(1, ofFixture).Select(version => $"{FixtureId} {version}").Concat(Enumerable.Range(1, ofOther).Select(version => $"{Other} {version}")).Order();
}
