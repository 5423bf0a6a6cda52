using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Streams;

/// <summary>Writers side by side.</summary>
public abstract class ConcurrencyContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("F-01")]
    public async Task Of_two_that_append_the_same_version_one_succeeds()
    {
        await Store.CreateStreamAsync(Stream);
        for (int version = 1; version <= 20; version++)
        {
            IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(2, _ => Store.AppendToAsync(Stream, [Make.Of(FixtureId, version)]));

            var exception = Assert.IsType<ConcurrencyException>(Assert.Single(thrown, one => one is not null));
            Assert.Equal(version, exception.AggregateVersion);
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(version => (long)version), (await LoadAllAsync(Stream)).Select(e => e.Version));
    }

    [Fact, Proves("F-02")]
    public async Task Sixteen_writers_lose_nothing_and_keep_their_order()
    {
        const int Writers = 16;
        const int Appends = 10;
        await Store.CreateStreamAsync(Stream);
        DomainEvent[][] written = [.. Enumerable.Range(0, Writers).Select(_ => Make.History(Guid.CreateVersion7(), 2 * Appends))];

        IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(Writers, async writer =>
        {
            for (int i = 0; i < Appends; i++)
            {
                await Store.AppendToAsync(Stream, written[writer][(2 * i)..(2 * i + 2)]);
            }
        });

        Assert.All(thrown, Assert.Null);
        List<DomainEvent> loaded = await LoadAllAsync(Stream);
        Assert.Equal(loaded.Select(e => e.Position).Distinct().Order(), loaded.Select(e => e.Position));
        foreach (DomainEvent[] events in written)
        {
            Assert.Equal(events.Select(e => e.EventId), loaded.Where(e => e.AggregateId == events[0].AggregateId).Select(e => e.EventId));
        }

        Assert.Equal(Writers * Appends * 2, loaded.Count);
    }

    [Fact, Proves("F-05")]
    public async Task Units_in_crossed_order_never_end_in_a_deadlock()
    {
        await Store.CreateStreamAsync(Stream);
        await Store.CreateStreamAsync("others");
        for (int round = 0; round < 5; round++)
        {
            Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
            AppendUnit[] units =
            [
                AppendUnit.For(Stream, [Make.Of(ids[0], 1), Make.Of(ids[1], 1)]),
                AppendUnit.For(Stream, [Make.Of(ids[1], 1), Make.Of(ids[0], 1)]),
                AppendUnit.For(Stream, [Make.Of(ids[0], 2)]).And("others", [Make.Of(ids[0], 2)]),
                AppendUnit.For("others", [Make.Of(ids[0], 2)]).And(Stream, [Make.Of(ids[0], 2)]),
            ];

            IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(units.Length, caller => Store.AppendAsync(units[caller]));

            Assert.All(thrown, exception => Assert.True(exception is null or ConcurrencyException, exception?.ToString()));
            Assert.Single(thrown.Take(2), exception => exception is null);
            Assert.Single(thrown.Skip(2), exception => exception is null);
        }
    }

    [Fact, Proves("F-04")]
    public async Task What_was_appended_before_stands_before()
    {
        string[] streams = ["a", "b", "c", "d"];
        foreach (string stream in streams)
        {
            await Store.CreateStreamAsync(stream);
        }

        long highest = 0;
        IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(8, async writer =>
        {
            for (int i = 0; i < 25; i++)
            {
                long before = Interlocked.Read(ref highest);
                AppendResult result = await Store.AppendToAsync(streams[(writer + i) % streams.Length], Make.Events(2));
                Assert.All(result.Positions, position => Assert.True(position > before));
                Raise(result.Positions[^1]);
            }
        });

        Assert.All(thrown, Assert.Null);

        void Raise(long position)
        {
            long known;
            while ((known = Interlocked.Read(ref highest)) < position && Interlocked.CompareExchange(ref highest, position, known) != known)
            {
            }
        }
    }

    [Fact, Proves("F-09")]
    public async Task An_append_beside_a_deletion_came_before_it_or_finds_no_stream()
    {
        for (int round = 0; round < 20; round++)
        {
            await Store.CreateStreamAsync(Stream);

            IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(5, caller =>
                caller == 0 ? Store.DeleteStreamAsync(Stream) : Store.AppendToAsync(Stream, Make.Events(3)));

            Assert.Null(thrown[0]);
            Assert.All(thrown.Skip(1), exception => Assert.True(exception is null or StreamNotFoundException, exception?.ToString()));
            Assert.False(await Store.HasStreamAsync(Stream));
        }

        await Store.CreateStreamAsync(Stream);
        Assert.Empty(await LoadAllAsync(Stream));
    }

    [Fact, Proves("F-18")]
    public async Task A_disposed_store_says_so()
    {
        await CreateFixtureAsync();
        IEventStore store = CreateStore();
        var users = new Repository<User>(store, Fixture);
        Query<int> query = store.Query(() => 0).FromAll().WhenAny((count, _) => count + 1);
        await store.DisposeAsync();
        await store.DisposeAsync();

        await DisposedAsync(() => store.InstallAsync());
        await DisposedAsync(() => store.CreateStreamAsync("others"));
        await DisposedAsync(() => store.DeleteStreamAsync(Fixture));
        await DisposedAsync(() => store.HasStreamAsync(Fixture));
        await DisposedAsync(() => store.FetchAllStreamNamesAsync());
        await DisposedAsync(() => store.FetchCategoryNamesRegexAsync("a"));
        await DisposedAsync(() => store.AppendToAsync(Fixture, Make.Events(1)));
        await DisposedAsync(() => store.AppendAsync(AppendUnit.For(Fixture, Make.Events(1))));
        await DisposedAsync(() => store.LoadAsync(Fixture).ToListAsync().AsTask());
        await DisposedAsync(() => store.MergeAndLoadAsync([new(Fixture)]).ToListAsync().AsTask());
        await DisposedAsync(() => users.GetAsync(FixtureId));
        await DisposedAsync(() => users.SaveAsync(User.Register(FixtureId, "Alex")));
        await DisposedAsync(() => query.RunAsync());
        Assert.Equal(50, (await LoadAllAsync(Fixture)).Count);

        static async Task DisposedAsync(Func<Task> call) => await Assert.ThrowsAnyAsync<ObjectDisposedException>(call);
    }
}
