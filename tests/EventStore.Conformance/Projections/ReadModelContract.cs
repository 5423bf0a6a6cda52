using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Projections;

/// <summary>Read models, and what their projector shares with every other one.</summary>
public abstract class ReadModelContract(TestStorage storage) : ProjectionContract(storage)
{
    private readonly NameModel _model = new();

    [Fact, Proves("V-01", "V-02", "V-03")]
    public async Task A_read_model_is_made_once_and_persisted_before_each_checkpoint()
    {
        await CreateFixtureAsync();
        var shown = new List<string>();
        ReadModelProjector<NameModel, int> projector = Store.ReadModelProjector(Name, _model, () => 0, new() { BlockSize = 1 }).FromStream(Fixture)
            .When<UserCreated>((count, e, context) =>
            {
                context.ReadModel.Insert(e.Payload.Username);
                return count + 1;
            })
            .When<UsernameChanged>((count, e, context) =>
            {
                shown.Add(_model.Names.Single());
                context.ReadModel.Update(e.Payload.Username);
                return count + 1;
            });

        Assert.Equal(50, await projector.RunAsync());
        Assert.Equal(("Alex", "Sascha"), (shown[0], _model.Names.Single()));
        Assert.Equal(Enumerable.Repeat("persist", 50).Prepend("init"), _model.Calls);
        await projector.RunAsync();
        Assert.Equal(51, _model.Calls.Count);
    }

    [Fact, Proves("V-01", "V-03")]
    public async Task One_that_is_there_is_not_made_again_and_a_block_is_persisted_at_once()
    {
        await CreateFixtureAsync();
        _model.IsThere = true;
        await Inserting(10).RunAsync();

        Assert.Equal(Enumerable.Repeat("persist", 5), _model.Calls);
        Assert.Equal(50, _model.Names.Count);
        Assert.Equal(("Alex", "name 2", "Sascha"), (_model.Names[0], _model.Names[1], _model.Names[^1]));
    }

    [Fact, Proves("V-05")]
    public async Task A_block_that_fails_is_given_up_with_its_stack()
    {
        await CreateFixtureAsync();
        ReadModelProjector<NameModel, int> projector = Inserting(10);
        _model.FailsWith = new FormatException();
        await Assert.ThrowsAsync<FormatException>(() => projector.RunAsync());
        Assert.Equal((0, 0), (await PositionAsync(), _model.Names.Count));

        _model.FailsWith = null;
        Assert.Equal(50, await projector.RunAsync());
        Assert.Equal(50, _model.Names.Count);

        await AppendHistoryAsync(count: 10);
        ReadModelProjector<NameModel, int> failing = Store.ReadModelProjector(Name, _model, () => 0).FromStream(Fixture).WhenAny((count, _, context) =>
        {
            context.ReadModel.Insert("lost");
            return count < 55 ? count + 1 : throw new FormatException();
        });
        await Assert.ThrowsAsync<FormatException>(() => failing.RunAsync());
        await Inserting(10).RunAsync();
        Assert.Equal(60, _model.Names.Count);
        Assert.DoesNotContain("lost", _model.Names);
    }

    [Fact, Proves("V-06")]
    public async Task What_was_stacked_before_a_stop_is_persisted()
    {
        await CreateFixtureAsync();
        await Store.ReadModelProjector(Name, _model).FromStream(Fixture).When<UserCreated>((model, e, context) =>
        {
            model.Insert(e.Payload.Username);
            context.Stop();
        }).RunAsync();

        Assert.Equal(["Alex"], _model.Names);
    }

    [Fact, Proves("V-07", "V-08")]
    public async Task A_reset_empties_a_read_model_that_is_there()
    {
        await CreateFixtureAsync();
        ReadModelProjector<NameModel, int> projector = Inserting(10);
        await projector.ResetAsync();
        Assert.Empty(_model.Calls);
        await projector.RunAsync();
        List<string> rows = [.. _model.Names];

        await projector.ResetAsync();

        Assert.Contains("reset", _model.Calls);
        Assert.Equal((0, 0), (projector.State, _model.Names.Count));
        Assert.Empty(await Manager.FetchPositionsAsync(Name));
        Assert.Equal(50, await projector.RunAsync());
        Assert.Equal(rows, _model.Names);

        _model.IsThere = false;
        _model.Calls.Clear();
        await projector.ResetAsync();
        Assert.DoesNotContain("reset", _model.Calls);
    }

    [Fact, Proves("V-09")]
    public async Task A_deletion_takes_the_read_model_along_or_leaves_it()
    {
        await CreateFixtureAsync();
        await Inserting(10).RunAsync();
        await Inserting(10).DeleteAsync(deleteReadModel: false);
        Assert.True(_model.IsThere);
        Assert.False(await Manager.ProjectionExistsAsync(Name));

        await Inserting(10).RunAsync();
        await Inserting(10).DeleteAsync(deleteReadModel: true);
        Assert.False(_model.IsThere);
        Assert.False(await Manager.ProjectionExistsAsync(Name));
    }

    [Theory, Proves("V-10")]
    [InlineData(1, 70)]
    [InlineData(20, 70)]
    [InlineData(21, 71)]
    public async Task Rows_and_state_agree_after_a_reset_in_the_midst_of_a_run(int blockSize, int calls)
    {
        await CreateFixtureAsync();
        int handled = 0;
        int state = await Store.ReadModelProjector(Name, _model, () => 0, new() { BlockSize = blockSize }).FromStream(Fixture).WhenAny(async (count, e, context) =>
        {
            context.ReadModel.Insert(e.Name);
            switch (++handled)
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

        Assert.Equal((calls, 50, 50), (handled, state, _model.Names.Count));
    }

    [Fact, Proves("P-02", "P-07", "P-09")]
    public async Task Its_projector_runs_like_any_other()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        ReadModelProjector<NameModel, int> projector = Inserting(10);
        Assert.Equal(0, projector.State);
        Assert.Equal(50, await projector.RunAsync());
        ProjectionDetails details = await Manager.FetchAsync(Name);
        Assert.Equal(("50", positions[^1], ProjectionStatus.Idle), (details.State, details.Positions[Fixture], details.Status));
        await AppendHistoryAsync(count: 10);
        Assert.Equal(60, await Inserting(10).RunAsync());
        Assert.Equal(60, _model.Names.Count);
    }

    [Fact, Proves("V-11")]
    public void Its_context_can_neither_emit_nor_link()
    {
        IEnumerable<string> members = typeof(ReadModelContext<NameModel>).GetMembers().Concat(typeof(ReadModelContext).GetMembers()).Select(member => member.Name);

        Assert.DoesNotContain(members, name => name.StartsWith("Emit", StringComparison.Ordinal) || name.StartsWith("Link", StringComparison.Ordinal));
    }

    [Theory, Proves("V-12", "P-13", "P-42")]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task It_stops_and_fails_as_any_other(int blockSize)
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        bool fails = true;
        ReadModelProjector<NameModel, int> Projector() => Store.ReadModelProjector(Name, _model, () => 0, new() { BlockSize = blockSize }).FromStream(Fixture).WhenAny((count, e, context) =>
        {
            context.ReadModel.Insert(e.Name);
            if (count == 9)
            {
                context.Stop();
            }

            return fails && count == 20 ? throw new FormatException() : count + 1;
        });

        Assert.Equal(10, await Projector().RunAsync(keepRunning: true));
        Assert.Equal((positions[9], 10), (await PositionAsync(), _model.Names.Count));
        await Assert.ThrowsAsync<FormatException>(() => Projector().RunAsync());
        Assert.Equal(blockSize == 1 ? (positions[19], 20) : (positions[9], 10), (await PositionAsync(), _model.Names.Count));
        fails = false;
        Assert.Equal(50, await Projector().RunAsync());
        Assert.Equal(50, _model.Names.Count);
    }

    [Fact, Proves("V-12", "P-14", "P-15", "P-19", "P-23", "P-37")]
    public async Task It_obeys_requests_and_its_lease_as_any_other()
    {
        await CreateFixtureAsync();
        ReadModelProjector<NameModel, int> projector = Inserting(5);
        Task<int> run = projector.RunAsync(keepRunning: true);
        await UntilAsync(async () => await Manager.ProjectionExistsAsync(Name) && (await Manager.FetchAsync(Name)).State == "50");
        await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => Store.ReadModelProjector(Name, new NameModel()).FromStream(Fixture).WhenAny((_, _) => { }).RunAsync());
        await CreateStore().Projections.StopAsync(Name);
        Assert.Equal(50, await run);

        await Manager.StopAsync(Name);
        Assert.Equal(50, await projector.RunAsync());
        await AppendHistoryAsync(count: 10);
        await Manager.ResetAsync(Name);
        Assert.Equal(60, await projector.RunAsync());
        Assert.Equal((60, 1), (_model.Names.Count, _model.Calls.Count(call => call == "reset")));
        await Manager.DeleteAsync(Name, true);
        Assert.Equal(0, await projector.RunAsync());
        Assert.Equal((false, false), (_model.IsThere, await Manager.ProjectionExistsAsync(Name)));
    }

    [Fact, Proves("V-12", "P-34", "P-36", "P-44")]
    public async Task It_follows_streams_as_any_other()
    {
        await CreateFixtureAsync();
        ReadModelProjector<NameModel, int> projector = Store.ReadModelProjector(Name, _model, () => 0).FromCategory("user").WhenAny((count, e, context) =>
        {
            context.ReadModel.Insert(e.Name);
            return count + 1;
        });
        Task<int> run = projector.RunAsync(keepRunning: true);
        await UntilAsync(() => projector.State == 50);
        await CreateFixtureAsync("user-234");
        await UntilAsync(() => projector.State == 100);
        await Store.DeleteStreamAsync(Fixture);
        await CreateStreamAsync(Fixture, Make.History(FixtureId, 10));
        await UntilAsync(() => projector.State == 110);
        await projector.StopAsync();
        Assert.Equal((110, 110), (await run, _model.Names.Count));
    }

    [Fact, Proves("V-12", "P-43")]
    public async Task It_parks_events_with_their_rows_as_any_other()
    {
        await CreateFixtureAsync();
        bool fails = true;
        ReadModelProjector<NameModel, int> projector = Store.ReadModelProjector(Name, _model, () => 0, new() { PoisonPolicy = PoisonPolicy.Park, Retries = 1, RetryDelay = TimeSpan.Zero, BlockSize = 7 }).FromStream(Fixture).WhenAny((count, e, context) =>
        {
            context.ReadModel.Insert($"{e.Version}");
            return fails && e.Version == 30 ? throw new FormatException() : count + 1;
        });

        Assert.Equal(29, await projector.RunAsync());
        Assert.Equal((29, 21), (_model.Names.Count, (await Manager.FetchParkedEventsAsync(Name)).Count));
        fails = false;
        await Manager.ResumeAsync(Name);
        Assert.Equal(50, await projector.RunAsync());
        Assert.Equal(Enumerable.Range(1, 50).Select(version => $"{version}"), _model.Names);
    }

    [Theory, Proves("P-43", "V-05")]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task What_a_read_model_refuses_is_a_failure_of_its_event(int blockSize)
    {
        await CreateFixtureAsync();
        bool fails = true;
        ReadModelProjector<NameModel, int> Projector(PoisonPolicy policy) => Store.ReadModelProjector(Name, _model, () => 0, new() { PoisonPolicy = policy, Retries = 2, RetryDelay = TimeSpan.Zero, BlockSize = blockSize }).FromStream(Fixture).WhenAny((count, e, context) =>
        {
            context.ReadModel.Stack(_ => fails && e.Version == 30 ? throw new FormatException("refused") : Task.CompletedTask);
            context.ReadModel.Know($"{e.Version}");
            return count + 1;
        });

        await Assert.ThrowsAsync<FormatException>(() => Projector(PoisonPolicy.Retry).RunAsync());
        Assert.Equal(29, _model.Names.Count);
        Assert.Equal(29, await Projector(PoisonPolicy.Park).RunAsync());
        IReadOnlyList<ParkedEvent> parked = await Manager.FetchParkedEventsAsync(Name);
        Assert.Equal((29, 21, 3), (_model.Names.Count, parked.Count, parked[0].Attempts));
        Assert.Contains("refused", parked[0].Error, StringComparison.Ordinal);

        await Manager.ResumeAsync(Name);
        Assert.Equal(29, await Projector(PoisonPolicy.Park).RunAsync());
        fails = false;
        await Manager.ResumeAsync(Name);
        Assert.Equal(50, await Projector(PoisonPolicy.Park).RunAsync());
        Assert.Equal(Enumerable.Range(1, 50).Select(version => $"{version}"), _model.Names);
    }

    [Fact, Proves("V-01")]
    public async Task Generated_handlers_of_a_read_model_are_called()
    {
        await CreateFixtureAsync();
        var model = new GeneratedNameModel();

        await Store.ReadModelProjector(model).FromStream(Fixture).RunAsync();

        Assert.Equal(["Sascha"], model.Names);
        Assert.Equal("{}", (await Manager.FetchAsync("generated-names")).State);
    }

    private ReadModelProjector<NameModel, int> Inserting(int blockSize) =>
        Store.ReadModelProjector(Name, _model, () => 0, new() { BlockSize = blockSize }).FromStream(Fixture).WhenAny((count, e, context) =>
        {
            context.ReadModel.Insert(e.Payload is UserCreated created ? created.Username : ((UsernameChanged)e.Payload).Username);
            return count + 1;
        });
}
