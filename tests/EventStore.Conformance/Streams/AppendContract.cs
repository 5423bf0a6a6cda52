using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Streams;

public abstract class AppendContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("A-01")]
    public async Task Events_load_in_the_order_of_the_appends()
    {
        DomainEvent[] events = Make.Events(6);
        await Store.CreateStreamAsync(Stream);
        await Store.AppendToAsync(Stream, events[..2]);
        await Store.AppendToAsync(Stream, events[2..3]);
        await Store.AppendToAsync(Stream, events[3..]);

        List<DomainEvent> loaded = await LoadAllAsync(Stream);

        Assert.Equal(events.Select(e => e.EventId), loaded.Select(e => e.EventId));
        Assert.All(loaded.Zip(loaded.Skip(1)), pair => Assert.True(pair.First.Position < pair.Second.Position));
    }

    [Fact, Proves("A-02")]
    public async Task What_has_been_appended_is_named_and_seen_by_everybody()
    {
        DomainEvent[] events = Make.Events(3);
        await Store.CreateStreamAsync(Stream);
        IEventStore other = CreateStore();

        AppendResult result = await Store.AppendToAsync(Stream, events);

        Assert.False(result.AlreadyStored);
        Assert.Equal(result.Positions, await other.LoadAsync(Stream).Select(e => e.Position).ToListAsync());
        Assert.Equal(result.Positions, await other.Query(() => new List<long>()).FromStream(Stream).WhenAny((seen, e) => seen.Add(e.Position)).RunAsync());
        Assert.All(events, e => Assert.Equal((0, null), (e.Position, e.StreamName)));
    }

    [Fact, Proves("A-03")]
    public async Task An_append_creates_no_stream()
    {
        var exception = await Assert.ThrowsAsync<StreamNotFoundException>(() => Store.AppendToAsync(Stream, Make.Events(1)));

        Assert.Equal(Stream, exception.StreamName);
        Assert.False(await Store.HasStreamAsync(Stream));
    }

    [Fact, Proves("A-04")]
    public async Task An_empty_batch_succeeds_and_sends_nothing()
    {
        (IEventStore store, CountingLog log) = CreateCountedStore(Forbids);

        Assert.Empty((await store.AppendToAsync("missing", [])).Positions);
        Assert.Empty((await store.AppendAsync(AppendUnit.Empty)).Positions);
        Assert.Empty((await store.AppendAsync(AppendUnit.For("missing", []))).Positions);
        Assert.Empty(Assert.Single(await store.AppendAsync([AppendUnit.Empty])).Result.Positions);
        Assert.Empty(await store.AppendAsync(Array.Empty<AppendUnit>()));

        Assert.Equal(0, log.Appends);
    }

    [Fact, Proves("A-05")]
    public async Task A_broken_batch_is_refused_before_anything_happens()
    {
        await Store.CreateStreamAsync(Stream);
        (IEventStore store, CountingLog log) = CreateCountedStore(Forbids);

        Assert.Throws<ArgumentNullException>(() => { _ = store.AppendToAsync(Stream, null!); });
        Assert.ThrowsAny<ArgumentException>(() => { _ = store.AppendToAsync(Stream, [Make.Event(), null!]); });
        Assert.Throws<ArgumentNullException>(() => { _ = store.AppendAsync((AppendUnit)null!); });
        Assert.ThrowsAny<ArgumentException>(() => { _ = store.AppendAsync([AppendUnit.Empty, null!]); });
        Assert.Throws<DivideByZeroException>(() => { _ = store.AppendToAsync(Stream, Throwing()); });

        Assert.Equal(0, log.Appends);
        Assert.Empty(await LoadAllAsync(Stream));

        static IEnumerable<DomainEvent> Throwing()
        {
            yield return Make.Event();
            throw new DivideByZeroException();
        }
    }

    [Fact, Proves("A-05")]
    public async Task A_lazy_batch_is_enumerated_once()
    {
        int enumerations = 0;
        await Store.CreateStreamAsync(Stream);

        await Store.AppendToAsync(Stream, Lazy());

        Assert.Equal(1, enumerations);
        Assert.Equal(3, (await LoadAllAsync(Stream)).Count);

        IEnumerable<DomainEvent> Lazy()
        {
            enumerations++;
            foreach (DomainEvent domainEvent in Make.Events(3))
            {
                yield return domainEvent;
            }
        }
    }

    [Fact, Proves("A-06")]
    public async Task The_order_of_the_batch_counts_not_that_of_the_versions()
    {
        Guid id = Guid.CreateVersion7();

        await CreateStreamAsync(Stream, Make.Of(id, 3), Make.Of(id, 1), Make.Of(id, 2));

        Assert.Equal([3, 1, 2], (await LoadAllAsync(Stream)).Select(e => e.Version));
    }

    [Fact, Proves("A-07")]
    public async Task A_large_batch_is_stored_in_order()
    {
        DomainEvent[] events = Make.History(FixtureId, 10_000);

        IReadOnlyList<long> positions = await CreateStreamAsync(Stream, events);

        List<DomainEvent> loaded = await LoadAllAsync(Stream);
        Assert.Equal(events.Select(e => e.EventId), loaded.Select(e => e.EventId));
        Assert.Equal(positions, loaded.Select(e => e.Position));
        Assert.Equal(positions, positions.Order());
    }

    [Fact, Proves("A-07")]
    public async Task A_large_batch_is_stored_all_or_nothing()
    {
        await CreateStreamAsync(Stream, Make.Of(FixtureId, 10_000));

        await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendToAsync(Stream, Make.History(FixtureId, 10_000)));

        Assert.Single(await LoadAllAsync(Stream));
    }

    [Fact, Proves("A-20")]
    public async Task After_a_refusal_positions_go_on_upwards()
    {
        IReadOnlyList<long> first = await CreateStreamAsync(Stream, Make.History(FixtureId, 3));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendToAsync(Stream, [Make.Event(), Make.Of(FixtureId, 3)]));

        AppendResult next = await Store.AppendToAsync(Stream, Make.Events(2));

        Assert.All(next.Positions, position => Assert.True(position > first[^1]));
    }

    [Fact, Proves("A-23")]
    public async Task A_cancelled_append_does_nothing()
    {
        await Store.CreateStreamAsync(Stream);
        (IEventStore store, CountingLog log) = CreateCountedStore(Forbids);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AppendToAsync(Stream, Make.Events(1), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AppendAsync(AppendUnit.For(Stream, Make.Events(1)), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AppendAsync([AppendUnit.For(Stream, Make.Events(1))], cancelled));

        Assert.Equal(0, log.Appends);
        Assert.Empty(await LoadAllAsync(Stream));
    }

    [Fact, Proves("A-24")]
    public async Task The_time_of_an_event_is_kept_and_changes_no_order()
    {
        DateTimeOffset[] times = [new(2400, 1, 1, 0, 0, 0, TimeSpan.Zero), new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)];

        await CreateStreamAsync(Stream, times.Select(time => Make.Event(createdAt: time)));

        Assert.Equal(times, (await LoadAllAsync(Stream)).Select(e => e.CreatedAt));
    }

    private static void Forbids(EventStoreBuilder builder)
    {
        foreach (DomainEventAction action in Enum.GetValues<DomainEventAction>())
        {
            builder.AddMiddleware(action, (_, _) => throw new InvalidOperationException($"{action} ran."));
        }
    }
}
