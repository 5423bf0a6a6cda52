using System.Diagnostics;
using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Streams;

/// <summary>Inputs at the edge of what there is, and beyond it.</summary>
public abstract class LimitContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("A-28")]
    public async Task A_unit_over_the_limit_is_refused_before_anything_runs()
    {
        await Store.CreateStreamAsync(Stream);
        await Store.CreateStreamAsync("others");
        int ran = 0;
        (IEventStore store, CountingLog log) = CreateCountedStore(builder => builder.WithMaxUnitEvents(10).AddMiddleware(DomainEventAction.PreAppend, (e, _) =>
        {
            ran++;
            return new(e);
        }));
        AppendUnit unit = AppendUnit.For(Stream, Make.Events(6)).And("others", Make.Events(5));

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(unit));
        IReadOnlyList<AppendOutcome> outcomes = await store.AppendAsync([unit, AppendUnit.For(Stream, Make.Events(10))]);

        Assert.Contains(nameof(EventStoreBuilder.WithMaxUnitEvents), exception.Message, StringComparison.Ordinal);
        Assert.IsType<ArgumentException>(outcomes[0].Exception);
        Assert.True(outcomes[1].IsStored);
        Assert.Equal((10, 1), (ran, log.Appends));
        Assert.Equal(10, (await LoadAllAsync(Stream)).Count);
        Assert.Empty(await LoadAllAsync("others"));
    }

    [Fact, Proves("A-28")]
    public async Task A_unit_has_at_most_100_000_events_by_default()
    {
        await Store.CreateStreamAsync(Stream);
        DomainEvent first = Make.Event(new UserPoked());
        IEnumerable<DomainEvent> events = Enumerable.Range(0, 100_001).Select(_ => first.WithEventId(Guid.CreateVersion7()));

        await Assert.ThrowsAsync<ArgumentException>(() => Store.AppendToAsync(Stream, events));

        Assert.Empty(await LoadAllAsync(Stream));
    }

    [Fact, Proves("R-28")]
    public async Task The_largest_numbers_neither_overflow_nor_wrap()
    {
        const long Max = long.MaxValue;
        IReadOnlyList<long> p = await CreateStreamAsync(Stream, Make.Events(3));
        await CreateStreamAsync("others", Make.Events(3));
        IEventStore store = CreateStore(builder => builder.WithPageSize(2));

        Assert.Empty(await store.LoadAsync(Stream, from: Max).ToListAsync());
        Assert.Empty(await store.LoadAsync(Stream, from: Max, to: Max, count: Max).ToListAsync());
        Assert.Empty(await store.LoadAsync(Stream, to: long.MinValue).ToListAsync());
        Assert.Equal(p, await store.LoadAsync(Stream, to: Max, count: Max).Select(e => e.Position).ToListAsync());
        Assert.Equal(p.Reverse(), await store.LoadBackwardsAsync(Stream, from: Max, count: Max).Select(e => e.Position).ToListAsync());
        Assert.Equal(3, await store.MergeAndLoadAsync([new(Stream), new("others", Max)], count: Max).CountAsync());
        Assert.Empty(await store.FetchStreamNamesAsync(null, int.MaxValue, int.MaxValue));
        Assert.Equal(["others", Stream], await store.FetchStreamNamesRegexAsync("s$", int.MaxValue, 0));
        Assert.Empty(await store.FetchCategoryNamesAsync(null, int.MaxValue, int.MaxValue));
        Assert.Empty(await store.LoadAsync(Stream, matcher: Match.Property("position", MetadataOperator.GreaterThan, Max)).ToListAsync());
        Assert.Equal(3, await store.LoadAsync(Stream, matcher: Match.Property("position", MetadataOperator.LowerThan, Max)).CountAsync());
    }

    [Fact, Proves("A-29")]
    public async Task The_largest_version_is_stored_once()
    {
        await CreateStreamAsync(Stream, Make.Of(FixtureId, long.MaxValue));

        ConcurrencyException conflict = await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendToAsync(Stream, [Make.Of(FixtureId, long.MaxValue)]));

        Assert.Equal(long.MaxValue, conflict.AggregateVersion);
        Assert.Equal([long.MaxValue], (await LoadAllAsync(Stream)).Select(e => e.Version));
        await Assert.ThrowsAsync<AggregateHistoryException>(() => new Repository<User>(Store, Stream).GetAsync(FixtureId));
    }

    [Theory, Proves("M-23")]
    [InlineData("^(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(.*a){20}b")]
    [InlineData("([a-z]+)*!!")]
    public async Task A_matcher_with_an_explosive_pattern_is_answered_within_a_second(string pattern)
    {
        string text = new string('a', 200) + '!';
        await CreateStreamAsync(Stream, Make.Event(metadata: EventMetadata.Empty.With("text", text)));
        await LoadAllAsync(Stream);
        long start = Stopwatch.GetTimestamp();

        Exception? thrown = await Record.ExceptionAsync(() => Store.LoadAsync(Stream, matcher: Match.Metadata("text", MetadataOperator.Regex, pattern)).CountAsync().AsTask());

        Assert.True(thrown is null or EventStoreException, thrown?.ToString());
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact, Proves("A-23")]
    public async Task A_cancelled_token_is_the_end_of_every_call()
    {
        await CreateFixtureAsync();
        var cancelled = new CancellationToken(canceled: true);
        var users = new Repository<User>(Store, Fixture);
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => Store.InstallAsync(cancelled),
            () => Store.CreateStreamAsync("others", cancelled),
            () => Store.DeleteStreamAsync(Fixture, cancelled),
            () => Store.HasStreamAsync(Fixture, cancelled),
            () => Store.FetchStreamNamesRegexAsync("a", cancellationToken: cancelled),
            () => Store.FetchCategoryNamesAsync(cancellationToken: cancelled),
            () => Store.AppendToAsync(Fixture, Make.Events(1), cancelled),
            () => Store.AppendAsync(AppendUnit.For(Fixture, Make.Events(1)), cancelled),
            () => Store.AppendAsync([AppendUnit.For(Fixture, Make.Events(1))], cancelled),
            () => Store.LoadAsync(Fixture).ToListAsync(cancelled).AsTask(),
            () => users.GetAsync(FixtureId, cancelled),
            () => users.SaveAsync(User.Register(Guid.CreateVersion7(), "Alex"), cancelled),
            () => users.UpdateAsync(FixtureId, user => user.Rename("Max"), cancelled),
            () => Store.Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync(cancelled),
        ])
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        }

        Assert.Equal([Fixture], await Store.FetchAllStreamNamesAsync());
        Assert.Equal(50, (await LoadAllAsync(Fixture)).Count);
    }
}
