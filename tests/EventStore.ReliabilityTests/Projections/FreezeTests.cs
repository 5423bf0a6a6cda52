namespace EventStore.ReliabilityTests;

/// <summary>A worker is frozen for longer than its lease lasts, another one takes over, the first goes on.</summary>
public sealed class FreezeTests(ClusterFixture server) : IClassFixture<ClusterFixture>
{
    private const int Events = 400;
    private const int Freezes = 100;

    private static readonly string Whole = RigProjection.Steps(Enumerable.Range(1, Events).Select(step => (long)step));

    [Fact]
    [Trait("Proves", "P-39")]
    public async Task A_frozen_process_applies_nothing_twice_and_ends_with_the_loss_of_its_lease()
    {
        await using RigStore store = await CreateAsync("frozen_processes");
        await using var process = new FrozenProcess(store.Source.ConnectionString, store.Schema);
        var random = new Random(Rig.Seeds[^1]);
        using IDisposable part = Report.Part("freeze a process", Rig.Seeds[^1]);
        int count = Rig.Count(Freezes);
        var ends = new List<string?>();
        for (int i = 0; i < count; i++)
        {
            ProjectionKind kind = i % 3 == 0 ? ProjectionKind.Emitting : ProjectionKind.ReadModel;
            var projection = new RigProjection(kind, $"frozen{i}", store.Schema);
            await process.BeginAsync(kind, projection.Name);
            await Task.Delay(random.Next(40));
            await process.FreezeAsync();
            string state = await projection.TakeOverAsync(store.Store, FrozenProcess.Stream, FrozenProcess.Options);
            await process.ThawAsync();
            ends.Add(await process.EndAsync());
            await AssertWholeAsync(store, projection, state);
        }

        Report.Line($"{count} freezes of a process: {Count(ends)}; events applied twice: 0");
        Assert.All(ends, end => Assert.Equal(nameof(ProjectionLeaseLostException), end));
    }

    [Fact]
    [Trait("Proves", "P-39")]
    public async Task A_run_that_is_held_in_a_handler_or_in_its_transaction_ends_with_the_loss_of_its_lease_and_applies_nothing()
    {
        await using RigStore store = await CreateAsync("held_runs");
        await using IEventStore other = RigStore.Open(store.Source.ConnectionString, store.Schema);
        var random = new Random(Rig.Seeds[^1]);
        int count = Rig.Count(Freezes);
        var ends = new List<string?>();
        for (int i = 0; i < count; i++)
        {
            // In its transaction the server ends its session, and a look at the lease tells it why.
            bool isInTransaction = i % 2 == 0;
            int countdown = isInTransaction ? random.Next(1, Events / 10) : random.Next(1, Events);
            var held = new TaskCompletionSource();
            var goesOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var projection = new RigProjection(isInTransaction || i % 3 == 0 ? ProjectionKind.ReadModel : ProjectionKind.Emitting, $"held{i}", store.Schema)
            {
                Waits = _ => isInTransaction ? Task.CompletedTask : HoldAsync(),
                WaitsInTransaction = () => isInTransaction ? HoldAsync() : Task.CompletedTask,
            };
            Task<string> frozen = projection.RunAsync(other, FrozenProcess.Stream, FrozenProcess.Options);
            await Task.WhenAny(held.Task, frozen);
            var successor = new RigProjection(projection.Kind, projection.Name, store.Schema);
            string state = await successor.TakeOverAsync(store.Store, FrozenProcess.Stream, FrozenProcess.Options);
            goesOn.SetResult();
            ends.Add((await Record.ExceptionAsync(() => frozen))?.GetType().Name);
            await AssertWholeAsync(store, successor, state);

            Task HoldAsync()
            {
                if (--countdown != 0)
                {
                    return Task.CompletedTask;
                }

                held.SetResult();
                return goesOn.Task;
            }
        }

        Report.Line($"{count} freezes of a run: {Count(ends)}; events applied twice: 0");
        Assert.All(ends, end => Assert.Equal(nameof(ProjectionLeaseLostException), end));
    }

    private static async Task AssertWholeAsync(RigStore store, RigProjection projection, string state)
    {
        Assert.Equal(Whole, state);
        Assert.Equal(Whole, await store.Store.Projections.FetchStateAsync<string>(projection.Name));
        Assert.All(await projection.ReadOutputAsync(store.Store, store.Source), written => Assert.Equal(Whole, written));
    }

    private static string Count(IEnumerable<string?> ends) => string.Join(", ", ends.GroupBy(end => end).Select(group => FormattableString.Invariant($"{group.Count()} {group.Key}")));

    private async Task<RigStore> CreateAsync(string database)
    {
        RigStore store = await RigStore.CreateAsync(await server.Cluster.CreateDatabaseAsync(database), FrozenProcess.Stream);
        await store.Store.AppendToAsync(FrozenProcess.Stream, Enumerable.Range(1, Events).Select(step => DomainEvent.Create(RigEvents.Catalog, new StepTaken(1, step))));
        return store;
    }
}
