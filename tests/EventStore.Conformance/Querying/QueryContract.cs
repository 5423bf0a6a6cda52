using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Querying;

public abstract class QueryContract(TestStorage storage) : StoreContract(storage)
{
    [Fact, Proves("Q-01")]
    public async Task A_query_passes_over_what_it_has_no_handler_for()
    {
        await CreateFixtureAsync();
        Query<int> query = Renames().FromStream(Fixture);

        Assert.Equal(49, await query.RunAsync());
        Assert.Equal(49, query.State);
    }

    [Fact, Proves("Q-02")]
    public async Task A_query_from_several_streams_follows_the_order_of_the_appends()
    {
        await CreateFixtureAsync("user-234");
        await CreateFixtureAsync();
        await Store.AppendToAsync("user-234", Make.Events(2));

        List<long> seen = await Positions().FromStreams(Fixture, "user-234").RunAsync();

        Assert.Equal(102, seen.Count);
        Assert.Equal(await Store.MergeAndLoadAsync([new(Fixture), new("user-234")]).Select(e => e.Position).ToListAsync(), seen);
    }

    [Fact, Proves("Q-03")]
    public async Task Each_stream_has_its_own_matcher()
    {
        await CreateFixtureAsync();
        await CreateFixtureAsync("user-234");
        MetadataMatcher tenth = Match.Metadata("_aggregate_version", 10);

        List<(string, long)> one = await Versions().FromStream(Fixture, tenth).RunAsync();
        List<(string, long)> two = await Versions().FromStreams(new StreamSource(Fixture, tenth), new StreamSource("user-234", Match.Metadata("_aggregate_version", MetadataOperator.GreaterThan, 48))).RunAsync();

        Assert.Equal([(Fixture, 10)], one);
        Assert.Equal([(Fixture, 10), ("user-234", 49), ("user-234", 50)], two);
    }

    [Fact, Proves("Q-04")]
    public async Task A_query_from_all_streams_leaves_internal_ones_out()
    {
        await CreateFixtureAsync();
        await CreateFixtureAsync("$internal-345");
        await CreateFixtureAsync("user-234");

        List<(string Stream, long)> seen = await Versions().FromAll().RunAsync();

        Assert.Equal(100, seen.Count);
        Assert.DoesNotContain(seen, e => e.Stream == "$internal-345");
        Assert.Equal(2, (await Versions().FromAll(Match.Metadata("_aggregate_version", 7)).RunAsync()).Count);
        Assert.Equal(50, await Count().FromStream("$internal-345").RunAsync());
    }

    [Fact, Proves("Q-05")]
    public async Task A_query_from_categories_reads_their_streams()
    {
        foreach (string stream in (string[])["user-1", "guest-1", "user-2", "users-1", "user", "guest-2-3"])
        {
            await CreateStreamAsync(stream, Make.Events(2));
        }

        Assert.Equal(["user-1", "user-1", "user-2", "user-2"], (await Versions().FromCategory("user").RunAsync()).Select(e => e.Stream));
        Assert.Equal(8, await Count().FromCategories("user", "guest").RunAsync());
        Assert.Equal(0, await Count().FromCategory("unknown").RunAsync());
    }

    [Fact, Proves("Q-06")]
    public async Task A_missing_stream_counts_as_empty_until_it_is_created()
    {
        await CreateFixtureAsync();
        Query<int> query = Count().FromStreams(Fixture, "user-234");
        Query<int> alone = Count().FromStream("user-234");
        Assert.Equal(50, await query.RunAsync());
        Assert.Equal(0, await alone.RunAsync());

        await CreateFixtureAsync("user-234");

        Assert.Equal(100, await query.RunAsync());
        Assert.Equal(50, await alone.RunAsync());
    }

    [Fact, Proves("Q-07")]
    public async Task A_query_runs_only_while_it_runs()
    {
        await CreateFixtureAsync();
        var during = new List<ProjectionStatus>();
        Query<int> query = Store.Query(() => 7).FromStream(Fixture);
        query.WhenAny((count, e) =>
        {
            during.Add(query.Status);
            return e.Version < 3 ? count + 1 : throw new InvalidOperationException("That will do.");
        });
        Assert.Equal((7, ProjectionStatus.Idle), (query.State, query.Status));

        await Assert.ThrowsAsync<InvalidOperationException>(() => query.RunAsync());

        Assert.Equal(Enumerable.Repeat(ProjectionStatus.Running, 3), during);
        Assert.Equal((9, ProjectionStatus.Idle), (query.State, query.Status));
        await Renames().FromStream(Fixture).RunAsync();
        Assert.Equal(ProjectionStatus.Idle, query.Status);
    }

    [Theory, Proves("Q-08")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_run_goes_on_behind_the_first(bool matches)
    {
        await CreateFixtureAsync();
        Query<int> query = Renames().FromStream(Fixture, matches ? Match.AggregateId(FixtureId) : null);
        Assert.Equal(49, await query.RunAsync());
        Assert.Equal(49, await query.RunAsync());

        await Store.AppendToAsync(Fixture, Make.History(FixtureId, 99, from: 51));

        Assert.Equal(148, await query.RunAsync());
        Assert.Equal(148, query.State);
    }

    [Fact, Proves("Q-09")]
    public async Task A_reset_query_starts_over()
    {
        await CreateFixtureAsync();
        Query<int> query = Renames().FromStream(Fixture);
        await query.RunAsync();

        query.Reset();

        Assert.Equal(0, query.State);
        Assert.Equal(49, await query.RunAsync());
    }

    [Fact, Proves("Q-10")]
    public async Task A_stopped_query_goes_on_with_the_next_event()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        Query<List<long>> query = Store.Query(() => new List<long>()).FromStream(Fixture)
            .WhenAny((seen, e, context) =>
            {
                seen.Add(e.Position);
                if (seen.Count == 10)
                {
                    context.Stop();
                }
            });

        Assert.Equal(positions.Take(10), await query.RunAsync());
        Assert.Equal(ProjectionStatus.Idle, query.Status);
        Assert.Equal(positions, await query.RunAsync());
    }

    [Fact, Proves("Q-10")]
    public async Task A_query_that_is_stopped_from_outside_ends_behind_the_handler_in_progress()
    {
        await CreateFixtureAsync();
        Query<int>? query = null;
        query = Store.Query(() => 0).FromStream(Fixture).When<UsernameChanged>(async (count, _) =>
        {
            await Task.Run(() => query!.Stop());
            return count + 1;
        });

        Assert.Equal(1, await query.RunAsync());
        Assert.Equal(2, await query.RunAsync());
    }

    [Fact, Proves("Q-11")]
    public async Task A_handler_changes_the_state_or_replaces_it()
    {
        await CreateFixtureAsync();
        var state = new List<string>();

        List<string> same = await Store.Query(() => state).FromStream(Fixture).When<UserCreated>((names, e) => names.Add(e.Payload.Username)).RunAsync();
        string replaced = await Store.Query(() => "").FromStream(Fixture).When<UsernameChanged>((_, e) => e.Payload.Username).RunAsync();
        List<string> awaited = await Store.Query(() => new List<string>()).FromStream(Fixture)
            .When<UserCreated>(async (names, e) =>
            {
                await Task.Yield();
                names.Add(e.Payload.Username);
            }).RunAsync();

        Assert.Same(state, same);
        Assert.Equal(["Alex"], same);
        Assert.Equal("Sascha", replaced);
        Assert.Equal(["Alex"], awaited);
    }

    [Fact, Proves("Q-12")]
    public async Task An_event_whose_handler_throws_is_handled_again()
    {
        await CreateFixtureAsync();
        var failure = new DivideByZeroException();
        bool fails = true;
        Query<long> query = Store.Query(() => 0L).FromStream(Fixture).WhenAny((sum, e) => fails && e.Version == 4 ? throw failure : sum + e.Version);

        Assert.Same(failure, await Assert.ThrowsAsync<DivideByZeroException>(() => query.RunAsync()));
        Assert.Equal(1 + 2 + 3, query.State);
        await Assert.ThrowsAsync<DivideByZeroException>(() => query.RunAsync());
        Assert.Equal(1 + 2 + 3, query.State);
        fails = false;

        Assert.Equal(50 * 51 / 2, await query.RunAsync());
    }

    [Fact, Proves("Q-18")]
    public async Task A_cancelled_query_ends_behind_the_handler_in_progress()
    {
        await CreateFixtureAsync();
        using var source = new CancellationTokenSource();
        Query<int> query = Store.Query(() => 0).FromStream(Fixture).When<UsernameChanged>((count, _) =>
        {
            if (count == 6)
            {
                source.Cancel();
            }

            return count + 1;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query.RunAsync(source.Token));

        Assert.Equal((7, ProjectionStatus.Idle), (query.State, query.Status));
        Assert.Equal(49, await query.RunAsync());
    }

    [Fact, Proves("Q-19")]
    public async Task An_event_that_no_catalog_knows_shows_its_header_to_a_handler_of_all()
    {
        EventCatalog then = Make.CatalogWith<UserCreated>("long-forgotten");
        await CreateStreamAsync("users", Make.Event());
        DomainEvent stored = DomainEvent.Create(then, new UserCreated("Alex"), metadata: EventMetadata.Of(("ip", "::1")));
        await CreateStore(then).AppendToAsync("users", [stored]);

        List<DomainEvent> seen = await Store.Query(() => new List<DomainEvent>()).FromStream("users").WhenAny((all, e) => all.Add(e)).RunAsync();

        Assert.Equal(["username-changed", "long-forgotten"], seen.Select(e => e.Name));
        Assert.Equal((stored.EventId, "::1", "users"), (seen[1].EventId, seen[1].Metadata.GetString("ip"), seen[1].StreamName));
        Assert.Equal("long-forgotten", Assert.Throws<UnknownEventException>(() => seen[1].Payload).EventName);
        Assert.Equal(1, await Renames().FromStream("users").RunAsync());
    }

    private Query<int> Renames() => Store.Query(() => 0).When<UsernameChanged>((count, _) => count + 1);

    private Query<int> Count() => Store.Query(() => 0).WhenAny((count, _) => count + 1);

    private Query<List<long>> Positions() => Store.Query(() => new List<long>()).WhenAny((seen, e) => seen.Add(e.Position));

    private Query<List<(string Stream, long Version)>> Versions() =>
        Store.Query(() => new List<(string, long)>()).WhenAny((seen, e) => seen.Add((e.StreamName!, e.Version)));
}
