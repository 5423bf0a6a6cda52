using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Projections;

/// <summary>Events that projections emit and link.</summary>
public abstract class EmissionContract(TestStorage storage) : ProjectionContract(storage)
{
    private const string Target = "target";

    [Fact, Proves("P-27")]
    public async Task What_is_emitted_stands_in_a_stream_of_the_projections_name()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Emitting();
        await projector.RunAsync();

        List<DomainEvent> emitted = await LoadAllAsync(Name);
        Assert.Equal(49, emitted.Count);
        Assert.Equal("Sascha", ((TextNoted)emitted[^1].Payload).Value);
        await AppendHistoryAsync(count: 10);
        await projector.RunAsync();
        Assert.Equal(59, (await LoadAllAsync(Name)).Count);

        await Counter(name: "silent").FromStream(Fixture).RunAsync();
        Assert.False(await Store.HasStreamAsync("silent"));
    }

    [Fact, Proves("P-28")]
    public async Task A_stream_of_the_users_own_is_not_emitted_to()
    {
        await CreateFixtureAsync();
        await CreateStreamAsync(Name, Make.Event());
        Projector<int> projector = Emitting();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => projector.RunAsync());

        Assert.Contains(Name, exception.Message, StringComparison.Ordinal);
        await projector.ResetAsync();
        await projector.DeleteAsync(true);
        Assert.Single(await LoadAllAsync(Name));
    }

    [Fact, Proves("P-29", "E-15")]
    public async Task Links_keep_what_the_events_are_and_have_positions_of_their_own()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Linking();
        await projector.RunAsync();

        List<DomainEvent> sources = await LoadAllAsync(Fixture);
        List<DomainEvent> links = await LoadAllAsync(Target);
        Assert.Equal(sources.Select(Kept), links.Select(Kept));
        Assert.All(links, link => Assert.Equal(Target, link.StreamName));
        Assert.True(links[0].Position > sources[^1].Position);
        await AppendHistoryAsync();
        await projector.RunAsync();
        Assert.Equal(100, (await LoadAllAsync(Target)).Count);

        var names = new List<string?>();
        await Store.Query(() => 0).FromStream(Target).WhenAny((count, e) => { names.Add(e.StreamName); return count; }).RunAsync();
        Assert.Equal([Target], names.Distinct());

        static object Kept(DomainEvent e) => (e.EventId, e.Name, e.Payload, e.CreatedAt, e.AggregateId, e.AggregateType, e.Version, e.Metadata.ToString());
    }

    [Fact, Proves("P-30")]
    public async Task A_link_made_twice_stands_once()
    {
        await CreateFixtureAsync();
        Projector<int> projector = Store.Projector(Name, () => 0).FromStream(Fixture).WhenAny((count, e, context) =>
        {
            context.LinkTo(Target, e);
            context.LinkTo(Target, e);
            return count + 1;
        });
        await projector.RunAsync();
        await projector.ResetAsync();
        await projector.RunAsync();

        Assert.Equal(50, (await LoadAllAsync(Target)).Count);
    }

    [Fact, Proves("P-48")]
    public async Task Links_of_one_aggregate_from_two_streams_stand_beside_each_other()
    {
        foreach (string stream in (string[])["one", "two"])
        {
            await CreateStreamAsync(stream, Make.Of(FixtureId, 1, new UserCreated("Alex")), Make.Of(FixtureId, 2));
        }

        for (int run = 0; run < 2; run++)
        {
            await Store.Projector($"links-{run}", () => 0).FromStreams("one", "two").WhenAny((count, e, context) =>
            {
                context.LinkTo(Target, e);
                return count;
            }).RunAsync();
            Assert.Equal(4, (await LoadAllAsync(Target)).Count);
        }

        Assert.Null(await new Repository<User>(Store, Target).FindAsync(FixtureId));
    }

    [Fact, Proves("P-31", "P-32")]
    public async Task A_block_that_failed_has_emitted_nothing_and_emits_the_same_ids_again()
    {
        await CreateFixtureAsync();
        var ids = new List<List<Guid>>();
        bool fails = true;
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.PreAppend, (e, _) =>
        {
            ids[^1].Add(e.EventId);
            return new(e);
        }));
        Projector<int> projector = store.Projector(Name, () => 0, new() { BlockSize = 3 }).FromStream(Fixture).When<UsernameChanged>((count, e, context) =>
        {
            context.Emit(new TextNoted("first"));
            context.Emit(new TextNoted("second"));
            context.LinkTo(Target, e.Untyped);
            return fails && count == 5 ? throw new FormatException() : count + 1;
        });

        ids.Add([]);
        await Assert.ThrowsAsync<FormatException>(() => projector.RunAsync());
        Assert.Equal((6, 3), ((await LoadAllAsync(Name)).Count, (await LoadAllAsync(Target)).Count));
        fails = false;
        await projector.RunAsync();
        Assert.Equal((98, 49), ((await LoadAllAsync(Name)).Count, (await LoadAllAsync(Target)).Count));

        List<Guid> before = [.. (await LoadAllAsync(Name)).Select(e => e.EventId)];
        await projector.ResetAsync();
        await projector.RunAsync();
        Assert.Equal(before, (await LoadAllAsync(Name)).Select(e => e.EventId));
        Assert.Equal(98, before.Distinct().Count());
    }

    [Theory, Proves("P-31")]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Events_that_share_an_id_emit_events_of_their_own_however_the_blocks_fall(int blockSize)
    {
        DomainEvent shared = Make.Of(FixtureId, 1);
        await CreateStreamAsync("one", shared);
        await Store.AppendToAsync("one", [Make.Of(Guid.CreateVersion7(), 1).WithEventId(shared.EventId)]);
        await CreateStreamAsync("two", shared);
        Projector<int> Emitting(int size) => Store.Projector(Name, () => 0, new() { BlockSize = size }).FromStreams("one", "two").WhenAny((count, _, context) =>
        {
            context.Emit(new TextNoted("first"));
            context.Emit(new TextNoted("second"));
            return count + 1;
        });

        await Emitting(blockSize).RunAsync();
        Assert.Equal(6, (await LoadAllAsync(Name)).Count);
        await Emitting(blockSize).DeleteAsync(deleteEmittedEvents: false);
        await Emitting(2).RunAsync();

        Assert.Equal(6, (await LoadAllAsync(Name)).Count);
    }

    [Fact, Proves("P-33")]
    public async Task A_projection_from_all_streams_does_not_read_its_own_output()
    {
        await CreateFixtureAsync();
        Projector<int> Following(string name) => Store.Projector(name, () => 0).FromAll().WhenAny((count, e, context) =>
        {
            if (name == Name)
            {
                context.Emit(new TextNoted("seen"));
                context.LinkTo(Target, e);
            }

            return count + 1;
        });
        Projector<int> projector = Following(Name);

        Assert.Equal(50, await projector.RunAsync());
        Assert.Equal(50, await projector.RunAsync());
        Assert.Equal(150, await Following("other").RunAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Counter().FromStream(Name).RunAsync());
    }

    [Fact, Proves("W-14")]
    public async Task The_middlewares_of_an_append_run_for_what_is_emitted_and_linked()
    {
        await CreateFixtureAsync();
        var appended = new List<(string?, string, long)>();
        IEventStore store = CreateStore(builder => builder
            .AddMiddleware(DomainEventAction.PreAppend, (e, _) => new(e.WithAddedMetadata("seen", "yes")))
            .AddMiddleware(DomainEventAction.Appended, (e, _) =>
            {
                appended.Add((e.StreamName, e.Name, e.Position));
                return new(e);
            }));

        await store.Projector(Name, () => 0).FromStream(Fixture).When<UserCreated>((count, e, context) =>
        {
            context.Emit(new TextNoted("noted"));
            context.LinkTo(Target, e.Untyped);
            return count + 1;
        }).RunAsync();

        DomainEvent emitted = (await LoadAllAsync(Name)).Single();
        DomainEvent linked = (await LoadAllAsync(Target)).Single();
        Assert.Equal(("yes", "yes"), (emitted.Metadata["seen"].GetString(), linked.Metadata["seen"].GetString()));
        Assert.Equal([(Target, "user-created", linked.Position), (Name, "text-noted", emitted.Position)], appended.OrderBy(e => e.Item3));
    }

    [Fact, Proves("W-14")]
    public async Task A_middleware_that_fails_behind_what_is_emitted_ends_the_run_with_the_positions_and_the_next_one_goes_on()
    {
        await CreateFixtureAsync();
        bool fails = true;
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, (e, _) => fails ? throw new TimeoutException() : new(e)));
        Projector<int> projector = store.Projector(Name, () => 0, new() { BlockSize = 10 }).FromStream(Fixture).When<UsernameChanged>((count, _, context) =>
        {
            context.Emit(new TextNoted("noted"));
            return count + 1;
        });

        MiddlewareException thrown = await Assert.ThrowsAsync<MiddlewareException>(() => projector.RunAsync(keepRunning: true));

        Assert.IsType<TimeoutException>(thrown.InnerException);
        Assert.Equal((await LoadAllAsync(Name)).Select(e => e.Position), thrown.Positions);
        fails = false;
        Assert.Equal(49, await projector.RunAsync());
        Assert.Equal(49, (await LoadAllAsync(Name)).Count);
    }

    [Fact, Proves("P-27")]
    public async Task A_context_that_was_kept_does_nothing()
    {
        await CreateFixtureAsync();
        ProjectionContext? kept = null;
        await Store.Projector(Name, () => 0).FromStream(Fixture).WhenAny((count, _, context) => { kept = context; return count; }).RunAsync();

        Assert.Throws<InvalidOperationException>(() => kept!.Emit(new TextNoted("late")));
        Assert.Throws<InvalidOperationException>(() => kept!.LinkTo(Target, kept.Event));
        Assert.Throws<InvalidOperationException>(() => kept!.Stop());
    }

    private Projector<int> Emitting() => Store.Projector(Name, () => 0).FromStream(Fixture).When<UsernameChanged>((count, e, context) =>
    {
        context.Emit(new TextNoted(e.Payload.Username));
        return count + 1;
    });

    private Projector<int> Linking() => Store.Projector(Name, () => 0).FromStream(Fixture).WhenAny((count, e, context) =>
    {
        context.LinkTo(Target, e);
        return count + 1;
    });
}
