using EventStore.Providers;
using static EventStore.Postgres.Tests.ProjectionSteps;

namespace EventStore.Postgres.Tests;

/// <summary>Parked events, resets, deletions, replacements and lists.</summary>
public sealed class ProjectionAdministrationTests
{
    [Fact]
    public async Task Parked_events_stand_in_their_order_until_they_are_resumed()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync();
        ParkedEvent[] parked = [Parked(9), Parked(3, error: null, attempts: 0) with { AggregateId = Guid.Empty, AggregateType = null }, Parked(5), Parked(3, streamId: 0)];
        await projections.CheckpointAsync(Checkpoint(lease) with { Parked = parked }, default);
        Assert.Equal([parked[3], parked[1], parked[2], parked[0]], await projections.FetchParkedAsync("p", default));
        Assert.Equal(4, (await projections.FindAsync("p", default))!.ParkedEvents);

        Assert.True(await projections.RequestResumptionAsync("p", default));
        Assert.Equal(["p"], (await projections.PollAsync(["p"], default)).Requested);
        Assert.True((await projections.RenewAsync(lease, default)).Resumes);
        ParkedEvent again = parked[0] with { Error = "worse\0\ud800", Attempts = 2 };
        ProjectionRequests requests = (await projections.CheckpointAsync(Checkpoint(lease, 1) with { Resumed = [parked[1], parked[2], parked[3], parked[0]], Parked = [again], EndsResumption = true }, default)).Requests;

        Assert.Equal(new ProjectionRequests(ProjectionStatus.Running, false), requests);
        Assert.Equal([again with { Error = "worse\ufffd\ufffd" }], await projections.FetchParkedAsync("p", default));
        Assert.Empty(await projections.FetchParkedAsync("q", default));
    }

    [Fact]
    public async Task A_reset_forgets_state_positions_parked_and_emitted_events_and_the_request()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync();
        long id = (await store.Log.ReadHeadAsync(StreamSelection.All, default)).Streams[0].Id;
        await projections.CheckpointAsync(Checkpoint(lease, 0, "1", Emit("p", Events.Plain()), Link("linked", Events.Plain())) with { Positions = [new(id, "a", 7)], Parked = [Parked(5)] }, default);
        await projections.RequestAsync("p", ProjectionStatus.Resetting, false, default);

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => projections.ResetAsync(lease, (_, _) => throw new TimeZoneNotFoundException(), default));
        Assert.Equal(1L, await store.CountAsync("p"));
        long revision = await projections.ResetAsync(lease, Sql($"create table {store.Schema}.done (id int)"), default);

        Assert.Equal(2, revision);
        StoredProjection stored = (await projections.FindAsync("p", default))!;
        Assert.Equal((ProjectionStatus.Running, 2L, null, 0, 0L), (stored.Status, stored.Revision, stored.State, stored.Positions.Count, stored.ParkedEvents));
        Assert.Equal(["a", "linked"], await store.Log.FetchNamesAsync(new NameQuery(false, null, null, null, 0), default));
        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.done"));
        await projections.CheckpointAsync(Checkpoint(lease, 2, "1", Emit("p", Events.Plain())), default);
        Assert.Equal(1L, await store.CountAsync("p"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deletion_takes_the_emitted_events_along_if_it_is_asked_to(bool deletesEmittedEvents)
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync();
        await projections.CheckpointAsync(Checkpoint(lease, 0, "1", Emit("p", Events.Plain())) with { Parked = [Parked(5)] }, default);

        await projections.DeleteAsync(lease, deletesEmittedEvents, null, default);

        Assert.Null(await projections.FindAsync("p", default));
        Assert.Equal(!deletesEmittedEvents, await store.Log.HasStreamAsync("p", default));
        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.parked_events"));
        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => projections.RenewAsync(lease, default).AsTask());
        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => projections.CheckpointAsync(Checkpoint(lease, 1), default).AsTask());
    }

    [Fact]
    public async Task A_replacement_bears_the_name_of_what_it_replaces()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        Assert.Equal("old", (await Assert.ThrowsAsync<ProjectionNotFoundException>(() => projections.ReplaceAsync("old", "new", null, default))).ProjectionName);
        ProjectionLease old = await projections.AcquiredAsync("old");
        Assert.Equal("old", (await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => projections.ReplaceAsync("old", "old", null, default))).ProjectionName);
        await projections.CheckpointAsync(Checkpoint(old, 0, "\"old\"") with { Parked = [Parked(1)] }, default);
        await projections.ReleaseAsync(old, default);
        Assert.Equal("new", (await Assert.ThrowsAsync<ProjectionNotFoundException>(() => projections.ReplaceAsync("old", "new", null, default))).ProjectionName);
        ProjectionLease replacement = await projections.AcquiredAsync("new");
        await projections.CheckpointAsync(Checkpoint(replacement, 0, "\"new\"") with { Parked = [Parked(2), Parked(3)] }, default);
        Assert.Equal("new", (await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => projections.ReplaceAsync("old", "new", null, default))).ProjectionName);
        await projections.ReleaseAsync(replacement, default);

        await projections.ReplaceAsync("old", "new", Sql($"create table {store.Schema}.done (id int)"), default);

        StoredProjection stored = (await projections.FindAsync("old", default))!;
        Assert.Equal(("\"new\"", 2L, 1L), (Events.Utf8(stored.State!.Value), stored.ParkedEvents, stored.Revision));
        Assert.Null(await projections.FindAsync("new", default));
        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.done"));
        await projections.ReplaceAsync("old", "old", null, default);
        Assert.NotNull(await projections.FindAsync("old", default));
    }

    [Fact]
    public async Task A_projection_that_has_emitted_neither_replaces_nor_is_replaced()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        foreach (string name in new[] { "emits", "silent" })
        {
            ProjectionLease lease = await projections.AcquiredAsync(name);
            await projections.CheckpointAsync(Checkpoint(lease, 0, "1", name == "emits" ? [Emit("emits", Events.Plain())] : []), default);
            await projections.ReleaseAsync(lease, default);
        }

        Assert.Contains("'emits'", (await Assert.ThrowsAsync<InvalidOperationException>(() => projections.ReplaceAsync("emits", "silent", null, default))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => projections.ReplaceAsync("silent", "emits", null, default));
        Assert.Equal(["emits", "silent"], await projections.FetchNamesAsync(new NameQuery(false, null, null, null, 0), default));
    }

    [Fact]
    public async Task Names_are_filtered_then_paged_in_the_order_of_code_points()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        foreach (string name in new[] { "user-21", "user-100", "rand-5", "user-1", "user-10" })
        {
            await projections.AcquiredAsync(name);
        }

        Assert.Equal(["rand-5", "user-1", "user-10", "user-100", "user-21"], await projections.FetchNamesAsync(new NameQuery(true, null, null, null, 0), default));
        Assert.Equal(["user-100", "user-21"], await projections.FetchNamesAsync(new NameQuery(false, null, "^user-", 5, 2), default));
        Assert.Equal(["user-1"], await projections.FetchNamesAsync(new NameQuery(false, "user-1", null, 5, 0), default));
    }

    [Fact]
    public async Task Sources_come_back_as_they_were_given()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        foreach (StreamSelection sources in new[] { StreamSelection.All, StreamSelection.OfNames("ä\"\\", "b"), StreamSelection.OfCategories("user", "rand"), StreamSelection.OfNames() })
        {
            await projections.AcquireAsync(Lease("p", TimeSpan.FromTicks(10)), sources, default);
            await store.ExecuteAsync("select pg_sleep(0.01)");

            StreamSelection stored = (await projections.FindAsync("p", default))!.Sources;

            Assert.Equal(sources.IsAll, stored.IsAll);
            Assert.Equal(sources.Names, stored.Names);
            Assert.Equal(sources.Categories, stored.Categories);
        }
    }

    [Fact]
    public async Task Work_outside_of_a_checkpoint_is_kept_as_a_whole_or_not_at_all()
    {
        await using TestStore store = await TestStore.CreateAsync();
        await store.ExecuteAsync($"create table {store.Schema}.rows (id int)");
        CheckpointWork work = Sql($"insert into {store.Schema}.rows values (1)");

        await store.Log.Projections.ExecuteAsync(work, default);
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => store.Log.Projections.ExecuteAsync(
            async (transaction, token) =>
            {
                await work(transaction, token);
                throw new TimeZoneNotFoundException();
            },
            default));

        Assert.Equal(1L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.rows"));
    }
}
