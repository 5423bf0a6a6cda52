using EventStore.Conformance.Domain;
using Microsoft.Extensions.Time.Testing;

namespace EventStore.Conformance.Projections;

/// <summary>Runs that go on: what wakes them, and streams that come and go.</summary>
public abstract class FollowingContract(TestStorage storage) : ProjectionContract(storage)
{
    [Theory, Proves("P-34")]
    [InlineData("all")]
    [InlineData("category")]
    [InlineData("missing")]
    public async Task A_stream_that_is_created_is_read_from_its_start(string source)
    {
        await CreateFixtureAsync("user-1");
        Projector<int> projector = Counter();
        projector = source switch { "all" => projector.FromAll(), "category" => projector.FromCategory("user"), _ => projector.FromStreams("user-1", "user-2") };
        Task<int> run = projector.RunAsync(keepRunning: true);
        await UntilAsync(() => projector.State == 49);

        await CreateFixtureAsync("user-2");

        await UntilAsync(() => projector.State == 98);
        await projector.StopAsync();
        Assert.Equal(98, await run);
    }

    [Fact]
    public async Task One_that_looks_seldom_makes_nobody_wait_who_looks_often()
    {
        await CreateFixtureAsync();
        await using IEventStore elsewhere = CreateStore();
        var options = new ProjectionOptions { Lease = TimeSpan.FromHours(1), RenewalThreshold = TimeSpan.FromMinutes(10) };
        Projector<int> seldom = Counter(options with { PollInterval = TimeSpan.MaxValue }, name: "seldom").FromStream(Fixture);
        Projector<int> often = Counter(options with { PollInterval = TimeSpan.FromMilliseconds(100) }, name: "often").FromStream(Fixture);
        Task<int> seldomRun = seldom.RunAsync(keepRunning: true);
        await UntilAsync(() => seldom.State == 49);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        Task<int> oftenRun = often.RunAsync(keepRunning: true);
        await UntilAsync(() => often.State == 49);

        await elsewhere.AppendToAsync(Fixture, Make.History(FixtureId, 1, 51));

        await UntilAsync(() => often.State == 50);
        await seldom.StopAsync();
        await often.StopAsync();
        await Task.WhenAll(seldomRun, oftenRun);
    }

    [Fact, Proves("P-35")]
    public async Task A_stream_that_is_deleted_is_missed_by_nobody()
    {
        await CreateFixtureAsync("user-1");
        await CreateFixtureAsync("user-2");
        Projector<int> projector = Counter().FromStreams("user-1", "user-2");
        Task<int> run = projector.RunAsync(keepRunning: true);
        await UntilAsync(() => projector.State == 98);

        await Store.DeleteStreamAsync("user-1");
        await AppendHistoryAsync("user-2");

        await UntilAsync(() => projector.State == 148);
        await projector.StopAsync();
        Assert.Equal(["user-2"], (await Manager.FetchPositionsAsync(Name)).Keys);
        Assert.Equal(148, await run);
    }

    [Fact, Proves("P-35")]
    public async Task A_stream_that_is_deleted_in_the_midst_of_a_page_is_missed_by_nobody()
    {
        await CreateStreamAsync("a", Make.Events(450));
        await CreateStreamAsync("b", Make.Events(450));
        int handled = 0;
        await Store.Projector(Name, () => 0, new() { PageSize = 200, BlockSize = 1_000 }).FromStreams("a", "b").WhenAny(async (count, _, _) =>
        {
            if (++handled == 50)
            {
                await Store.DeleteStreamAsync("a");
            }

            return count + 1;
        }).RunAsync();

        // What was read of it before may have been delivered; all of the other is.
        Assert.InRange(handled, 650, 900);
    }

    [Fact, Proves("P-36")]
    public async Task A_stream_that_was_made_anew_is_read_from_its_start()
    {
        await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();

        await Store.DeleteStreamAsync(Fixture);
        await CreateStreamAsync(Fixture, Make.History(FixtureId, 10));

        Assert.Equal(58, await Counter().FromStream(Fixture).RunAsync());
    }

    [Fact, Proves("P-44")]
    public async Task An_idle_run_handles_what_is_appended_here_at_once_and_elsewhere_soon()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Counter(new() { PollInterval = TimeSpan.FromHours(1) }).FromStream(Fixture);
        Projector<int> polling = Counter(name: "polling", store: CreateStore()).FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true);
        Task<int> pollingRun = polling.RunAsync(keepRunning: true);
        await UntilAsync(() => (projector.State, polling.State) == (49, 49));

        await AppendHistoryAsync(count: 1);

        await UntilAsync(() => (projector.State, polling.State) == (50, 50));
        await projector.StopAsync();
        await polling.StopAsync();
        Assert.Equal(100, (await Task.WhenAll(run, pollingRun)).Sum());
    }

    [Fact, Proves("W-13")]
    public async Task An_appended_middleware_may_run_a_projection()
    {
        IEventStore? store = null;
        var seen = new List<int>();
        store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, async (e, token) =>
        {
            if (e.StreamName == Fixture)
            {
                seen.Add(await Counter(store: store, name: "inner").FromStream(Fixture).RunAsync(cancellationToken: token));
                await store!.AppendToAsync("other", [Make.Event()], token);
            }

            return e;
        }));
        await store.CreateStreamAsync(Fixture);
        await store.CreateStreamAsync("other");

        await store.AppendToAsync(Fixture, [Make.Event(), Make.Event()]);

        Assert.Equal([2, 2], seen);
        Assert.Equal(2, (await LoadAllAsync("other")).Count);
    }

    [Fact, Proves("F-18")]
    public async Task A_disposed_store_ends_its_runs_as_a_cancelled_token_does()
    {
        await CreateFixtureAsync();
        IEventStore store = CreateStore();
        Projector<int> projector = Counter(store: store).FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true);
        await UntilAsync(() => projector.State == 49);

        await store.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal((ProjectionStatus.Idle, 49), (await Manager.FetchStatusAsync(Name), await Manager.FetchStateAsync<int>(Name)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => projector.RunAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Projections.FetchStatusAsync(Name));
    }

    [Fact, Proves("P-41")]
    public async Task An_idle_run_renews_its_lease_when_the_threshold_has_passed_and_not_before()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        (IEventStore store, CountingLog log) = CreateCountedStore(builder => builder.WithTimeProvider(clock));
        await using IEventStore counted = store;
        await CreateFixtureAsync();
        Projector<int> projector = Counter(new() { Lease = TimeSpan.FromHours(1), RenewalThreshold = TimeSpan.FromMinutes(10), PollInterval = TimeSpan.FromHours(1) }, store).FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true);
        await UntilAsync(() => projector.State == 49 && log.CountedProjections.Checkpoints == 1);
        await UntilIdleAsync(log);

        clock.Advance(TimeSpan.FromMinutes(9));
        await UntilIdleAsync(log);
        Assert.Equal(0, log.CountedProjections.Renewals);
        clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(() => log.CountedProjections.Renewals == 1);

        await UntilIdleAsync(log);
        clock.Advance(TimeSpan.FromMinutes(5));
        await store.AppendToAsync(Fixture, [Make.Event()]);
        await UntilAsync(() => projector.State == 50 && log.CountedProjections.Checkpoints == 2);
        await UntilIdleAsync(log);
        clock.Advance(TimeSpan.FromMinutes(9));
        await UntilIdleAsync(log);
        Assert.Equal(1, log.CountedProjections.Renewals);

        await projector.StopAsync();
        await run;
    }

    [Fact, Proves("P-41")]
    public async Task A_threshold_of_zero_renews_with_each_pass_that_brings_nothing_new()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        (IEventStore store, CountingLog log) = CreateCountedStore(builder => builder.WithTimeProvider(clock));
        await using IEventStore counted = store;
        await CreateFixtureAsync();
        Projector<int> projector = Counter(new() { Lease = TimeSpan.FromHours(1), RenewalThreshold = TimeSpan.Zero, PollInterval = TimeSpan.FromHours(9) }, store).FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true);
        for (int pass = 1; pass <= 3; pass++)
        {
            await UntilAsync(() => log.CountedProjections.Renewals == pass);
            await UntilIdleAsync(log);
            clock.Advance(TimeSpan.FromMinutes(20));
        }

        await projector.StopAsync();
        await run;
    }

    [Fact, Proves("P-44")]
    public async Task All_idle_projections_of_a_store_look_at_most_ten_times_a_second()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        (IEventStore store, CountingLog log) = CreateCountedStore(builder => builder.WithTimeProvider(clock));
        await using IEventStore counted = store;
        await CreateFixtureAsync();
        Projector<int>[] projectors = [.. Enumerable.Range(0, 10).Select(n => Counter(new() { PollInterval = n == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(100) }, store, $"p{n}").FromStream(Fixture))];
        Task<int>[] runs = [.. projectors.Select(projector => projector.RunAsync(keepRunning: true))];
        await UntilAsync(() => projectors.All(projector => projector.State == 49));
        await UntilIdleAsync(log);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await UntilIdleAsync(log);
        int polls = log.CountedProjections.Polls;

        for (int step = 0; step < 100; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(2);
        }

        await UntilIdleAsync(log);
        Assert.InRange(log.CountedProjections.Polls - polls, 10, 20);
        await Task.WhenAll(projectors.Select(projector => projector.StopAsync()));
        await Task.WhenAll(runs);
    }

    /// <summary>Waits until nothing has reached the provider for a while.</summary>
    private static async Task UntilIdleAsync(CountingLog log)
    {
        int calls = -1;
        while (calls != Calls())
        {
            calls = Calls();
            await Task.Delay(100);
        }

        int Calls() => log.Reads + log.CountedProjections.Polls + log.CountedProjections.Renewals + log.CountedProjections.Checkpoints;
    }
}
