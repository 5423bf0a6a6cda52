using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Projections;

/// <summary>Stopping, resetting and deleting, by the object and by the manager.</summary>
public abstract class ProjectionRequestContract(TestStorage storage) : ProjectionContract(storage)
{
    [Fact, Proves("P-14")]
    public async Task A_run_that_is_stopped_elsewhere_ends_with_its_checkpoint()
    {
        await CreateFixtureAsync();
        Task<int> run = Counter().FromStream(Fixture).RunAsync(keepRunning: true);
        await UntilAsync(async () => await Manager.ProjectionExistsAsync(Name) && (await Manager.FetchAsync(Name)).State == "49");

        await CreateStore().Projections.StopAsync(Name);

        Assert.Equal(49, await run);
        Assert.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync(Name));
    }

    [Fact, Proves("P-15")]
    public async Task A_stop_while_nobody_runs_it_counts_for_the_next_run()
    {
        await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();
        await AppendHistoryAsync();

        await Manager.StopAsync(Name);
        Assert.Equal(ProjectionStatus.Stopping, await Manager.FetchStatusAsync(Name));

        Assert.Equal(49, await Counter().FromStream(Fixture).RunAsync());
        Assert.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync(Name));
        Assert.Equal(99, await Counter().FromStream(Fixture).RunAsync());
    }

    [Fact, Proves("P-16")]
    public async Task An_object_that_has_loaded_nothing_stops_without_a_trace()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();

        await Counter().FromStream(Fixture).StopAsync();

        ProjectionDetails details = await Manager.FetchAsync(Name);
        Assert.Equal(("49", positions[^1], ProjectionStatus.Idle), (details.State, details.Positions[Fixture], details.Status));
    }

    [Fact, Proves("P-18")]
    public async Task A_reset_starts_over()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Store.Projector(Name, () => 0).FromStream(Fixture).When<UsernameChanged>((count, e, context) =>
        {
            context.Emit(new TextNoted(e.Payload.Username));
            return count + 1;
        });
        await projector.RunAsync();

        await projector.ResetAsync();

        Assert.Equal(0, projector.State);
        Assert.Empty(await Manager.FetchPositionsAsync(Name));
        Assert.False(await Store.HasStreamAsync(Name));
        Assert.Equal(49, await projector.RunAsync());
        Assert.Equal(49, (await LoadAllAsync(Name)).Count);
        Assert.Equal(49, await projector.RunAsync());
    }

    [Fact, Proves("P-19")]
    public async Task A_reset_while_nobody_runs_it_counts_for_the_next_run()
    {
        await CreateFixtureAsync();
        int calls = 0;
        Projector<int> projector = Store.Projector(Name, () => 0).FromStream(Fixture).When<UsernameChanged>((count, _) => count + (calls++ >= 0 ? 1 : 0));
        await projector.RunAsync();
        await AppendHistoryAsync();

        await Manager.ResetAsync(Name);
        Assert.Equal(ProjectionStatus.Resetting, await Manager.FetchStatusAsync(Name));

        Assert.Equal(99, await projector.RunAsync());
        Assert.Equal(148, calls);
    }

    [Fact, Proves("P-20")]
    public async Task A_run_to_the_head_that_is_reset_ends_there()
    {
        await CreateFixtureAsync();
        int calls = 0;
        Projector<int> projector = Store.Projector(Name, () => 0).FromStream(Fixture).When<UsernameChanged>(async (count, _) =>
        {
            if (++calls == 10)
            {
                await Manager.ResetAsync(Name);
            }

            return count + 1;
        });

        Assert.Equal(0, await projector.RunAsync());
        Assert.Equal(49, await projector.RunAsync());
        Assert.Equal(98, calls);
    }

    [Fact, Proves("P-21")]
    public async Task A_run_that_keeps_running_starts_over_by_itself()
    {
        await CreateFixtureAsync();
        int calls = 0;
        int state = await Store.Projector(Name, () => 0, new() { BlockSize = 1 }).FromStream(Fixture).WhenAny(async (count, _) =>
        {
            switch (++calls)
            {
                case 20:
                    await Manager.ResetAsync(Name);
                    break;
                case 70:
                    await Manager.StopAsync(Name);
                    break;
            }

            return count + 1;
        }).RunAsync(keepRunning: true);

        Assert.Equal((70, 50), (calls, state));
    }

    [Fact, Proves("P-22")]
    public async Task A_deletion_leaves_the_emitted_events_or_takes_them_along()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Store.Projector(Name, () => 0).FromStream(Fixture).When<UsernameChanged>((count, e, context) =>
        {
            context.Emit(new TextNoted(e.Payload.Username));
            return count + 1;
        });
        await projector.RunAsync();

        await projector.DeleteAsync(deleteEmittedEvents: false);

        Assert.Empty(await Manager.FetchNamesAsync());
        Assert.Equal(0, projector.State);
        Assert.Equal(49, (await LoadAllAsync(Name)).Count);
        Assert.Equal(49, await projector.RunAsync());
        Assert.Equal(49, (await LoadAllAsync(Name)).Count);

        await projector.DeleteAsync(deleteEmittedEvents: true);
        Assert.False(await Store.HasStreamAsync(Name));
        await Counter().FromStream(Fixture).RunAsync();
        await Counter().FromStream(Fixture).DeleteAsync(deleteEmittedEvents: true);
        Assert.Empty(await Manager.FetchNamesAsync());
    }

    [Theory, Proves("P-23")]
    [InlineData(false, ProjectionStatus.Deleting)]
    [InlineData(true, ProjectionStatus.DeletingInclEmittedEvents)]
    public async Task A_deletion_while_nobody_runs_it_is_obeyed_by_the_next_run(bool deleteEmittedEvents, ProjectionStatus status)
    {
        await CreateFixtureAsync();
        int calls = 0;
        Projector<int> projector = Store.Projector(Name, () => 0).FromStream(Fixture).When<UsernameChanged>((count, e, context) =>
        {
            calls++;
            context.Emit(new TextNoted(e.Payload.Username));
            return count + 1;
        });
        await projector.RunAsync();

        await Manager.DeleteAsync(Name, deleteEmittedEvents);
        Assert.Equal(status, await Manager.FetchStatusAsync(Name));

        Assert.Equal(0, await projector.RunAsync());
        Assert.Equal(49, calls);
        Assert.False(await Manager.ProjectionExistsAsync(Name));
        Assert.Equal(!deleteEmittedEvents, await Store.HasStreamAsync(Name));
    }

    [Fact, Proves("P-24")]
    public async Task A_deletion_while_it_runs_is_obeyed_after_the_block()
    {
        await CreateFixtureAsync();
        int calls = 0;
        int state = await Store.Projector(Name, () => 0, new() { BlockSize = 5 }).FromStream(Fixture).When<UsernameChanged>(async (count, _) =>
        {
            if (++calls == 1)
            {
                await Manager.DeleteAsync(Name, false);
            }

            return count + 1;
        }).RunAsync(keepRunning: true);

        Assert.Equal((5, 0), (calls, state));
        Assert.Empty(await Manager.FetchNamesAsync());
    }

    [Fact, Proves("P-25")]
    public async Task What_never_ran_is_reset_and_deleted_without_a_trace()
    {
        await Counter().FromStream(Fixture).ResetAsync();
        await Counter().FromStream(Fixture).DeleteAsync(true);
        await Counter().FromStream(Fixture).StopAsync();

        Assert.Empty(await Manager.FetchNamesAsync());
    }

    [Theory, Proves("P-26")]
    [InlineData("stop", 5, 5)]
    [InlineData("reset", 55, 50)]
    [InlineData("delete", 5, 0)]
    public async Task A_handler_asks_its_own_object_as_it_would_ask_the_manager(string request, int calls, int state)
    {
        await CreateFixtureAsync();
        int handled = 0;
        Projector<int>? projector = null;
        projector = Store.Projector(Name, () => 0, new() { BlockSize = 5 }).FromStream(Fixture).WhenAny(async (count, _) =>
        {
            switch (++handled)
            {
                case 2:
                    await (request == "stop" ? projector!.StopAsync() : request == "reset" ? projector!.ResetAsync() : projector!.DeleteAsync(false));
                    break;
                case 55:
                    await projector!.StopAsync();
                    break;
            }

            return count + 1;
        });

        Assert.Equal(state, await projector.RunAsync(keepRunning: true));
        Assert.Equal(calls, handled);
    }
}
