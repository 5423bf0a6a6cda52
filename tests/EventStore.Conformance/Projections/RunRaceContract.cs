using EventStore.Conformance.Domain;
using EventStore.Providers;

namespace EventStore.Conformance.Projections;

/// <summary>What comes beside a run, just before it or just behind it: requests, disposals, lost answers.</summary>
public abstract class RunRaceContract(TestStorage storage) : ProjectionContract(storage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact, Proves("P-26")]
    public async Task A_stop_that_comes_before_the_first_run_holds_its_lease_ends_that_run()
    {
        await CreateFixtureAsync();
        (IEventStore store, TaskCompletionSource gate) = CreateHeldStore();
        Projector<int> projector = Counter(store: store).FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true);

        await projector.StopAsync();
        gate.SetResult();

        Assert.Equal(0, await run.WaitAsync(Patience));
        Assert.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync(Name));
        Assert.Equal(49, await projector.RunAsync());
    }

    [Fact, Proves("P-26")]
    public async Task A_reset_that_comes_before_the_first_run_holds_its_lease_is_obeyed()
    {
        await CreateFixtureAsync();
        (IEventStore store, TaskCompletionSource gate) = CreateHeldStore();
        int calls = 0;
        Projector<int> projector = store.Projector(Name, () => 0).FromStream(Fixture).WhenAny((count, _) => count + (Interlocked.Increment(ref calls) > 0 ? 1 : 0));
        Task<int> run = projector.RunAsync(keepRunning: true);

        Task asking = projector.ResetAsync();
        gate.SetResult();
        await asking.WaitAsync(Patience);

        await UntilAsync(() => Volatile.Read(ref calls) == 100);
        await projector.StopAsync();
        Assert.Equal(50, await run.WaitAsync(Patience));
    }

    [Fact, Proves("P-26")]
    public async Task A_deletion_that_comes_before_the_first_run_holds_its_lease_is_obeyed()
    {
        await CreateFixtureAsync();
        (IEventStore store, TaskCompletionSource gate) = CreateHeldStore();
        Projector<int> projector = Counter(store: store).FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true);

        Task asking = projector.DeleteAsync(deleteEmittedEvents: false);
        gate.SetResult();
        await asking.WaitAsync(Patience);

        Assert.Equal(0, await run.WaitAsync(Patience));
        Assert.False(await Manager.ProjectionExistsAsync(Name));
    }

    [Fact, Proves("P-26")]
    public async Task A_stop_that_comes_behind_the_end_of_a_run_does_not_hit_the_next_one()
    {
        await CreateFixtureAsync();
        (IEventStore store, SteeredLog log) = CreateSteeredStore();
        TaskCompletionSource gate = Gate();
        TaskCompletionSource released = Gate();
        log.SteeredProjections.AfterRelease = () =>
        {
            released.TrySetResult();
            return gate.Task;
        };
        using var cancellation = new CancellationTokenSource();
        Projector<int> projector = Counter(store: store).FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true, cancellation.Token);
        await UntilAsync(() => projector.State == 49);

        await cancellation.CancelAsync();
        await released.Task.WaitAsync(Patience);
        await projector.StopAsync();
        gate.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));

        Assert.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync(Name));
        await AppendHistoryAsync(count: 5);
        Assert.Equal(54, await projector.RunAsync());
    }

    [Fact, Proves("P-26", "X-04")]
    public async Task A_stop_of_the_object_takes_no_deletion_back()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Counter().FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true);
        await Manager.WaitForAsync(Name);

        await projector.DeleteAsync(deleteEmittedEvents: false);
        await projector.StopAsync();

        Assert.Equal(0, await run.WaitAsync(Patience));
        Assert.False(await Manager.ProjectionExistsAsync(Name));
    }

    [Fact, Proves("F-18", "P-17")]
    public async Task A_disposal_waits_for_a_run_whose_handler_has_not_waited_yet()
    {
        await CreateFixtureAsync();
        IEventStore store = CreateStore();
        using var gate = new ManualResetEventSlim();
        TaskCompletionSource reached = Gate();
        Task<int> run = Task.Run(() => store.Projector(Name, () => 0).FromStream(Fixture).WhenAny((count, _) =>
        {
            if (count == 2)
            {
                reached.SetResult();
                gate.Wait(Patience);
            }

            return count + 1;
        }).RunAsync(keepRunning: true));
        await reached.Task.WaitAsync(Patience);

        Task disposing = store.DisposeAsync().AsTask();
        await Task.WhenAny(disposing, Task.Delay(200));
        bool hasWaited = !disposing.IsCompleted;
        gate.Set();
        Exception? exception = await Record.ExceptionAsync(() => run.WaitAsync(Patience));
        await disposing.WaitAsync(Patience);

        Assert.True(hasWaited);
        Assert.IsAssignableFrom<OperationCanceledException>(exception);
        Assert.Equal((ProjectionStatus.Idle, 3), (await Manager.FetchStatusAsync(Name), await Manager.FetchStateAsync<int>(Name)));
    }

    [Theory, Proves("P-53")]
    [InlineData("run", false)]
    [InlineData("run", true)]
    [InlineData("reset", false)]
    [InlineData("reset", true)]
    [InlineData("delete", false)]
    [InlineData("delete", true)]
    public async Task A_lease_that_was_taken_and_nobody_was_told_is_free_again(string call, bool isCancelled)
    {
        await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();
        (IEventStore store, SteeredLog log) = CreateSteeredStore();
        using var cancellation = new CancellationTokenSource();
        log.SteeredProjections.AfterAcquire = async () =>
        {
            await cancellation.CancelAsync();
            throw isCancelled ? new OperationCanceledException(cancellation.Token) : Lost();
        };
        Projector<int> projector = Counter(store: store).FromStream(Fixture);

        Exception? exception = await Record.ExceptionAsync(() => call switch
        {
            "run" => projector.RunAsync(cancellationToken: cancellation.Token),
            "reset" => projector.ResetAsync(cancellation.Token),
            _ => projector.DeleteAsync(false, cancellation.Token),
        });

        Assert.IsAssignableFrom(isCancelled ? typeof(OperationCanceledException) : typeof(StoreUnavailableException), exception);
        Assert.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync(Name));
        Assert.Equal(49, await Counter().FromStream(Fixture).RunAsync());
    }

    [Theory, Proves("P-53")]
    [InlineData("reset")]
    [InlineData("delete")]
    public async Task A_reset_or_a_deletion_that_fails_leaves_the_lease_free(string call)
    {
        await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();
        (IEventStore store, SteeredLog log) = CreateSteeredStore();
        log.SteeredProjections.BeforeReset = log.SteeredProjections.BeforeDelete = () => throw new InvalidOperationException("refused");
        log.SteeredProjections.AfterRelease = () => throw Lost();
        Projector<int> projector = Counter(store: store).FromStream(Fixture);

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => call == "reset" ? projector.ResetAsync() : projector.DeleteAsync(false));

        Assert.Equal("refused", exception.Message);
        Assert.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync(Name));
        Assert.Equal(49, await Counter().FromStream(Fixture).RunAsync());
    }

    [Fact, Proves("P-54")]
    public async Task A_run_whose_deletion_was_done_and_not_answered_ends_as_deleted()
    {
        await CreateFixtureAsync();
        (IEventStore store, SteeredLog log) = CreateSteeredStore();
        log.SteeredProjections.AfterDelete = () => throw Lost();
        Projector<int> projector = Counter(store: store).FromStream(Fixture);
        Task<int> run = projector.RunAsync(keepRunning: true);
        await store.Projections.WaitForAsync(Name);

        await projector.DeleteAsync(deleteEmittedEvents: false);

        Assert.Equal(0, await run.WaitAsync(Patience));
        Assert.False(await Manager.ProjectionExistsAsync(Name));
    }

    [Fact, Proves("P-54")]
    public async Task A_run_whose_projection_somebody_else_has_deleted_has_lost_its_lease()
    {
        await CreateFixtureAsync();
        (IEventStore store, SteeredLog log) = CreateSteeredStore();
        log.BeforeRead = async _ =>
        {
            await Port.DeleteAsync(log.SteeredProjections.Lease!, false, null, CancellationToken.None);
            throw Lost();
        };

        Task<int> run = Counter(store: store).FromStream(Fixture).RunAsync(keepRunning: true);

        await Assert.ThrowsAsync<ProjectionLeaseLostException>(() => run.WaitAsync(Patience));
    }

    [Theory, Proves("R-16")]
    [InlineData("reset")]
    [InlineData("delete")]
    [InlineData("reset while it runs")]
    [InlineData("delete while it runs")]
    public async Task A_page_that_was_read_ahead_of_an_emitted_stream_goes_with_the_stream(string call)
    {
        await CreateStreamAsync("source", Make.Events(600));
        int handled = 0;
        Projector<int> projector = Store.Projector(Name, () => 0).FromStream("source").WhenAny((count, _, context) =>
        {
            Interlocked.Increment(ref handled);
            context.Emit(new TextNoted("emitted"));
            return count + 1;
        });
        Task<int> run = projector.RunAsync(keepRunning: call.EndsWith("runs", StringComparison.Ordinal));
        await Manager.WaitForAsync(Name);
        IEventStore reader = CreateStore(builder => builder.WithPageSize(200));
        await using IAsyncEnumerator<DomainEvent> events = reader.LoadAsync(Name).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (int i = 0; i < 150; i++)
        {
            Assert.True(await events.MoveNextAsync());
        }

        await (call.StartsWith("reset", StringComparison.Ordinal) ? projector.ResetAsync() : projector.DeleteAsync(true));
        await UntilAsync(() => run.IsCompleted || Volatile.Read(ref handled) > 600);

        await Assert.ThrowsAsync<StreamNotFoundException>(async () =>
        {
            for (int i = 150; i < 400; i++)
            {
                await events.MoveNextAsync();
            }
        });
        await projector.StopAsync();
        await run.WaitAsync(Patience);
    }

    /// <summary>A store whose runs get no lease until the gate opens.</summary>
    private (IEventStore Store, TaskCompletionSource Gate) CreateHeldStore()
    {
        (IEventStore store, SteeredLog log) = CreateSteeredStore();
        TaskCompletionSource gate = Gate();
        log.SteeredProjections.BeforeAcquire = () => gate.Task;
        return (store, gate);
    }

    private static TaskCompletionSource Gate() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static StoreUnavailableException Lost() => new("The answer is lost.") { Store = "test" };
}
