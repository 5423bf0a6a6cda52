using EventStore.Conformance;
using EventStore.Providers;
using Npgsql;
using static EventStore.Postgres.Tests.ProjectionSteps;

namespace EventStore.Postgres.Tests;

/// <summary>Checkpoints, and what is stored with them.</summary>
public sealed class ProjectionCheckpointTests
{
    [Fact]
    public async Task A_checkpoint_keeps_state_byte_for_byte_and_positions_of_streams_that_still_exist()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        IProjectionStore projections = store.Log.Projections;
        StoreHead head = await store.Log.ReadHeadAsync(StreamSelection.All, default);
        StreamPosition[] positions = [.. head.Streams.OrderByDescending(stream => stream.Name, StringComparer.Ordinal).Select((stream, i) => new StreamPosition(stream.Id, stream.Name, StoreSchema.MaxPosition - i))];
        ProjectionLease lease = await projections.AcquiredAsync();

        ProjectionRequests requests = (await projections.CheckpointAsync(Checkpoint(lease, 0, " {\"a\" : 1.0} ") with { Positions = positions }, default)).Requests;

        Assert.Equal(new ProjectionRequests(ProjectionStatus.Running, false), requests);
        StoredProjection stored = (await projections.FindAsync("p", default))!;
        Assert.Equal((1L, " {\"a\" : 1.0} "), (stored.Revision, Events.Utf8(stored.State!.Value)));
        Assert.Equal(positions, stored.Positions);
        await store.Log.DeleteStreamAsync("b", default);
        await store.Log.CreateStreamAsync("b", default);
        Assert.Equal([positions[1]], (await projections.FindAsync("p", default))!.Positions);
    }

    [Fact]
    public async Task A_revision_other_than_the_stored_one_stores_nothing()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync();
        bool worked = false;
        foreach (long revision in new[] { 1L, 7L })
        {
            CheckpointAheadOfStoreException thrown = await Assert.ThrowsAsync<CheckpointAheadOfStoreException>(() => projections.CheckpointAsync(Checkpoint(lease, revision), default).AsTask());
            Assert.Equal("p", thrown.ProjectionName);
            await Assert.ThrowsAsync<CheckpointAheadOfStoreException>(() => projections.CheckpointAsync(
                Checkpoint(lease, revision, appends: Link("linked", Events.Plain())) with { Work = (_, _) => { worked = true; return default; } }, default).AsTask());
        }

        Assert.Equal((0L, null), ((await projections.FindAsync("p", default))!.Revision, (await projections.FindAsync("p", default))!.State));
        Assert.False(worked);
        Assert.False(await store.Log.HasStreamAsync("linked", default));
    }

    [Fact]
    public async Task Work_that_throws_takes_everything_back()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        await store.ExecuteAsync($"create table {store.Schema}.rows (id int)");
        ProjectionLease lease = await projections.AcquiredAsync();
        ProjectionCheckpoint checkpoint = Checkpoint(lease, 0, "1", Emit("p", Events.Plain()), Link("linked", Events.Plain())) with { Parked = [Parked(5)] };
        var failure = new TimeZoneNotFoundException();

        Assert.Same(failure, await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => projections.CheckpointAsync(checkpoint with
        {
            Work = async (transaction, token) =>
            {
                await Sql($"insert into {store.Schema}.rows values (1)")(transaction, token);
                throw failure;
            },
        }, default).AsTask()));
        Assert.Empty((await store.Log.ReadHeadAsync(StreamSelection.All, default)).Streams);
        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.rows"));
        Assert.Empty(await projections.FetchParkedAsync("p", default));
        Assert.Equal(0, (await projections.FindAsync("p", default))!.Revision);

        await projections.CheckpointAsync(checkpoint with { Work = Sql($"insert into {store.Schema}.rows values (1)") }, default);
        Assert.Equal((1L, 1L), (await store.CountAsync("p"), await store.CountAsync("linked")));
        Assert.Equal(1L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.rows"));
        Assert.Equal(checkpoint.Parked, await projections.FetchParkedAsync("p", default));
    }

    [Fact]
    public async Task What_is_emitted_and_linked_again_stands_there_once()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync();
        EventRecord emitted = Events.Plain();
        var aggregate = Guid.CreateVersion7();
        EventRecord[] linked = [Events.Of(aggregate, 1), Events.Plain()];
        ProjectionCheckpointResult first = await projections.CheckpointAsync(Checkpoint(lease, 0, "1", Emit("p", emitted), Link("linked", [.. linked, .. linked]), Link("linked", linked)), default);
        using (EventPage both = await store.ReadAsync("p", "linked"))
        {
            ILookup<Guid, long> positions = both.Rows.ToArray().ToLookup(row => row.EventId, row => row.Position);
            Assert.Equal([positions[emitted.EventId].Single(), positions[linked[0].EventId].Single(), positions[linked[1].EventId].Single(), 0, 0, 0, 0], first.Positions);
        }

        EventRecord more = Events.Of(aggregate, 1);
        await projections.CheckpointAsync(Checkpoint(lease, 1, "2", Emit("p", emitted, Events.Plain()), Link("linked", [.. linked, more])), default);

        Assert.Equal((2L, 3L), (await store.CountAsync("p"), await store.CountAsync("linked")));
        Assert.Equal("p p", await store.ScalarAsync<string>($"select string_agg(created_by_projection, ' ') from {store.Schema}.event_streams"));
        using EventPage page = await store.ReadAsync("linked");
        Assert.Equal([linked[0].EventId, linked[1].EventId, more.EventId], page.Rows.ToArray().Select(row => row.EventId));
        Assert.All(page.Rows.ToArray(), row => Assert.True(row.IsLinked));
        using EventPage history = await store.Log.ReadAggregateAsync(new AggregateReadRequest { StreamName = "linked", AggregateType = "user", AggregateId = aggregate, Limit = 10 }, default);
        Assert.Equal(0, history.Count);
    }

    [Fact]
    public async Task An_id_that_stands_there_under_another_name_and_a_version_of_another_event_are_conflicts()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync();
        EventRecord first = Events.Plain();
        var aggregate = Guid.CreateVersion7();
        await projections.CheckpointAsync(Checkpoint(lease, 0, "1", Link("linked", first), Emit("p", Events.Of(aggregate, 1))), default);

        await Assert.ThrowsAsync<ConcurrencyException>(() => projections.CheckpointAsync(Checkpoint(lease, 1, "2", Link("linked", first with { Name = "other" })), default).AsTask());
        ConcurrencyException taken = await Assert.ThrowsAsync<ConcurrencyException>(() => projections.CheckpointAsync(Checkpoint(lease, 1, "2", Emit("p", Events.Plain(), Events.Of(aggregate, 1))), default).AsTask());

        Assert.Equal(("p", 1L), (taken.StreamName, taken.AggregateVersion));
        Assert.Equal((1L, 1L), (await store.CountAsync("p"), await store.CountAsync("linked")));
        Assert.Equal(1, (await projections.FindAsync("p", default))!.Revision);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_emitted_into_a_stream_that_somebody_else_made(bool isUsers)
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        if (isUsers)
        {
            await store.Log.CreateStreamAsync("p", default);
        }
        else
        {
            await projections.CheckpointAsync(Checkpoint(await projections.AcquiredAsync("q"), 0, "1", Link("p", Events.Plain())), default);
        }

        ProjectionLease lease = await projections.AcquiredAsync();
        Assert.Contains("'p'", (await Assert.ThrowsAsync<InvalidOperationException>(() => projections.CheckpointAsync(Checkpoint(lease, 0, "1", Emit("p", Events.Plain())), default).AsTask())).Message, StringComparison.Ordinal);

        await projections.CheckpointAsync(Checkpoint(lease, 0, "1", Link("p", Events.Plain())), default);
        await projections.ResetAsync(lease, null, default);
        Assert.Equal(isUsers ? 1L : 2L, await store.CountAsync("p"));
    }

    [Fact]
    public async Task Two_projections_that_link_into_the_same_streams_in_crossed_order_both_succeed()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        EventRecord[][] blocks = [.. Enumerable.Range(0, 15).Select(_ => Enumerable.Range(0, 20).Select(_ => Events.Plain()).ToArray())];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(projection => Task.Run(async () =>
        {
            ProjectionLease lease = await projections.AcquiredAsync($"p{projection}");
            for (int i = 0; i < blocks.Length; i++)
            {
                // One stream pair for each few blocks, so that they are made in the race too.
                EventRecord[] forth = [.. projection % 2 == 0 ? blocks[i] : blocks[i].Reverse()];
                string[] streams = [$"x{i / 5}", $"y{i / 5}"];
                await projections.CheckpointAsync(Checkpoint(lease, i, "1", Link(streams[projection / 2], forth), Link(streams[1 - (projection / 2)], forth)), default);
            }
        })));

        foreach (string stream in new[] { "x0", "y0", "x1", "y1", "x2", "y2" })
        {
            Assert.Equal(100L, await store.CountAsync(stream));
        }
    }

    [Fact, Proves("F-05")]
    public async Task Projections_that_make_the_same_streams_at_the_same_time_take_those_of_the_faster()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease[] leases = [await projections.AcquiredAsync("p0"), await projections.AcquiredAsync("p1"), await projections.AcquiredAsync("p2")];

        for (int i = 0; i < 60; i++)
        {
            await Task.WhenAll(leases.Select(lease => Task.Run(() => projections.CheckpointAsync(Checkpoint(lease, i, "1", Link($"x{i}", Events.Plain())), default).AsTask())));
        }

        foreach (string stream in new[] { "x0", "x30", "x59" })
        {
            Assert.Equal(3L, await store.CountAsync(stream));
        }
    }

    [Fact]
    public async Task Followers_stop_below_a_checkpoint_that_is_open()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        long before = (await store.AppendAsync("a", Events.Plain()))[0];
        ProjectionLease lease = await store.Log.Projections.AcquiredAsync();
        long during = 0;

        await store.Log.Projections.CheckpointAsync(Checkpoint(lease, 0, "1", Link("linked", Events.Plain())) with
        {
            Work = async (_, _) =>
            {
                await store.AppendAsync("a", Events.Plain());
                during = await store.HeadAsync();
            },
        }, default);

        Assert.Equal(before, during);
        Assert.Equal(before + 2, await store.HeadAsync());
    }

    [Theory]
    [InlineData(nameof(Cut.Reply), false)]
    [InlineData(nameof(Cut.Request), false)]
    [InlineData(nameof(Cut.HoldAndCut), false)]
    [InlineData(nameof(Cut.Reply), true)]
    public async Task A_checkpoint_whose_commit_is_cut_off_is_stored_once(string cut, bool hasWork)
    {
        await using TestStore store = await TestStore.CreateAsync();
        using var proxy = new CuttingProxy();
        await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(proxy.ConnectionString);
        await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions { Schema = store.Schema }, TimeProvider.System);
        await store.ExecuteAsync($"create table {store.Schema}.rows (id int)");
        ProjectionLease lease = await log.Projections.AcquiredAsync();
        for (int revision = 0; revision < 4; revision++)
        {
            await log.Projections.CheckpointAsync(Checkpoint(lease, revision), default);
        }

        if (!hasWork)
        {
            proxy.Next = Enum.Parse<Cut>(cut);
        }

        await log.Projections.CheckpointAsync(Checkpoint(lease, 4, "5") with
        {
            Work = !hasWork ? null : async (transaction, token) =>
            {
                await Sql($"insert into {store.Schema}.rows values (1)")(transaction, token);
                proxy.Next = Enum.Parse<Cut>(cut);
            },
        }, default);
        if (cut == nameof(Cut.HoldAndCut))
        {
            await proxy.DeliverAsync();
        }

        StoredProjection stored = (await log.Projections.FindAsync("p", default))!;
        Assert.Equal((5L, "5"), (stored.Revision, Events.Utf8(stored.State!.Value)));
        Assert.Equal(hasWork ? 1L : 0L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.rows"));
        await log.Projections.CheckpointAsync(Checkpoint(lease, 5), default);
    }

    [Fact]
    public async Task A_commit_that_never_arrives_surfaces_and_nothing_is_kept()
    {
        await using TestStore store = await TestStore.CreateAsync();
        using var proxy = new CuttingProxy();
        await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(proxy.ConnectionString);
        await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions { Schema = store.Schema }, TimeProvider.System);
        await store.ExecuteAsync($"create table {store.Schema}.rows (id int)");
        ProjectionLease lease = await log.Projections.AcquiredAsync();
        ProjectionCheckpoint checkpoint = Checkpoint(lease, 0, "1");

        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() => log.Projections.CheckpointAsync(checkpoint with
        {
            Work = async (transaction, token) =>
            {
                await Sql($"insert into {store.Schema}.rows values (1)")(transaction, token);
                proxy.Next = Cut.Request;
            },
        }, default).AsTask());

        Assert.True(log.Projections.IsTransient(thrown), thrown.ToString());
        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.rows"));
        await log.Projections.CheckpointAsync(checkpoint with { Work = Sql($"insert into {store.Schema}.rows values (1)") }, default);
        Assert.Equal(1L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.rows"));
    }

    [Fact]
    public async Task Streams_of_projections_in_an_append_only_store_are_protected_and_take_what_is_linked_again()
    {
        await using TestStore store = await TestStore.CreateAsync(options: new PostgresOptions { AppendOnly = true });
        ProjectionLease lease = await store.Log.Projections.AcquiredAsync();
        EventRecord linked = Events.Plain();

        await store.Log.Projections.CheckpointAsync(Checkpoint(lease, 0, "1", Link("linked", linked), Emit("p", Events.Plain())), default);
        await store.Log.Projections.CheckpointAsync(Checkpoint(lease, 1, "1", Link("linked", linked)), default);

        foreach (string stream in new[] { "linked", "p" })
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => store.ExecuteAsync($"delete from {store.TableOf(stream)}"))).SqlState);
            Assert.Equal(1L, await store.CountAsync(stream));
        }

        await store.Log.Projections.ResetAsync(lease, null, default);
        Assert.False(await store.Log.HasStreamAsync("p", default));
    }

    [Fact]
    public async Task A_store_that_is_not_installed_or_disposed_says_so()
    {
        await using TestStore store = await TestStore.CreateAsync(install: false);
        await Assert.ThrowsAsync<EventStoreNotInstalledException>(() => store.Log.Projections.AcquiredAsync());
        await Assert.ThrowsAsync<EventStoreNotInstalledException>(() => store.Log.Projections.CheckpointAsync(Checkpoint(Lease()), default).AsTask());
        await Assert.ThrowsAsync<EventStoreNotInstalledException>(() => store.Log.Projections.FetchNamesAsync(new NameQuery(false, null, null, null, 0), default));
        await Assert.ThrowsAsync<EventStoreNotInstalledException>(() => store.Log.Projections.PollAsync(["p"], default).AsTask());

        await store.Log.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Log.Projections.FindAsync("p", default));
    }
}
