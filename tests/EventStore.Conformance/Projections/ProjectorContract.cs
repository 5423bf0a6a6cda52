using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Projections;

/// <summary>Runs, states, positions and blocks.</summary>
public abstract class ProjectorContract(TestStorage storage) : ProjectionContract(storage)
{
    [Fact, Proves("P-01")]
    public async Task Bad_names_and_options_are_refused_when_it_is_built()
    {
        foreach (string? name in (string?[])[null, "", "  ", new string('n', 256), "a\0b", "\ud800"])
        {
            Assert.ThrowsAny<ArgumentException>(() => Store.Projector(name!, () => 0));
        }

        ProjectionOptions[] refused =
        [
            new() { BlockSize = 0 },
            new() { PageSize = 0 },
            new() { PollInterval = TimeSpan.FromTicks(-1) },
            new() { Lease = TimeSpan.Zero },
            new() { RenewalThreshold = TimeSpan.FromTicks(-1) },
            new() { Lease = TimeSpan.FromSeconds(5), RenewalThreshold = TimeSpan.FromSeconds(5) },
            new() { HandlerTimeout = TimeSpan.Zero },
            new() { Retries = -1 },
            new() { RetryDelay = TimeSpan.FromTicks(-1) },
            new() { PoisonPolicy = (PoisonPolicy)9 },
        ];
        foreach (ProjectionOptions options in refused)
        {
            Assert.ThrowsAny<ArgumentException>(() => Counter(options));
            Assert.ThrowsAny<ArgumentException>(() => Store.ReadModelProjector(Name, new NameModel(), options));
        }

        Assert.Throws<InvalidOperationException>(() => Counter().FromAll().FromStream(Fixture));
        Assert.Throws<InvalidOperationException>(() => Counter().Init(() => 1));
        Assert.Throws<InvalidOperationException>(() => Counter().When<UsernameChanged>((count, _) => count));
        Assert.Throws<InvalidOperationException>(() => Counter().WhenAny((count, _) => count));
        Assert.Throws<ArgumentException>(() => Counter().FromStreams("a", "a"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Counter().RunAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Projector(Name, () => 0).FromAll().RunAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Projector<int>(Name).FromAll().WhenAny((count, _) => count).RunAsync());
        Assert.False(await Manager.ProjectionExistsAsync(Name));
    }

    [Fact, Proves("P-01")]
    public async Task What_runs_is_neither_built_nor_run_again()
    {
        await CreateFixtureAsync();
        Projector<int>? projector = null;
        var refused = new List<Exception?>();
        projector = Store.Projector(Name, () => 0).FromStream(Fixture).When<UserCreated>(async (count, _) =>
        {
            refused.Add(Record.Exception(() => projector!.When<UsernameChanged>((n, _) => n)));
            refused.Add(Record.Exception(() => projector!.FromAll()));
            refused.Add(await Record.ExceptionAsync(() => projector!.RunAsync()));
            return count + 1;
        });

        Assert.Equal(1, await projector.RunAsync());
        Assert.All(refused, exception => Assert.IsType<InvalidOperationException>(exception));
        Assert.Equal(3, refused.Count);
    }

    [Fact, Proves("P-02")]
    public async Task A_projector_runs_once_and_keeps_state_and_position()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        Projector<int> projector = Counter().FromStream(Fixture);

        Assert.Equal(0, projector.State);
        Assert.Equal(49, await projector.RunAsync());

        Assert.Equal((49, ProjectionStatus.Idle), (projector.State, projector.Status));
        ProjectionDetails details = await Manager.FetchAsync(Name);
        Assert.Equal((ProjectionStatus.Idle, "49"), (details.Status, details.State));
        Assert.Equal(positions[^1], details.Positions[Fixture]);
        Assert.Equal(49, await Manager.FetchStateAsync<int>(Name));
    }

    [Fact, Proves("P-03")]
    public async Task The_position_moves_to_the_head_past_events_that_are_not_its_own()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        await Store.Projector("created", () => 0, new() { PageSize = 7 }).FromStream(Fixture).When<UserCreated>((count, _) => count + 1).RunAsync();
        await Counter(name: "matched").FromStream(Fixture, Match.Metadata("_aggregate_version", MetadataOperator.LowerThan, 5)).RunAsync();

        Assert.Equal(positions[^1], await PositionAsync(name: "created"));
        Assert.Equal(positions[^1], await PositionAsync(name: "matched"));
        Assert.Equal(3, await Manager.FetchStateAsync<int>("matched"));
    }

    [Fact, Proves("P-04", "X-05")]
    public async Task Without_events_it_exists_with_the_state_that_it_starts_with()
    {
        await Store.CreateStreamAsync("empty");
        await Counter(name: "from-empty").FromStream("empty").RunAsync();
        await Counter(name: "from-missing").FromStream("missing").RunAsync();
        await Counter(name: "from-none").FromCategory("none").RunAsync();

        foreach (string name in (string[])["from-empty", "from-missing", "from-none"])
        {
            ProjectionDetails details = await Manager.FetchAsync(name);
            Assert.Equal((ProjectionStatus.Idle, "0"), (details.Status, details.State));
            Assert.DoesNotContain(details.Positions, position => position.Value > 0);
        }
    }

    [Fact, Proves("P-05")]
    public async Task One_run_takes_as_many_pages_and_blocks_as_there_are()
    {
        await CreateFixtureAsync();
        await CreateFixtureAsync("user-234");

        Assert.Equal(98, await Counter(new() { PageSize = 3, BlockSize = 7 }).FromStreams(Fixture, "user-234").RunAsync());
    }

    [Fact, Proves("P-06")]
    public async Task Nothing_new_is_no_call_and_no_checkpoint()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Counter().FromStream(Fixture);
        await projector.RunAsync();
        long checkpoints = (await Manager.FetchAsync(Name)).Checkpoints;

        await projector.RunAsync();
        await Counter().FromStream(Fixture).RunAsync();

        ProjectionDetails details = await Manager.FetchAsync(Name);
        Assert.Equal((checkpoints, "49"), (details.Checkpoints, details.State));
    }

    [Fact, Proves("P-07")]
    public async Task Another_instance_goes_on_from_what_is_stored()
    {
        await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();
        await AppendHistoryAsync(count: 10);

        Assert.Equal(59, await Store.Projector(Name, () => 1_000).FromStream(Fixture).When<UsernameChanged>((count, _) => count + 1).RunAsync());
    }

    [Fact, Proves("P-07")]
    public async Task An_empty_state_is_a_state()
    {
        await CreateFixtureAsync();
        await Store.Projector("zero", () => 0).FromStream(Fixture).When<UserCreated>((_, _) => 0).RunAsync();
        await Store.Projector("list", () => new NameList()).FromStream(Fixture).When<UserCreated>((list, _) => list.Names.Clear()).RunAsync();

        Assert.Equal(0, await Store.Projector("zero", () => 7).FromStream(Fixture).When<UserCreated>((count, _) => count + 1).RunAsync());
        NameList list = await Store.Projector("list", () => new NameList { Names = ["init"] }).FromStream(Fixture).When<UserCreated>((state, _) => state.Names.Add("again")).RunAsync();
        Assert.Empty(list.Names);
    }

    [Fact, Proves("P-08")]
    public async Task A_state_that_cannot_be_read_is_named_and_stays()
    {
        await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();

        ProjectionStateException exception = await Assert.ThrowsAsync<ProjectionStateException>(
            () => Store.Projector(Name, () => new NameList()).FromStream(Fixture).When<UserCreated>((_, _) => { }).RunAsync());

        Assert.Equal((Name, typeof(NameList)), (exception.ProjectionName, exception.StateType));
        Assert.Equal("49", (await Manager.FetchAsync(Name)).State);
        Assert.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync(Name));
        Assert.Equal(49, await Counter().FromStream(Fixture).RunAsync());
    }

    [Fact, Proves("P-09")]
    public async Task A_stream_that_was_missing_is_read_once_it_is_there()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Counter().FromStreams(Fixture, "user-234");
        Assert.Equal(49, await projector.RunAsync());

        await AppendHistoryAsync();
        await CreateFixtureAsync("user-234");

        Assert.Equal(148, await projector.RunAsync());
    }

    [Fact, Proves("P-10")]
    public async Task A_source_that_is_added_is_read_from_its_start()
    {
        await CreateFixtureAsync("user-234");
        await CreateFixtureAsync();
        await Counter().FromStream(Fixture).RunAsync();

        Assert.Equal(98, await Counter().FromStreams(Fixture, "user-234").RunAsync());
    }

    [Fact, Proves("P-11")]
    public async Task It_is_running_while_it_runs_and_idle_afterwards()
    {
        await CreateFixtureAsync();
        var seen = new List<ProjectionStatus>();
        await Store.Projector(Name, () => 0).FromStream(Fixture).When<UserCreated>(async (count, _) =>
        {
            seen.Add(await Manager.FetchStatusAsync(Name));
            return count;
        }).RunAsync();

        Assert.Equal([ProjectionStatus.Running], seen);
        Assert.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync(Name));
        await Assert.ThrowsAsync<FormatException>(() => Store.Projector("failed", () => 0).FromStream(Fixture).When<UserCreated>((_, _) => throw new FormatException()).RunAsync());
        Assert.Equal(ProjectionStatus.Idle, await Manager.FetchStatusAsync("failed"));
    }

    [Theory, Proves("P-12")]
    [InlineData(10)]
    [InlineData(1)]
    public async Task A_block_counts_handled_events(int blockSize)
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        var seen = new List<long>();
        await Store.Projector(Name, () => 0, new() { BlockSize = blockSize }).FromStream(Fixture).When<UsernameChanged>(async (count, _) =>
        {
            seen.Add(await PositionAsync());
            return count + 1;
        }).RunAsync();

        // The first handled event is the second of the stream: the n-th block ends with event n × size + 1.
        Assert.Equal(Enumerable.Range(0, 49).Select(call => call / blockSize * blockSize is > 0 and var handled ? positions[handled] : 0), seen);
        Assert.Equal(positions[^1], await PositionAsync());
    }

    [Theory, Proves("P-13")]
    [InlineData(false, 1000)]
    [InlineData(false, 1)]
    [InlineData(true, 1000)]
    public async Task A_handler_stops_the_run_behind_its_event(bool keepRunning, int blockSize)
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        Projector<int> Stopping() => Store.Projector(Name, () => 0, new() { BlockSize = blockSize }).FromStream(Fixture).WhenAny((count, _, context) =>
        {
            if (count == 9)
            {
                context.Stop();
            }

            return count + 1;
        });

        Assert.Equal(10, await Stopping().RunAsync(keepRunning));
        Assert.Equal((positions[9], ProjectionStatus.Idle), (await PositionAsync(), await Manager.FetchStatusAsync(Name)));
        Assert.Equal(50, await Stopping().RunAsync());
    }

    [Fact, Proves("P-17")]
    public async Task A_cancelled_run_keeps_what_was_handled()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        using var cancellation = new CancellationTokenSource();
        Projector<int> projector = Store.Projector(Name, () => 0).FromStream(Fixture).WhenAny(async (count, _) =>
        {
            if (count == 9)
            {
                await cancellation.CancelAsync();
            }

            return count + 1;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => projector.RunAsync(true, cancellation.Token));

        Assert.Equal((10, positions[9], ProjectionStatus.Idle), (projector.State, await PositionAsync(), await Manager.FetchStatusAsync(Name)));
        Assert.Equal(50, await projector.RunAsync());
    }

    [Fact, Proves("P-42")]
    public async Task What_a_handler_throws_surfaces_and_the_block_is_given_up()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        bool fails = true;
        var seen = new List<long>();
        Projector<int> Failing() => Store.Projector(Name, () => 0, new() { BlockSize = 5 }).FromStream(Fixture).WhenAny((count, e) =>
        {
            seen.Add(e.Position);
            return fails && count == 7 ? throw new FormatException("eighth") : count + 1;
        });
        Projector<int> projector = Failing();

        FormatException exception = await Assert.ThrowsAsync<FormatException>(() => projector.RunAsync());

        Assert.Equal("eighth", exception.Message);
        Assert.Equal((5, positions[4], ProjectionStatus.Idle), (projector.State, await PositionAsync(), await Manager.FetchStatusAsync(Name)));
        fails = false;
        seen.Clear();
        Assert.Equal(50, await Failing().RunAsync());
        Assert.Equal(positions[5], seen[0]);
    }

    [Fact, Proves("M-20", "W-07")]
    public async Task A_matcher_and_a_middleware_mean_the_same_as_for_a_load()
    {
        await CreateFixtureAsync();
        MetadataMatcher matcher = Match.Metadata("_aggregate_version", MetadataOperator.GreaterThan, 40);
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Loaded, (e, _) => new(e.Payload is UsernameChanged ? e.WithPayload(new UsernameChanged("changed")) : e)));

        NameList list = await store.Projector(Name, () => new NameList()).FromStream(Fixture, matcher).When<UsernameChanged>((state, e) => state.Names.Add(e.Payload.Username)).RunAsync();

        Assert.Equal(await store.LoadAsync(Fixture, matcher: matcher).Select(e => ((UsernameChanged)e.Payload).Username).ToListAsync(), list.Names);
        Assert.Equal(Enumerable.Repeat("changed", 10), list.Names);
    }

    [Fact, Proves("W-07")]
    public async Task A_generated_projection_handles_the_payload_that_a_middleware_has_put_in_place()
    {
        await CreateFixtureAsync();
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Loaded, (e, _) => new(e.Payload is UserCreated ? e.WithPayload(new UsernameChanged("replaced")) : e)));

        Assert.Equal(50, (await store.Projector<NameProjection>().FromStream(Fixture).RunAsync()).Renames);
    }

    [Fact, Proves("W-10")]
    public async Task A_checkpoint_follows_the_stored_values()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Loaded, (e, _) => new(e.WithPosition(7))));

        Assert.Equal(49, await Counter(new() { BlockSize = 4 }, store).FromStream(Fixture).RunAsync());

        Assert.Equal(positions[^1], await PositionAsync());
    }

    [Fact, Proves("P-02", "P-27")]
    public async Task A_generated_projection_is_its_own_state()
    {
        await CreateFixtureAsync();
        Projector<NameProjection> projector = Store.Projector<NameProjection>().FromStream(Fixture);

        NameProjection state = await projector.RunAsync();

        Assert.Equal((49, "Sascha"), (state.Renames, state.Last));
        Assert.Equal("name-projection", projector.Name);
        Assert.Equal("Sascha", ((TextNoted)(await LoadAllAsync("name-projection")).Single().Payload).Value);
        Assert.Equal(49, (await Store.Projections.FetchStateAsync<NameProjection>("name-projection")).Renames);
        Assert.Throws<InvalidOperationException>(() => projector.When<UserPoked>((_, _) => { }));
    }
}
