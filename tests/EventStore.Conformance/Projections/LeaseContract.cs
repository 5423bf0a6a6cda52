using EventStore.Conformance.Domain;
using EventStore.Providers;

namespace EventStore.Conformance.Projections;

/// <summary>Who may run a projection, and for how long.</summary>
public abstract class LeaseContract(TestStorage storage) : ProjectionContract(storage)
{
    private static readonly ProjectionOptions ShortLease = new() { Lease = TimeSpan.FromMilliseconds(300), RenewalThreshold = TimeSpan.FromMilliseconds(100), BlockSize = 5 };

    [Fact, Proves("P-37")]
    public async Task A_second_run_of_the_name_is_refused_and_the_first_is_undisturbed()
    {
        await CreateFixtureAsync();
        Exception? here = null;
        Exception? elsewhere = null;
        Projector<int> projector = Store.Projector(Name, () => 0).FromStream(Fixture).WhenAny(async (count, _) =>
        {
            if (count == 3)
            {
                here = await Record.ExceptionAsync(() => Counter().FromStream(Fixture).RunAsync());
                elsewhere = await Record.ExceptionAsync(() => Counter(store: CreateStore()).FromStream(Fixture).RunAsync());
                Assert.Equal(49, await Counter(name: "other").FromStream(Fixture).RunAsync());
            }

            return count + 1;
        });

        Assert.Equal(50, await projector.RunAsync());
        Assert.Equal(Name, Assert.IsType<ProjectionAlreadyRunningException>(here).ProjectionName);
        Assert.IsType<ProjectionAlreadyRunningException>(elsewhere);
    }

    [Fact, Proves("P-38")]
    public async Task An_owner_that_vanished_is_followed_when_its_lease_is_over()
    {
        await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();
        var lease = new ProjectionLease(Name, Guid.CreateVersion7(), TimeSpan.FromMilliseconds(500));
        Assert.NotNull(await Port.AcquireAsync(lease, null, CancellationToken.None));

        await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => Counter().FromStream(Fixture).RunAsync());
        await AppendHistoryAsync(count: 5);

        await UntilAsync(async () => await Record.ExceptionAsync(() => Counter().FromStream(Fixture).RunAsync()) is null);
        Assert.Equal(54, await Manager.FetchStateAsync<int>(Name));
    }

    [Fact, Proves("P-39")]
    public async Task A_frozen_owner_whose_lease_was_taken_stores_nothing_of_its_block()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        var isFrozen = new TaskCompletionSource();
        var thaw = new TaskCompletionSource();
        Task<int> frozen = Store.Projector(Name, () => 0, ShortLease).FromStream(Fixture).WhenAny(async (count, e, context) =>
        {
            context.LinkTo("frozen", e);
            if (count == 7)
            {
                isFrozen.SetResult();
                await thaw.Task;
            }

            return count + 1;
        }).RunAsync();
        await isFrozen.Task;
        IEventStore elsewhere = CreateStore();
        var running = new TaskCompletionSource();
        Task<int>? taker = null;
        await UntilAsync(async () =>
        {
            taker = elsewhere.Projector(Name, () => 0, new() { BlockSize = 1 }).FromStream(Fixture).WhenAny((count, _) =>
            {
                running.TrySetResult();
                return count + 1;
            }).RunAsync(keepRunning: true);
            return await Task.WhenAny(taker, running.Task) == running.Task;
        });

        thaw.SetResult();
        ProjectionLeaseLostException exception = await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => frozen);

        Assert.Equal(Name, exception.ProjectionName);
        Assert.Equal(ProjectionStatus.Running, await Manager.FetchStatusAsync(Name));
        Assert.Equal(5, (await LoadAllAsync("frozen")).Count);
        await elsewhere.Projections.StopAsync(Name);
        await taker!;
        Assert.True(await PositionAsync() > positions[4]);
    }

    [Fact, Proves("P-40")]
    public async Task A_handler_that_outlasts_a_lease_that_nobody_took_counts()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Store.Projector(Name, () => 0, ShortLease).FromStream(Fixture).WhenAny(async (count, _) =>
        {
            if (count == 0)
            {
                await Task.Delay(ShortLease.Lease * 1.2);
            }

            return count + 1;
        });

        Assert.Equal(50, await projector.RunAsync());
        Assert.Equal(50, await Manager.FetchStateAsync<int>(Name));
    }
}
