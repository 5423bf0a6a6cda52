using EventStore.Providers;
using Npgsql;
using static EventStore.Postgres.Tests.ProjectionSteps;

namespace EventStore.Postgres.Tests;

/// <summary>Leases, by the database's clock.</summary>
public sealed class ProjectionLeaseTests
{
    [Fact]
    public async Task A_lease_is_taken_once_and_again_with_its_own_token()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = Lease();

        Assert.Null(await projections.AcquireAsync(lease, null, default));
        StoredProjection first = (await projections.AcquireAsync(lease, StreamSelection.OfNames("b", "a"), default))!;
        StoredProjection again = (await projections.AcquireAsync(lease, null, default))!;

        Assert.Equal(("p", ProjectionStatus.Running, 0L, null, 0), (first.Name, first.Status, first.Revision, first.State, first.Positions.Count));
        Assert.Equal(["b", "a"], again.Sources.Names);
        await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => projections.AcquireAsync(Lease(), StreamSelection.All, default));
        await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => projections.AcquireAsync(Lease(), null, default));
        Assert.Equal(ProjectionStatus.Running, (await projections.FindAsync("p", default))!.Status);
        Assert.NotNull(await projections.AcquireAsync(Lease("q"), StreamSelection.All, default));
    }

    [Fact]
    public async Task Of_eight_that_want_one_lease_at_once_one_gets_it()
    {
        await using TestStore store = await TestStore.CreateAsync();

        Exception?[] thrown = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Record.ExceptionAsync(() => store.Log.Projections.AcquireAsync(Lease(), StreamSelection.All, default)).AsTask())));

        Assert.Single(thrown, exception => exception is null);
        Assert.Equal(7, thrown.OfType<ProjectionAlreadyRunningException>().Count());
    }

    [Fact]
    public async Task A_lease_that_is_over_is_taken_and_its_owner_has_lost_it()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lost = await projections.AcquiredAsync(duration: TimeSpan.FromMilliseconds(1));
        await store.ExecuteAsync("select pg_sleep(0.01)");
        Assert.Equal(ProjectionStatus.Idle, (await projections.FindAsync("p", default))!.Status);

        ProjectionLease lease = await projections.AcquiredAsync();

        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => projections.RenewAsync(lost, default).AsTask());
        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => projections.CheckpointAsync(Checkpoint(lost), default).AsTask());
        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => projections.ResetAsync(lost, null, default));
        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => projections.DeleteAsync(lost, true, null, default));
        await projections.ReleaseAsync(lost, default);
        Assert.Equal(ProjectionStatus.Running, (await projections.RenewAsync(lease, default)).Status);
        Assert.Equal(0, (await projections.FindAsync("p", default))!.Revision);
    }

    [Fact]
    public async Task A_lease_that_is_over_and_that_nobody_took_goes_on()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync(duration: TimeSpan.FromMilliseconds(1));
        await store.ExecuteAsync("select pg_sleep(0.01)");

        await projections.CheckpointAsync(Checkpoint(lease), default);
        ProjectionRequests requests = await projections.RenewAsync(lease with { Duration = Long }, default);

        Assert.Equal(new ProjectionRequests(ProjectionStatus.Running, false), requests);
        await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => projections.AcquiredAsync());
    }

    [Fact]
    public async Task A_release_frees_the_projection_and_takes_away_a_request_to_stop_only()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        foreach ((ProjectionStatus request, ProjectionStatus left) in new[] { (ProjectionStatus.Stopping, ProjectionStatus.Idle), (ProjectionStatus.Resetting, ProjectionStatus.Resetting) })
        {
            ProjectionLease lease = await projections.AcquiredAsync();
            Assert.True(await projections.RequestAsync("p", request, true, default));
            Assert.Equal(request, (await projections.RenewAsync(lease, default)).Status);

            await projections.ReleaseAsync(lease, default);

            Assert.Equal(left, (await projections.FindAsync("p", default))!.Status);
        }
    }

    [Fact]
    public async Task A_held_lease_is_seen_while_its_owner_is_storing_a_checkpoint()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync();

        await projections.CheckpointAsync(
            Checkpoint(lease) with { Work = async (_, _) => await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => projections.AcquiredAsync()) }, default);
    }

    [Fact]
    public async Task An_owner_that_freezes_in_its_checkpoint_holds_nobody_up_for_longer_than_its_lease()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        await store.ExecuteAsync($"create table {store.Schema}.rows (id int)");
        ProjectionLease frozen = await projections.AcquiredAsync(duration: TimeSpan.FromMilliseconds(300));
        var isFrozen = new TaskCompletionSource();
        var thaws = new TaskCompletionSource();
        Task<ProjectionCheckpointResult> checkpoint = projections.CheckpointAsync(
            Checkpoint(frozen, appends: Link("linked", Events.Plain())) with
            {
                Work = async (transaction, token) =>
                {
                    await Sql($"insert into {store.Schema}.rows values (1)")(transaction, token);
                    isFrozen.SetResult();
                    await thaws.Task;
                },
            },
            default).AsTask();
        await isFrozen.Task;

        ProjectionLease? lease = null;
        while (lease is null)
        {
            try
            {
                lease = await projections.AcquiredAsync().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            }
            catch (ProjectionAlreadyRunningException)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }

        await projections.CheckpointAsync(Checkpoint(lease), default);
        thaws.SetResult();
        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() => checkpoint);
        Assert.True(projections.IsTransient(thrown) || thrown is ProjectionLeaseLostException, thrown.ToString());
        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => projections.RenewAsync(frozen, default).AsTask());
        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.rows"));
        Assert.False(await store.Log.HasStreamAsync("linked", default));
        Assert.Equal(1, (await projections.FindAsync("p", default))!.Revision);
    }

    [Fact]
    public async Task Requests_take_each_others_place_save_that_a_deletion_stays()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        Assert.False(await projections.RequestAsync("p", ProjectionStatus.Stopping, false, default));
        Assert.False(await projections.RequestResumptionAsync("\ud800", default));
        ProjectionLease lease = await projections.AcquiredAsync();
        await projections.ReleaseAsync(lease, default);

        Assert.True(await projections.RequestAsync("p", ProjectionStatus.Stopping, true, default));
        Assert.Equal(ProjectionStatus.Idle, await StatusAsync());
        foreach ((ProjectionStatus request, ProjectionStatus status) in new[]
        {
            (ProjectionStatus.Stopping, ProjectionStatus.Stopping),
            (ProjectionStatus.Resetting, ProjectionStatus.Resetting),
            (ProjectionStatus.Deleting, ProjectionStatus.Deleting),
            (ProjectionStatus.Stopping, ProjectionStatus.Deleting),
            (ProjectionStatus.DeletingInclEmittedEvents, ProjectionStatus.DeletingInclEmittedEvents),
            (ProjectionStatus.Resetting, ProjectionStatus.DeletingInclEmittedEvents),
        })
        {
            Assert.True(await projections.RequestAsync("p", request, false, default));
            Assert.Equal(status, await StatusAsync());
        }

        ProjectionPulse pulse = await projections.PollAsync(["p", "q"], default);
        Assert.Equal(["p"], pulse.Requested);
        Assert.Equal(await store.HeadAsync(), pulse.Position);

        async Task<ProjectionStatus> StatusAsync() => (await projections.FindAsync("p", default))!.Status;
    }

    [Fact]
    public async Task A_poll_stops_below_an_open_append()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        long position = (await store.AppendAsync("a", Events.Plain()))[0];
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await store.Log.Within(transaction).AppendAsync([Events.Unit(("a", [Events.Plain()]))], default);

        Assert.Equal(position, (await store.Log.Projections.PollAsync([], default)).Position);
        Assert.Throws<InvalidOperationException>(() => store.Log.Within(transaction).Projections);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(position + 1, (await store.Log.Projections.PollAsync([], default)).Position);
    }

    [Theory]
    [InlineData("serializable")]
    [InlineData("repeatable read")]
    public async Task Leases_and_checkpoints_do_not_mind_the_default_isolation(string isolation)
    {
        await using TestStore store = await TestStore.CreateAsync(connectionString: $"Options=-c default_transaction_isolation={isolation.Replace(" ", "\\ ", StringComparison.Ordinal)}");
        IProjectionStore projections = store.Log.Projections;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            ProjectionLease lease = await projections.AcquiredAsync($"p{i}");
            for (int revision = 0; revision < 10; revision++)
            {
                await projections.CheckpointAsync(Checkpoint(lease, revision, appends: Link("linked", Events.Plain())), default);
                await projections.RequestAsync($"p{(i + 1) % 8}", ProjectionStatus.Stopping, true, default);
            }
        })));

        Assert.Equal(80L, await store.CountAsync("linked"));
    }
}
