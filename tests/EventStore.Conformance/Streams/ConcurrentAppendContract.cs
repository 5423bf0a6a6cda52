using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Streams;

/// <summary>Appends that are under way at the same time. Whether they share a transaction is nobody's business.</summary>
public abstract class ConcurrentAppendContract(TestStorage storage) : StoreContract(storage)
{
    [Theory, Proves("A-32")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_of_many_appends_has_the_result_that_it_would_have_alone(bool ofSeveralEvents)
    {
        await Store.CreateStreamAsync("a");
        await Store.CreateStreamAsync("b");
        Guid taken = Guid.CreateVersion7();
        DomainEvent known = Make.Event();
        await Store.AppendToAsync("a", [Make.Of(taken, 1), known]);
        var sent = new DomainEvent[120][];
        var results = new AppendResult?[sent.Length];

        IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(sent.Length, async caller =>
        {
            DomainEvent first = (caller % 6) switch
            {
                1 => Make.Of(taken, 1),
                2 => known,
                _ => Make.Of(Guid.CreateVersion7(), 1),
            };
            sent[caller] = ofSeveralEvents && caller % 6 != 2 ? [first, Make.Event()] : [first];
            results[caller] = await Store.AppendToAsync(caller % 6 == 3 ? "missing" : caller % 6 == 4 ? "b" : "a", sent[caller]);
        });

        for (int caller = 0; caller < sent.Length; caller++)
        {
            switch (caller % 6)
            {
                case 1:
                    Assert.Equal(taken, Assert.IsType<ConcurrencyException>(thrown[caller]).AggregateId);
                    break;
                case 2:
                    Assert.Null(thrown[caller]);
                    Assert.True(results[caller]!.AlreadyStored);
                    break;
                case 3:
                    Assert.Equal("missing", Assert.IsType<StreamNotFoundException>(thrown[caller]).StreamName);
                    break;
                default:
                    Assert.Null(thrown[caller]);
                    Assert.False(results[caller]!.AlreadyStored);
                    break;
            }
        }

        foreach ((string stream, Func<int, bool> isThere) in new (string, Func<int, bool>)[] { ("a", caller => caller % 6 is 0 or 5), ("b", caller => caller % 6 == 4) })
        {
            List<DomainEvent> stored = await LoadAllAsync(stream);
            int[] callers = [.. Enumerable.Range(0, sent.Length).Where(isThere)];
            HashSet<Guid> before = stream == "a" ? [.. stored.Take(2).Select(e => e.EventId)] : [];
            Assert.Equal(
                callers.SelectMany(caller => sent[caller].Zip(results[caller]!.Positions, (e, position) => (e.EventId, position))).OrderBy(e => e.position),
                stored.Where(e => !before.Contains(e.EventId)).Select(e => (e.EventId, e.Position)));
        }
    }

    [Fact, Proves("A-32")]
    public async Task One_append_of_many_copies_is_stored()
    {
        await Store.CreateStreamAsync("a");
        DomainEvent[] events = [Make.Of(FixtureId, 1), Make.Event()];
        var results = new AppendResult?[40];

        IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(results.Length, async caller => results[caller] = await Store.AppendToAsync("a", events));

        Assert.All(thrown, Assert.Null);
        Assert.Single(results, result => !result!.AlreadyStored);
        Assert.All(results, result => Assert.Equal(results[0]!.Positions, result!.Positions));
        Assert.Equal(2, (await LoadAllAsync("a")).Count);
    }

    [Fact, Proves("A-32")]
    public async Task Positions_ascend_in_each_unit_and_from_unit_to_unit_of_a_call()
    {
        await Store.CreateStreamAsync("a");
        await Store.CreateStreamAsync("b");
        await Store.CreateStreamAsync("c");
        var results = new IReadOnlyList<AppendOutcome>[60];

        IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(results.Length, async caller => results[caller] = await Store.AppendAsync(caller % 2 == 0
            ? [AppendUnit.For("c", Make.Events(1)), AppendUnit.For("a", Make.Events(2)), AppendUnit.For("b", Make.Events(1)), AppendUnit.For("a", Make.Events(1))]
            : [AppendUnit.For("b", Make.Events(2)).And("c", Make.Events(1)).And("a", Make.Events(2))]));

        Assert.All(thrown, Assert.Null);
        foreach (IReadOnlyList<AppendOutcome> outcomes in results)
        {
            long[] positions = [.. outcomes.SelectMany(outcome => outcome.Result.Positions)];
            Assert.Equal(5, positions.Length);
            Assert.Equal(positions.Order(), positions);
        }
    }

    [Fact, Proves("A-33")]
    public async Task What_one_caller_sends_without_waiting_keeps_its_order()
    {
        await Store.CreateStreamAsync("a");
        DomainEvent[] events = Make.Events(300);

        // Without a thread switch between the calls.
        Task<AppendResult>[] calls = Array.ConvertAll(events, e => Store.AppendToAsync("a", [e]));
        await Task.WhenAll(calls);

        Assert.Equal(events.Select(e => e.EventId), (await LoadAllAsync("a")).Select(e => e.EventId));
    }

    [Fact, Proves("A-33")]
    public async Task Versions_of_an_aggregate_keep_their_order_where_others_fail()
    {
        await Store.CreateStreamAsync("a");
        await Store.AppendToAsync("a", [Make.Of(FixtureId, 1)]);
        Guid other = Guid.CreateVersion7();

        Task<AppendResult>[] calls = [.. Enumerable.Range(1, 90).Select(version => Store.AppendToAsync("a", version % 9 == 0 ? [Make.Event(), Make.Of(FixtureId, 1)] : [Make.Of(other, version - (version / 9))]))];
        int failed = 0;
        foreach (Task<AppendResult> call in calls)
        {
            failed += await Record.ExceptionAsync(() => call) is ConcurrencyException ? 1 : 0;
        }

        Assert.Equal(10, failed);
        Assert.Equal(Enumerable.Range(1, 80).Select(version => (long)version), (await LoadAllAsync("a")).Where(e => e.AggregateId == other).Select(e => e.Version));
    }
}
