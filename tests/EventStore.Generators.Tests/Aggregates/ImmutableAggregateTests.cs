using EventStore.Generators.Fixture;

namespace EventStore.Generators.Tests.Aggregates;

public sealed class ImmutableAggregateTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    [Fact]
    public void Recording_gives_a_new_aggregate_and_leaves_the_old_one()
    {
        Counter one = Counter.Start(Id).Add(1);
        Counter three = one.Add(2);

        Assert.Equal((1, 2L, 3, 3L), (one.N, one.Version, three.N, three.Version));
        _ = one.PopEvents(out IReadOnlyList<DomainEvent> ofOne);
        Counter popped = three.PopEvents(out IReadOnlyList<DomainEvent> ofThree);
        Assert.Equal((2, 3), (ofOne.Count, ofThree.Count));
        _ = popped.PopEvents(out IReadOnlyList<DomainEvent> none);
        Assert.Empty(none);
        _ = three.PopEvents(out ofThree);
        Assert.Equal(3, ofThree.Count);
    }

    [Fact]
    public void Branches_keep_their_own_events()
    {
        Counter root = Counter.Start(Id);
        Counter left = root.Add(1);
        Counter right = root.Add(2);

        _ = left.PopEvents(out IReadOnlyList<DomainEvent> ofLeft);
        _ = right.PopEvents(out IReadOnlyList<DomainEvent> ofRight);

        Assert.Equal([new Added(0), new Added(1)], ofLeft.Select(e => e.Payload));
        Assert.Equal([new Added(0), new Added(2)], ofRight.Select(e => e.Payload));
    }

    [Fact]
    public void A_history_gives_the_same_aggregate()
    {
        Counter counter = Counter.Start(Id).Add(3).Reset().Add(4);
        _ = counter.PopEvents(out IReadOnlyList<DomainEvent> events);

        Counter again = Counter.FromHistory(events);

        Assert.Equal(counter, again);
        Assert.Equal((4, 4L, Id), (again.N, again.Version, again.AggregateId));
    }

    [Fact]
    public void An_instance_that_a_handler_returns_and_others_hold_stays_as_it_is()
    {
        Counter reset = Counter.Start(Id).Reset();

        Assert.Equal((0, 2L, Id), (reset.N, reset.Version, reset.AggregateId));
        Assert.Equal((Guid.Empty, 0L), (Counter.Shared.AggregateId, Counter.Shared.Version));
        _ = reset.PopEvents(out IReadOnlyList<DomainEvent> events);
        Assert.Equal(2L, Counter.FromHistory(events).Version);
        Assert.Equal(Guid.Empty, Counter.Shared.AggregateId);
    }

    [Fact]
    public void A_new_instance_that_a_handler_returns_gets_id_and_version()
    {
        Counter anew = Counter.Start(Id).StartAnew();

        Assert.Equal((3, 2L, Id), (anew.N, anew.Version, anew.AggregateId));
        Assert.Equal(3, anew.Add(0).N);
    }

    [Fact]
    public void An_event_that_its_handler_refuses_leaves_the_aggregate_as_it_is()
    {
        Counter counter = Counter.Start(Id);

        Assert.Throws<ArgumentOutOfRangeException>(() => counter.Add(-1));

        Assert.Equal(1, counter.Add(1).N);
    }

    [Fact]
    public void A_handler_cannot_record()
    {
        Assert.Throws<InvalidOperationException>(() => Counter.Start(Id).RecordInHandler());

        DomainEvent stored = DomainEvent.Create(FixtureEvents.Catalog, new RecordedInHandler(), Id).WithAggregateType("counter").WithVersion(1);
        Assert.Throws<InvalidOperationException>(() => Counter.FromHistory([stored]));
        DomainEvent reset = DomainEvent.Create(FixtureEvents.Catalog, new CounterReset(), Id).WithAggregateType("counter").WithVersion(1);
        Assert.Throws<InvalidOperationException>(() => Counter.FromHistory([reset, stored.WithVersion(2)]));
    }

    [Fact]
    public void A_wrapped_event_is_applied_to_a_copy()
    {
        Counter counter = Counter.Start(Id);
        DomainEvent wrapped = DomainEvent.Create(FixtureEvents.Catalog, new Added(5));

        Counter after = counter.Apply(wrapped);

        Assert.Equal((0, 1L, 5, 2L), (counter.N, counter.Version, after.N, after.Version));
        _ = after.PopEvents(out IReadOnlyList<DomainEvent> events);
        Assert.Equal(wrapped.EventId, events[1].EventId);
        Assert.Throws<UnknownEventException>(() => counter.Apply(DomainEvent.Create(FixtureEvents.Catalog, new AccountOpened(""))));
    }

    [Fact]
    public void Records_compare_by_what_the_user_wrote() =>
        Assert.Equal(Counter.Start(Id).Add(1), Counter.Start(Guid.CreateVersion7()).Add(1));
}
