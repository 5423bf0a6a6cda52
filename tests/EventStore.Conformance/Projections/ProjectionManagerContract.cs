using EventStore.Conformance.Domain;
using Microsoft.Extensions.Time.Testing;

namespace EventStore.Conformance.Projections;

/// <summary>Names, status, state, positions and lag of projections, and waiting for them.</summary>
public abstract class ProjectionManagerContract(TestStorage storage) : ProjectionContract(storage)
{
    [Fact, Proves("X-01")]
    public async Task Names_are_listed_by_filter_pattern_limit_and_offset()
    {
        foreach (string name in Enumerable.Range(1, 50).Select(n => $"user-{n}").Concat(Enumerable.Range(1, 20).Select(n => $"rand-{n}")))
        {
            await Counter(name: name).FromStream("none").RunAsync();
        }

        Assert.Equal(70, (await Manager.FetchNamesAsync(limit: 200)).Count);
        Assert.Empty(await Manager.FetchNamesAsync(limit: 200, offset: 100));
        Assert.Equal(5, (await Manager.FetchNamesAsync(limit: 10, offset: 65)).Count);
        Assert.Equal(["user-1"], await Manager.FetchNamesAsync("user-1"));
        Assert.Empty(await Manager.FetchNamesAsync("user-1", offset: 1));
        Assert.Equal(30, (await Manager.FetchNamesRegexAsync("s.*er-", 30)).Count);
        Assert.Equal((await Manager.FetchNamesRegexAsync("^user-")).Skip(10).Take(20), await Manager.FetchNamesRegexAsync("^user-", 20, 10));
        Assert.Equal((await Manager.FetchNamesAsync()).Order(StringComparer.Ordinal), await Manager.FetchNamesAsync());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Manager.FetchNamesAsync(limit: 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Manager.FetchNamesAsync(offset: -1));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Manager.FetchNamesRegexAsync("invalid)"));
    }

    [Fact, Proves("X-01")]
    public async Task Names_come_in_the_order_of_code_points()
    {
        foreach (string name in (string[])["user-21", "user-100", "rand-5", "user-1", "user-10"])
        {
            await Counter(name: name).FromStream("none").RunAsync();
        }

        Assert.Equal(["rand-5", "user-1", "user-10", "user-100", "user-21"], await Manager.FetchNamesAsync());
    }

    [Fact, Proves("X-02")]
    public async Task What_does_not_exist_is_named()
    {
        Func<Task>[] calls =
        [
            () => Manager.StopAsync("none"),
            () => Manager.ResetAsync("none"),
            () => Manager.DeleteAsync("none", false),
            () => Manager.DeleteAsync("none", true),
            () => Manager.FetchStatusAsync("none"),
            () => Manager.FetchAsync("none"),
            () => Manager.FetchStateAsync<int>("none"),
            () => Manager.FetchPositionsAsync("none"),
            () => Manager.FetchLagAsync("none"),
            () => Manager.FetchParkedEventsAsync("none"),
            () => Manager.ResumeAsync("none"),
            () => Manager.WaitForAsync("none", Fixture, 1),
            () => Manager.WaitForAsync("none"),
            () => Manager.ReplaceAsync("none", "other"),
        ];
        foreach (Func<Task> call in calls)
        {
            Assert.Equal("none", (await Assert.ThrowsAsync<ProjectionNotFoundException>(call)).ProjectionName);
        }

        Assert.False(await Manager.ProjectionExistsAsync("none"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Manager.FetchStatusAsync(" "));
    }

    [Fact, Proves("X-03")]
    public async Task A_request_may_be_made_twice()
    {
        (Func<string, Task> Ask, ProjectionStatus Status)[] requests =
        [
            (name => Manager.StopAsync(name), ProjectionStatus.Stopping),
            (name => Manager.ResetAsync(name), ProjectionStatus.Resetting),
            (name => Manager.DeleteAsync(name, false), ProjectionStatus.Deleting),
            (name => Manager.DeleteAsync(name, true), ProjectionStatus.DeletingInclEmittedEvents),
        ];
        foreach ((Func<string, Task> ask, ProjectionStatus status) in requests)
        {
            string name = status.ToString();
            await Counter(name: name).FromStream("none").RunAsync();
            await ask(name);
            await ask(name);
            Assert.Equal(status, await Manager.FetchStatusAsync(name));
        }
    }

    [Fact, Proves("X-04")]
    public async Task The_later_request_counts_save_that_a_deletion_stays()
    {
        await Counter().FromStream("none").RunAsync();
        await Manager.StopAsync(Name);
        await Manager.ResetAsync(Name);
        Assert.Equal(ProjectionStatus.Resetting, await Manager.FetchStatusAsync(Name));
        await Manager.StopAsync(Name);
        Assert.Equal(ProjectionStatus.Stopping, await Manager.FetchStatusAsync(Name));
        await Manager.DeleteAsync(Name, false);
        await Manager.StopAsync(Name);
        await Manager.ResetAsync(Name);
        Assert.Equal(ProjectionStatus.Deleting, await Manager.FetchStatusAsync(Name));
        await Manager.DeleteAsync(Name, true);
        Assert.Equal(ProjectionStatus.DeletingInclEmittedEvents, await Manager.FetchStatusAsync(Name));
        await Manager.DeleteAsync(Name, false);
        Assert.Equal(ProjectionStatus.Deleting, await Manager.FetchStatusAsync(Name));
    }

    [Fact, Proves("X-06")]
    public async Task State_and_positions_are_of_one_checkpoint()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        Task<int> run = Counter(new() { BlockSize = 1 }).FromStream(Fixture).RunAsync();
        int looks = 0;
        while (!run.IsCompleted)
        {
            if (await Manager.ProjectionExistsAsync(Name) && await Manager.FetchAsync(Name) is { State: { } state } details)
            {
                looks++;
                int count = int.Parse(state, System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(count == 0 ? 0 : positions[count], details.Positions.GetValueOrDefault(Fixture));
            }
        }

        Assert.Equal(49, await run);
        Assert.True(looks >= 0);
    }

    [Fact, Proves("X-07")]
    public async Task A_caller_waits_until_the_projection_has_passed_what_it_wrote()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Counter().FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true);
        for (int i = 0; i < 20; i++)
        {
            AppendResult result = await Store.AppendToAsync(Fixture, [Make.Event()]);
            await (i % 2 == 0 ? Manager : CreateStore().Projections).WaitForAsync(Name, Fixture, result.Positions[0]);
            Assert.Equal(50 + i, await Manager.FetchStateAsync<int>(Name));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => Manager.WaitForAsync(Name, "elsewhere", 1));
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Manager.WaitForAsync(Name, Fixture, 1L << 40, cancellation.Token));
        await projector.StopAsync();
        await run;
    }

    [Fact, Proves("X-07")]
    public async Task A_caller_waits_for_a_run_that_has_just_begun_and_for_all_that_is_committed()
    {
        await CreateFixtureAsync();
        await Store.CreateStreamAsync("user-empty");
        for (int round = 0; round < 5; round++)
        {
            string name = $"round-{round}";
            Projector<int> projector = Counter(name: name).FromCategory("user");
            Task<int> run = projector.RunAsync(keepRunning: true);
            await Manager.WaitForAsync(name);
            Assert.Equal(49 + (10 * round), await Manager.FetchStateAsync<int>(name));
            await AppendHistoryAsync(count: 10, from: 51 + (10 * round));
            await CreateStore().Projections.WaitForAsync(name);
            Assert.Equal(59 + (10 * round), await Manager.FetchStateAsync<int>(name));
            await projector.StopAsync();
            await run;
        }
    }

    [Fact, Proves("X-07")]
    public async Task A_stream_that_is_deleted_meanwhile_is_waited_for_no_longer()
    {
        await CreateFixtureAsync();
        await Counter().FromCategory("user").RunAsync();
        await CreateFixtureAsync("user-gone");
        (IEventStore store, SteeredLog log) = CreateSteeredStore();
        Task waiting = store.Projections.WaitForAsync(Name);
        await UntilAsync(() => log.Reads == 2);
        Assert.False(waiting.IsCompleted);

        await Store.DeleteStreamAsync("user-gone");

        await waiting.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Theory, Proves("X-07")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_position_in_a_stream_that_is_gone_is_not_waited_for(bool isDeletedMeanwhile)
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();
        await Manager.WaitForAsync(Name, Fixture, positions[^1]);
        Task? waiting = isDeletedMeanwhile ? Manager.WaitForAsync(Name, Fixture, positions[^1] + 1) : null;

        await Store.DeleteStreamAsync(Fixture);

        waiting ??= Manager.WaitForAsync(Name, Fixture, positions[^1]);
        StreamNotFoundException exception = await Assert.ThrowsAsync<StreamNotFoundException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(Fixture, exception.StreamName);
    }

    [Fact, Proves("X-07")]
    public async Task What_a_projection_from_all_has_emitted_is_a_stream_that_it_does_not_read()
    {
        await CreateFixtureAsync();
        await Store.Projector(Name, () => 0).FromAll().WhenAny((count, _, context) =>
        {
            context.Emit(new TextNoted("emitted"));
            return count + 1;
        }).RunAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => Manager.WaitForAsync(Name, Name, 1).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory, Proves("X-07", "X-08")]
    [InlineData("wait")]
    [InlineData("lag")]
    public async Task A_stream_that_is_deleted_between_two_looks_is_not_missed(string call)
    {
        await CreateFixtureAsync();
        await CreateFixtureAsync("user-gone");
        await Counter().FromCategory("user").RunAsync();
        (IEventStore store, SteeredLog log) = CreateSteeredStore();
        int deletions = 0;
        log.BeforeRead = async request =>
        {
            if (request.Streams.Any(stream => stream.StreamName == "user-gone") && Interlocked.Increment(ref deletions) == 1)
            {
                await Store.DeleteStreamAsync("user-gone");
            }
        };

        if (call == "wait")
        {
            await store.Projections.WaitForAsync(Name).WaitAsync(TimeSpan.FromSeconds(20));
        }
        else
        {
            Assert.Equal(TimeSpan.Zero, await store.Projections.FetchLagAsync(Name));
        }

        Assert.Equal(1, deletions);
    }

    [Fact, Proves("X-08")]
    public async Task The_lag_is_the_age_of_the_oldest_event_that_was_not_passed()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        IEventStore store = CreateStore(builder => builder.WithTimeProvider(clock));
        await store.CreateStreamAsync("users");
        Projector<int> projector = Counter(store: store).FromStream("users");
        await projector.RunAsync();
        Assert.Equal(TimeSpan.Zero, await store.Projections.FetchLagAsync(Name));

        await store.AppendToAsync("users", [Make.Event(createdAt: clock.GetUtcNow()), Make.Event(createdAt: clock.GetUtcNow() + TimeSpan.FromSeconds(3))]);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(10, (await store.Projections.FetchLagAsync(Name)).TotalSeconds, 0.001);
        await projector.RunAsync();
        Assert.Equal(TimeSpan.Zero, await store.Projections.FetchLagAsync(Name));
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();
        await Store.Projector("next", () => 1000).FromStream(Fixture).When<UsernameChanged>((count, _) => count + 1).RunAsync();

        await Manager.ReplaceAsync(Name, "next");

        Assert.Equal([Name], await Manager.FetchNamesAsync());
        ProjectionDetails details = await Manager.FetchAsync(Name);
        Assert.Equal(("1049", positions[^1], ProjectionStatus.Idle), (details.State, details.Positions[Fixture], details.Status));
        await AppendHistoryAsync(count: 1);
        Assert.Equal(1050, await Counter().FromStream(Fixture).RunAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => Manager.ReplaceAsync(Name, Name));
    }
}
