using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Streams;

public abstract class AppendUnitContract(TestStorage storage) : StoreContract(storage)
{
    [Fact, Proves("A-25")]
    public async Task A_unit_stands_in_each_of_its_streams_in_its_order()
    {
        await CreateAsync("a", "b", "c");
        Guid other = Guid.CreateVersion7();
        DomainEvent[] b = [Make.Of(FixtureId, 1), Make.Of(other, 1), Make.Event()];
        DomainEvent[] a = [Make.Of(FixtureId, 1), Make.Of(FixtureId, 2)];
        DomainEvent[] c = [Make.Event()];

        AppendResult result = await Store.AppendAsync(AppendUnit.For("b", b).And("a", a).And("c", c));

        Assert.Equal(6, result.Positions.Count);
        Assert.Equal(result.Positions.Order().Distinct(), result.Positions);
        List<DomainEvent> merged = await Store.MergeAndLoadAsync([new("a"), new("b"), new("c")]).ToListAsync();
        Assert.Equal([.. b.Select(e => ("b", e.EventId)), .. a.Select(e => ("a", e.EventId)), .. c.Select(e => ("c", e.EventId))], merged.Select(e => (e.StreamName!, e.EventId)));
        Assert.Equal(result.Positions, merged.Select(e => e.Position));
    }

    [Fact, Proves("A-31")]
    public async Task Neither_a_unit_nor_a_result_is_changed_by_a_cast()
    {
        await CreateAsync("a");
        DomainEvent[] events = Make.Events(2);
        AppendUnit unit = AppendUnit.For("a", events);

        Assert.Throws<NotSupportedException>(() => ((IList<AppendUnitPart>)unit.Parts)[0] = new AppendUnitPart("b", events));
        Assert.Throws<NotSupportedException>(() => ((IList<DomainEvent>)unit.Parts[0].Events)[0] = Make.Event());
        AppendResult result = await Store.AppendAsync(unit);
        Assert.Throws<NotSupportedException>(() => ((IList<long>)result.Positions)[0] = 7);

        Assert.Equal(events.Select(e => e.EventId), (await LoadAllAsync("a")).Select(e => e.EventId));
        Assert.Equal(result.Positions, (await LoadAllAsync("a")).Select(e => e.Position));
    }

    [Fact, Proves("A-25")]
    public async Task A_conflict_in_one_stream_leaves_all_streams_as_they_were()
    {
        await CreateAsync("a", "b");
        await Store.AppendToAsync("b", [Make.Of(FixtureId, 1)]);

        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendAsync(AppendUnit.For("a", Make.Events(2)).And("b", [Make.Event(), Make.Of(FixtureId, 1)])));

        Assert.Equal("b", exception.StreamName);
        Assert.Empty(await LoadAllAsync("a"));
        Assert.Single(await LoadAllAsync("b"));
    }

    [Fact, Proves("A-25")]
    public async Task A_missing_stream_leaves_the_others_as_they_were()
    {
        await CreateAsync("a");

        var exception = await Assert.ThrowsAsync<StreamNotFoundException>(() => Store.AppendAsync(AppendUnit.For("a", Make.Events(2)).And("missing", Make.Events(1))));

        Assert.Equal("missing", exception.StreamName);
        Assert.Empty(await LoadAllAsync("a"));
    }

    [Fact, Proves("A-03", "A-25")]
    public async Task A_missing_stream_counts_before_a_conflict_in_another_one()
    {
        await CreateAsync("a");
        await Store.AppendToAsync("a", [Make.Of(FixtureId, 1)]);

        var exception = await Assert.ThrowsAsync<StreamNotFoundException>(() => Store.AppendAsync(AppendUnit.For("a", [Make.Of(FixtureId, 1)]).And("missing", Make.Events(1))));

        Assert.Equal("missing", exception.StreamName);
        Assert.Single(await LoadAllAsync("a"));
    }

    [Fact, Proves("A-14", "A-25")]
    public async Task A_unit_that_is_appended_again_stands_once()
    {
        await CreateAsync("a", "b");
        AppendUnit unit = AppendUnit.For("a", Make.Events(2)).And("b", Make.History(FixtureId, 2));
        AppendResult first = await Store.AppendAsync(unit);

        AppendResult again = await Store.AppendAsync(unit);

        Assert.True(again.AlreadyStored);
        Assert.Equal(first.Positions, again.Positions);
        Assert.Equal(2, (await LoadAllAsync("a")).Count);
        Assert.Equal(2, (await LoadAllAsync("b")).Count);
    }

    [Fact, Proves("A-26")]
    public async Task Each_of_several_units_has_a_result_of_its_own()
    {
        await CreateAsync("a", "b");
        AppendUnit known = AppendUnit.For("a", Make.Events(1));
        AppendResult before = await Store.AppendAsync(known);
        DomainEvent refused = Make.Event(new TextNoted("\0"));

        IReadOnlyList<AppendOutcome> outcomes = await Store.AppendAsync(
            [
                AppendUnit.For("a", [Make.Of(FixtureId, 1)]),
                AppendUnit.For("a", [Make.Of(FixtureId, 1)]),
                AppendUnit.For("a", [refused]),
                AppendUnit.For("missing", Make.Events(1)),
                AppendUnit.Empty,
                known,
                AppendUnit.For("b", [Make.Of(FixtureId, 1)]).And("a", [Make.Of(FixtureId, 2)]),
            ]);

        Assert.Equal([true, false, false, false, true, true, true], outcomes.Select(outcome => outcome.IsStored));
        Assert.IsType<ConcurrencyException>(outcomes[1].Exception);
        Assert.IsType<EventRejectedException>(outcomes[2].Exception);
        Assert.IsType<StreamNotFoundException>(outcomes[3].Exception);
        Assert.Equal(before.Positions, outcomes[5].Result.Positions);
        Assert.Equal([.. before.Positions, .. outcomes[0].Result.Positions, outcomes[6].Result.Positions[1]], await PositionsOfAsync("a"));
        Assert.Equal([outcomes[6].Result.Positions[0]], await PositionsOfAsync("b"));
    }

    [Fact, Proves("A-26")]
    public async Task A_unit_with_one_id_twice_or_an_unknown_event_leaves_the_others_alone()
    {
        await CreateAsync("a");
        DomainEvent twice = Make.Event();

        IReadOnlyList<AppendOutcome> outcomes = await Store.AppendAsync(
            [
                AppendUnit.For("a", [twice, twice]),
                AppendUnit.For("a", Make.Events(1)),
                AppendUnit.For("a", [Make.Event().WithPayload(new Address("Main Street", "Anywhere"))]),
            ]);

        Assert.IsAssignableFrom<ArgumentException>(outcomes[0].Exception);
        Assert.Equal(outcomes[1].Result.Positions, await PositionsOfAsync("a"));
        Assert.IsType<UnknownEventException>(outcomes[2].Exception);
    }

    private async Task CreateAsync(params string[] names)
    {
        foreach (string name in names)
        {
            await Store.CreateStreamAsync(name);
        }
    }
}
