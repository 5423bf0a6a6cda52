namespace EventStore.Conformance.Streams;

/// <summary>What holds while a load is being enumerated.</summary>
public abstract class EnumerationContract(TestStorage storage) : StoreContract(storage)
{
    private const int PageSize = 5;

    [Fact, Proves("R-12")]
    public async Task A_load_that_is_enumerated_again_shows_what_came_since()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        IAsyncEnumerable<long> load = Store.LoadAsync(Fixture).Select(e => e.Position);
        Assert.Equal(positions, await load.ToListAsync());

        AppendResult more = await Store.AppendToAsync(Fixture, Make.Events(3));

        Assert.Equal([.. positions, .. more.Positions], await load.ToListAsync());
    }

    [Fact, Proves("R-12")]
    public async Task Two_enumerations_side_by_side_each_see_everything()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        IAsyncEnumerable<DomainEvent> load = Paged().LoadAsync(Fixture);
        await using IAsyncEnumerator<DomainEvent> first = load.GetAsyncEnumerator();
        await using IAsyncEnumerator<DomainEvent> second = load.GetAsyncEnumerator();
        var seen = new List<(long, long)>();

        while (await first.MoveNextAsync() && await second.MoveNextAsync())
        {
            seen.Add((first.Current.Position, second.Current.Position));
        }

        Assert.Equal(positions.Select(position => (position, position)), seen);
    }

    [Fact, Proves("R-13")]
    public async Task Only_what_is_enumerated_is_read()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        (IEventStore store, CountingLog log) = CreateCountedStore(builder => builder.WithPageSize(PageSize));

        _ = store.LoadAsync("missing");
        _ = store.LoadBackwardsAsync("missing");
        _ = store.MergeAndLoadAsync([new("missing")]);
        Assert.Equal(0, log.Reads);

        for (int i = 1; i <= 150; i++)
        {
            Assert.Equal(positions[0], (await store.LoadAsync(Fixture).FirstAsync()).Position);
            Assert.Equal(i, log.Reads);
        }

        await Store.AppendToAsync(Fixture, Make.Events(1));
    }

    [Fact, Proves("R-14")]
    public async Task An_enumeration_ends_although_the_stream_grows()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        var seen = new List<long>();

        await foreach (DomainEvent domainEvent in Paged().LoadAsync(Fixture))
        {
            seen.Add(domainEvent.Position);
            Assert.True(seen.Count < 1_000, "It follows the stream without end.");
            await Store.AppendToAsync(Fixture, Make.Events(2));
        }

        Assert.Equal(seen.Order().Distinct(), seen);
        Assert.Equal(positions, seen[..50]);
    }

    [Fact, Proves("R-14")]
    public async Task Events_that_come_during_a_backward_enumeration_do_not_disturb_it()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        var seen = new List<long>();

        await foreach (DomainEvent domainEvent in Paged().LoadBackwardsAsync(Fixture))
        {
            seen.Add(domainEvent.Position);
            await Store.AppendToAsync(Fixture, Make.Events(1));
        }

        Assert.Equal(positions.Reverse(), seen);
    }

    [Fact, Proves("R-15")]
    public async Task A_cancelled_enumeration_ends_and_leaves_the_store_usable()
    {
        await CreateFixtureAsync();
        IEventStore store = Paged();
        for (int round = 0; round < 120; round++)
        {
            using var source = new CancellationTokenSource();
            int seen = 0;

            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (DomainEvent _ in store.LoadAsync(Fixture).WithCancellation(source.Token))
                {
                    if (++seen == 7)
                    {
                        await source.CancelAsync();
                    }
                }
            });

            Assert.Equal(7, seen);
        }

        Assert.Equal(50, await store.LoadAsync(Fixture).CountAsync());
    }

    [Theory, Proves("R-16")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_that_is_deleted_behind_a_page_that_was_read_ahead_is_noticed_by_the_next_page(bool createdAgain)
    {
        await CreateStreamAsync(Fixture, Make.Events(500));
        await using IEventStore reader = CreateStore(builder => builder.WithPageSize(200));
        await using IAsyncEnumerator<DomainEvent> enumerator = reader.LoadAsync(Fixture).GetAsyncEnumerator();
        for (int i = 0; i < 200; i++)
        {
            Assert.True(await enumerator.MoveNextAsync());
        }

        await Store.DeleteStreamAsync(Fixture);
        if (createdAgain)
        {
            await CreateStreamAsync(Fixture, Make.Events(500));
        }

        await Assert.ThrowsAsync<StreamNotFoundException>(() => enumerator.MoveNextAsync().AsTask());
    }

    [Fact, Proves("R-10")]
    public async Task Large_pages_that_are_read_ahead_deliver_each_event_once_however_they_end()
    {
        IReadOnlyList<long> positions = await CreateStreamAsync(Fixture, Make.Events(1_003));
        await using IEventStore reader = CreateStore(builder => builder.WithPageSize(200));

        Assert.Equal(positions, await reader.LoadAsync(Fixture).Select(e => e.Position).ToListAsync());
        Assert.Equal(positions.Reverse(), await reader.LoadBackwardsAsync(Fixture).Select(e => e.Position).ToListAsync());
        for (int taken = 90; taken <= 420; taken += 55)
        {
            Assert.Equal(positions.Take(taken), await reader.LoadAsync(Fixture).Take(taken).Select(e => e.Position).ToListAsync());
        }
    }

    [Theory, Proves("R-16")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_that_is_deleted_meanwhile_is_noticed_by_the_next_page(bool createdAgain)
    {
        await CreateFixtureAsync();
        foreach (bool backwards in (bool[])[false, true])
        {
            IAsyncEnumerable<DomainEvent> load = backwards ? Paged().LoadBackwardsAsync(Fixture) : Paged().LoadAsync(Fixture);
            await using IAsyncEnumerator<DomainEvent> enumerator = load.GetAsyncEnumerator();
            for (int i = 0; i < PageSize; i++)
            {
                Assert.True(await enumerator.MoveNextAsync());
            }

            await Store.DeleteStreamAsync(Fixture);
            if (createdAgain)
            {
                await CreateFixtureAsync();
            }

            var exception = await Assert.ThrowsAsync<StreamNotFoundException>(() => enumerator.MoveNextAsync().AsTask());
            Assert.Equal(Fixture, exception.StreamName);
            if (!createdAgain)
            {
                await CreateFixtureAsync();
            }
        }
    }

    [Fact, Proves("R-17")]
    public async Task A_sequence_tells_whether_it_is_empty_and_becomes_a_list()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        await Store.CreateStreamAsync("empty");

        Assert.False(await Store.LoadAsync("empty").AnyAsync());
        Assert.Empty(await Store.LoadAsync("empty").ToListAsync());
        Assert.True(await Store.LoadAsync(Fixture).AnyAsync());
        Assert.Equal(positions, (await Store.LoadAsync(Fixture).ToListAsync()).Select(e => e.Position));
    }

    [Fact, Proves("R-27")]
    public async Task A_store_that_fails_meanwhile_is_not_a_missing_stream()
    {
        await CreateFixtureAsync();
        IEventStore store = Paged();
        await using IAsyncEnumerator<DomainEvent> enumerator = store.LoadAsync(Fixture).GetAsyncEnumerator();
        for (int i = 0; i < PageSize; i++)
        {
            Assert.True(await enumerator.MoveNextAsync());
        }

        await store.DisposeAsync();

        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => enumerator.MoveNextAsync().AsTask());
    }

    private IEventStore Paged() => CreateStore(builder => builder.WithPageSize(PageSize));
}
