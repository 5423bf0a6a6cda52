namespace EventStore.Projections.Native;

/// <summary>Every method of the manager, on a projection that keeps running and on those that do not.</summary>
internal sealed class ManagerChecks(IEventStore store)
{
    private IProjectionManager Manager => store.Projections;

    public async Task RunAsync()
    {
        long position = await Accounts.FillAsync(store);
        await SteerAsync(position);
        await ReplaceAsync();
        await Check.ThrowsAsync<ProjectionNotFoundException>(() => Manager.FetchStatusAsync("nobody"));
    }

    private async Task SteerAsync(long position)
    {
        Projector<decimal> projector = Sum("runs");
        Task<decimal> run = projector.RunAsync(keepRunning: true);
        await WaitForAsync(() => Manager.ProjectionExistsAsync("runs"));
        await Manager.WaitForAsync("runs", Accounts.Stream, position);
        Check.Equal(ProjectionStatus.Running, await Manager.FetchStatusAsync("runs"));
        Check.Equal(60m, await Manager.FetchStateAsync<decimal>("runs"));
        await Check.ThrowsAsync<ProjectionAlreadyRunningException>(() => Sum("runs").RunAsync());

        position = await Accounts.AppendAsync(store, Accounts.Bob, 3, new MoneyDeposited(40));
        await Manager.WaitForAsync("runs", Accounts.Stream, position);
        ProjectionDetails details = await Manager.FetchAsync("runs");
        Check.Equal("100", details.State);
        Check.Equal(position, details.Positions[Accounts.Stream]);
        Check.That((await Manager.FetchPositionsAsync("runs"))[Accounts.Stream] == position);
        Check.Equal(TimeSpan.Zero, await Manager.FetchLagAsync("runs"));

        long checkpoints = details.Checkpoints;
        await Manager.ResetAsync("runs");
        await WaitForAsync(async () => (await Manager.FetchAsync("runs")) is { State: "100" } now && now.Checkpoints > checkpoints);

        await Manager.StopAsync("runs");
        Check.Equal(100m, await run);
        Check.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync("runs"));
        await Accounts.AppendAsync(store, Accounts.Ada, 4, new AccountClosed());
        await Accounts.AppendAsync(store, Accounts.Ada, 5, new MoneyDeposited(1));
        Check.That(await Manager.FetchLagAsync("runs") > TimeSpan.Zero);
        Check.Equal("runs", string.Join(' ', await Manager.FetchNamesAsync()));
        Check.Equal("runs", string.Join(' ', await Manager.FetchNamesRegexAsync("^r.n", limit: 1)));

        using var stopping = new CancellationTokenSource();
        run = projector.RunAsync(keepRunning: true, stopping.Token);
        await WaitForAsync(async () => await Manager.FetchLagAsync("runs") == TimeSpan.Zero);
        await stopping.CancelAsync();
        await Check.ThrowsAsync<OperationCanceledException>(() => run);
        Check.Equal(101m, projector.State);

        await Manager.DeleteAsync("runs", deleteEmittedEvents: true);
        Check.Equal(0m, await projector.RunAsync());
        Check.That(!await Manager.ProjectionExistsAsync("runs"));
    }

    private async Task ReplaceAsync()
    {
        await Sum("old").RunAsync();
        await store.Projector("new", () => 0).FromStream(Accounts.Stream).WhenAny((count, _) => count + 1).RunAsync();
        bool hasWorked = false;
        await Manager.ReplaceAsync("old", "new", (_, _) =>
        {
            hasWorked = true;
            return ValueTask.CompletedTask;
        });
        Check.That(hasWorked);
        Check.Equal(8, await Manager.FetchStateAsync<int>("old"));
        Check.That(!await Manager.ProjectionExistsAsync("new"));
        await Sum("old").DeleteAsync(deleteEmittedEvents: false);
    }

    private Projector<decimal> Sum(string name) =>
        store.Projector(name, () => 0m).FromStream(Accounts.Stream).When<MoneyDeposited>((sum, e) => sum + e.Payload.Amount);

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
