using EventStore.Conformance.Domain;
using EventStore.Providers;

namespace EventStore.Conformance.Projections;

/// <summary>Generated projections that look at payloads alone: they handle a block while the one before it is stored.</summary>
public abstract class FoldContract(TestStorage storage) : ProjectionContract(storage)
{
    private const string Fold = "name-fold";

    private static readonly Guid Other = Guid.Parse("00000000-0000-7000-8000-000000000234");

    private readonly TaskCompletionSource _released = new();
    private int _handled;

    [Fact, Proves("P-49")]
    public async Task A_block_is_handled_while_the_one_before_is_stored()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        (IEventStore store, HeldProjections held) = CreateHeldStore(holds: 1);
        Task<NameFold> run = Run(store);
        await UntilAsync(() => _handled == 9);

        Assert.Equal((1, 0), (held.Begun, await PositionAsync(name: Fold)));
        _released.SetResult();
        NameFold state = await run;

        Assert.Equal(["Alex", .. Enumerable.Range(2, 48).Select(version => $"name {version}"), "Sascha"], state.Names);
        Assert.Equal(10, held.Begun);
        Assert.Equal(positions[^1], await PositionAsync(name: Fold));
        Assert.Equal(state.Names, (await Manager.FetchStateAsync<NameFold>(Fold)).Names);
    }

    [Fact, Proves("P-49", "P-14")]
    public async Task A_stop_that_comes_with_a_checkpoint_ends_the_run_behind_it()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        Task<NameFold> run = Run(CreateHeldStore(holds: 1).Store, keepRunning: true);
        await UntilAsync(() => _handled == 9);
        await Manager.StopAsync(Fold);
        _released.SetResult();

        Assert.Equal(5, (await run).Names.Count);
        Assert.Equal(positions[4], await PositionAsync(name: Fold));
        Assert.Equal(50, (await Run(Store)).Names.Distinct().Count());
    }

    [Theory, Proves("P-49", "P-20", "P-21")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reset_that_comes_with_a_checkpoint_starts_over(bool keepRunning)
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        Task<NameFold> run = Run(CreateHeldStore(holds: 3).Store, keepRunning);
        await UntilAsync(() => _handled == 19);
        await Manager.ResetAsync(Fold);
        _released.SetResult();
        if (keepRunning)
        {
            await UntilAsync(async () => await PositionAsync(name: Fold) == positions[^1] && _handled > 50);
            await Manager.StopAsync(Fold);
        }

        Assert.Equal(keepRunning ? 50 : 0, (await run).Names.Count);
        Assert.Equal(50, (await Run(Store)).Names.Distinct().Count());
    }

    [Fact, Proves("P-49", "P-39")]
    public async Task Nothing_is_kept_of_what_was_handled_ahead_of_a_checkpoint_that_failed()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        Projector<NameFold> projector = Projector(CreateHeldStore(holds: 2).Store);
        Task<NameFold> run = RunAsync(projector);
        await UntilAsync(() => _handled == 14);
        _released.SetException(new ProjectionLeaseLostException(Fold));

        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => run);

        Assert.Equal(5, projector.State.Names.Count);
        Assert.Equal(positions[4], await PositionAsync(name: Fold));
    }

    [Fact, Proves("P-49", "P-42")]
    public async Task An_event_that_fails_ahead_of_a_checkpoint_fails_behind_it()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        Projector<NameFold> projector = Projector(CreateHeldStore(holds: 1).Store);
        Task<NameFold> run = RunAsync(projector, failing: "name 8");
        await UntilAsync(() => _handled == 7);
        _released.SetResult();

        await Assert.ThrowsAsync<FormatException>(() => run);

        Assert.Equal(5, projector.State.Names.Count);
        Assert.Equal(positions[4], await PositionAsync(name: Fold));
    }

    [Fact, Proves("P-49")]
    public async Task What_was_handled_ahead_is_stored_when_the_run_is_cancelled()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        using var source = new CancellationTokenSource();
        Projector<NameFold> projector = Projector(CreateHeldStore(holds: 1).Store);
        Task<NameFold> run = RunAsync(projector, cancelling: ("name 8", source), cancellationToken: source.Token);
        await UntilAsync(() => _handled == 7);
        _released.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.Equal(8, projector.State.Names.Count);
        Assert.Equal(positions[7], await PositionAsync(name: Fold));
    }

    [Fact, Proves("P-49", "P-39")]
    public async Task A_checkpoint_that_fails_while_the_run_is_cancelled_is_told()
    {
        await CreateFixtureAsync();
        using var source = new CancellationTokenSource();
        Projector<NameFold> projector = Projector(CreateHeldStore(holds: 1).Store);
        Task<NameFold> run = RunAsync(projector, cancelling: ("name 5", source), cancellationToken: source.Token);
        await UntilAsync(() => _handled == 4);
        _released.SetException(new ProjectionLeaseLostException(Fold));

        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => run);

        Assert.Empty(projector.State.Names);
    }

    [Fact, Proves("P-43")]
    public async Task An_event_that_fails_is_not_passed_by_a_store_that_knows_another_type_of_its_name()
    {
        await CreateFixtureAsync();
        IEventStore store = CreateStore(Make.CatalogWith<UserNumbered>(Make.TypeOf<UsernameChanged>().Name));
        Projector<NameFold> projector = Projector(store, PoisonPolicy.Retry);

        await Assert.ThrowsAsync<FormatException>(() => RunAsync(projector, failing: "name 8"));
        Assert.Equal(7, projector.State.Names.Count);
        Assert.Equal(50, (await RunAsync(projector)).Names.Distinct().Count());
    }

    [Theory, Proves("P-43")]
    [InlineData(PoisonPolicy.Stop, 1)]
    [InlineData(PoisonPolicy.Retry, 3)]
    public async Task An_event_that_always_fails_is_never_passed(PoisonPolicy policy, int tries)
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        for (int run = 1; run <= 2; run++)
        {
            int failures = 0;
            Projector<NameFold> projector = Projector(Store, policy);
            await Assert.ThrowsAsync<FormatException>(() => RunAsync(projector, failing: "name 8", failed: () => failures++));

            Assert.Equal(tries, failures);
            Assert.Equal(policy == PoisonPolicy.Stop ? 5 : 7, projector.State.Names.Count);
            Assert.Equal(positions[projector.State.Names.Count - 1], await PositionAsync(name: Fold));
        }
    }

    [Fact, Proves("P-43")]
    public async Task A_parked_event_holds_back_its_aggregate_only_and_all_of_it_until_it_is_resumed()
    {
        await Store.CreateStreamAsync(Fixture);
        for (int version = 2; version <= 20; version++)
        {
            await Store.AppendToAsync(Fixture, [Make.Of(FixtureId, version - 1, new UsernameChanged($"a {version}")), Make.Of(Other, version - 1, new UsernameChanged($"b {version}"))]);
        }

        Projector<NameFold> projector = Projector(Store, PoisonPolicy.Park);
        NameFold state = await RunAsync(projector, failing: "a 8");

        Assert.Equal(Expected(7, 20), state.Names.Order(StringComparer.Ordinal));
        IReadOnlyList<ParkedEvent> parked = await Manager.FetchParkedEventsAsync(Fold);
        Assert.Equal((13, 3, FixtureId), (parked.Count, parked[0].Attempts, parked[0].AggregateId));
        Assert.Contains("a 8 is bad", parked[0].Error, StringComparison.Ordinal);

        await Store.AppendToAsync(Fixture, [Make.Of(FixtureId, 20, new UsernameChanged("a 21")), Make.Of(Other, 20, new UsernameChanged("b 21"))]);
        Assert.Equal(Expected(7, 21), (await RunAsync(projector)).Names.Order(StringComparer.Ordinal));
        await Manager.ResumeAsync(Fold);
        state = await RunAsync(projector);

        Assert.Equal(Expected(21, 21), state.Names.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(2, 20).Select(version => $"a {version}"), state.Names.Where(name => name[0] == 'a'));
        Assert.Empty(await Manager.FetchParkedEventsAsync(Fold));

        static IEnumerable<string> Expected(int a, int b) =>
            Enumerable.Range(2, a - 1).Select(version => $"a {version}").Concat(Enumerable.Range(2, b - 1).Select(version => $"b {version}")).Order(StringComparer.Ordinal);
    }

    [Fact, Proves("P-43")]
    public async Task A_payload_that_cannot_be_read_names_its_event()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        EventCatalog other = Make.CatalogWith<UserNumbered>(Make.TypeOf<UsernameChanged>().Name);
        var unreadable = DomainEvent.Create(other, new UserNumbered(5), FixtureId).WithAggregateType(Make.UserType).WithVersion(51);
        await CreateStore(other).AppendToAsync(Fixture, [unreadable]);

        EventSerializationException exception = await Assert.ThrowsAsync<EventSerializationException>(() => Run(Store));
        Assert.Contains($"{unreadable.EventId}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(positions[49], await PositionAsync(name: Fold));

        NameFold state = await RunAsync(Projector(Store, PoisonPolicy.Park));
        Assert.Equal(50, state.Names.Count);
        ParkedEvent parked = Assert.Single(await Manager.FetchParkedEventsAsync(Fold));
        Assert.Equal(unreadable.EventId, parked.EventId);
        Assert.Contains("EventSerializationException", parked.Error, StringComparison.Ordinal);
    }

    [Fact, Proves("P-50")]
    public async Task Of_an_event_is_read_what_handlers_look_at()
    {
        await CreateFixtureAsync();
        IEventLog inner = ((StoreEngine)CreateStore()).Log;
        var log = new HeldLog(inner, inner.Projections);
        IEventStore store = new EventStoreBuilder().AddEvents(Users.Catalog).UseEventLog(_ => log).Build();

        Assert.Equal(50, (await store.Projector<NameFold>().FromStream(Fixture).RunAsync()).Names.Count);
        Assert.Equal(Enumerable.Range(2, 49).Select(version => (long)version), (await store.Projector<HeaderFold>().FromStream(Fixture).RunAsync()).Versions);
        Assert.Equal(49, (await store.Projector<NameProjection>().FromStream(Fixture).RunAsync()).Renames);
        Assert.Equal([EventColumns.None, EventColumns.Header, EventColumns.All], log.Columns.Distinct());
    }

    private (IEventStore Store, HeldProjections Held) CreateHeldStore(int holds)
    {
        IEventLog log = ((StoreEngine)CreateStore()).Log;
        var held = new HeldProjections(log.Projections, number => number == holds ? _released.Task : Task.CompletedTask);
        return (new EventStoreBuilder().AddEvents(Users.Catalog).UseEventLog(_ => new HeldLog(log, held)).Build(), held);
    }

    private static Projector<NameFold> Projector(IEventStore store, PoisonPolicy policy = PoisonPolicy.Stop) => store
        .Projector<NameFold>(new ProjectionOptions { BlockSize = 5, PoisonPolicy = policy, Retries = 2, RetryDelay = TimeSpan.FromMilliseconds(1) })
        .FromStream(Fixture);

    private Task<NameFold> Run(IEventStore store, bool keepRunning = false) => RunAsync(Projector(store), keepRunning: keepRunning);

    private Task<NameFold> RunAsync(
        Projector<NameFold> projector,
        string? failing = null,
        Action? failed = null,
        (string At, CancellationTokenSource Source)? cancelling = null,
        bool keepRunning = false,
        CancellationToken cancellationToken = default)
    {
        NameFold.Handling.Value = async name =>
        {
            Interlocked.Increment(ref _handled);
            if (name == failing)
            {
                failed?.Invoke();
                throw new FormatException($"{name} is bad");
            }

            if (name.EndsWith('3'))
            {
                await Task.Yield();
            }

            if (name == cancelling?.At)
            {
                await cancelling.Value.Source.CancelAsync();
            }
        };
        return projector.RunAsync(keepRunning, cancellationToken);
    }

    private sealed class HeldLog(IEventLog inner, IProjectionStore projections) : PassingLog(inner, projections)
    {
        public List<EventColumns> Columns { get; } = [];

        public override ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
        {
            Columns.Add(request.Columns);
            return base.ReadAsync(request, cancellationToken);
        }
    }
}
