using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Aggregates;

/// <summary>Aggregates before they meet a store. They need none, and are the same whatever the provider.</summary>
public abstract class AggregateContract
{
    private static readonly Guid Id = Guid.Parse("00000000-0000-7000-8000-000000000123");

    [Fact, Proves("G-01")]
    public void A_recorded_event_is_handled_at_once_and_waits()
    {
        User user = User.Register(Id, "Alex");
        Assert.Equal(("Alex", 1, 1), (user.Username, user.Version, user.Handled));

        user.Rename("Sascha", EventMetadata.Of(("ip", "::1")));

        Assert.Equal(("Sascha", 2, "::1"), (user.Username, user.Version, user.LastMetadata?.GetString("ip")));
        DomainEvent waiting = user.PopEvents()[1];
        Assert.Equal(new UsernameChanged("Sascha"), waiting.Payload);
        Assert.Equal((Id, "user", 2, "username-changed"), (waiting.AggregateId, waiting.AggregateType, waiting.Version, waiting.Name));
        Assert.Equal("::1", waiting.Metadata.GetString("ip"));
    }

    [Fact, Proves("G-02")]
    public void Events_wait_until_they_are_popped()
    {
        User user = User.Blank(Id);
        Assert.Equal((Id, 0), (user.AggregateId, user.Version));
        Assert.Empty(user.PopEvents());
        foreach (string name in (string[])["a", "b", "c"])
        {
            user.Rename(name);
        }

        Assert.Equal([new UsernameChanged("a"), new UsernameChanged("b"), new UsernameChanged("c")], user.PopEvents().Select(e => e.Payload));
        Assert.Empty(user.PopEvents());
    }

    [Fact, Proves("G-03")]
    public void A_history_gives_the_state_that_recording_gave()
    {
        User user = User.FromHistory(Make.History(Id, 50));

        Assert.Equal((Id, "Sascha", 50, 50), (user.AggregateId, user.Username, user.Handled, user.Version));
        Assert.Empty(user.PopEvents());
        user.Rename("Ada");
        Assert.Equal(51, Assert.Single(user.PopEvents()).Version);
    }

    [Fact, Proves("G-04")]
    public void An_event_made_by_hand_is_applied_with_its_id_and_time()
    {
        var time = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
        DomainEvent made = DomainEvent.Create(Users.Catalog, new UsernameChanged("Ada"), null, EventMetadata.Of(("ip", "::1")), time);
        User user = User.Register(Id, "Alex");

        user.Apply(made);

        DomainEvent waiting = user.PopEvents()[1];
        Assert.Equal("Ada", user.Username);
        Assert.Equal((made.EventId, time, made.Payload), (waiting.EventId, waiting.CreatedAt, waiting.Payload));
        Assert.Equal((Id, "user", 2), (waiting.AggregateId, waiting.AggregateType, waiting.Version));
        Assert.Equal(("::1", "::1"), (waiting.Metadata.GetString("ip"), user.LastMetadata?.GetString("ip")));
    }

    [Fact, Proves("G-05")]
    public void Versions_follow_each_other_over_several_steps()
    {
        User user = User.FromHistory(Make.History(Id, 7));
        var versions = new List<long>();
        foreach (int step in (int[])[1, 3, 0, 2])
        {
            for (int i = 0; i < step; i++)
            {
                user.Rename($"step {step}");
            }

            versions.AddRange(user.PopEvents().Select(e => e.Version));
        }

        Assert.Equal([8, 9, 10, 11, 12, 13], versions);
        Assert.Equal(13, user.Version);
    }

    [Fact, Proves("G-06")]
    public void An_event_whose_handler_throws_does_not_wait()
    {
        User user = User.Register(Id, "Alex");

        Assert.Throws<DivideByZeroException>(user.Break);

        Assert.Equal(1, user.Version);
        user.Rename("Sascha");
        Assert.Equal([1, 2], user.PopEvents().Select(e => e.Version));
    }

    [Fact, Proves("G-07")]
    public void A_handler_cannot_record()
    {
        User user = User.Register(Id, "Alex");

        Assert.Throws<InvalidOperationException>(user.Fidget);
        Assert.Throws<InvalidOperationException>(() => User.FromHistory([Make.Of(Id, 1, new UserRestless())]));

        Assert.Equal(("Alex", 1), (user.Username, user.Version));
        user.Rename("Sascha");
        Assert.Equal([1, 2], user.PopEvents().Select(e => e.Version));
    }

    [Theory, Proves("G-08")]
    [InlineData(1, 3, 2)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 3, 1)]
    public void Versions_that_do_not_follow_each_other_are_no_history(long first, long second, long expected)
    {
        long found = first == expected - 1 ? second : first;

        var exception = Assert.Throws<AggregateHistoryException>(() => User.FromHistory([Make.Of(Id, first), Make.Of(Id, second)]));

        Assert.Equal(("user", Id, expected, found), (exception.AggregateType, exception.AggregateId, exception.ExpectedVersion, exception.ActualVersion));
    }

    [Fact, Proves("G-09")]
    public void An_event_without_a_handler_is_no_history_unless_it_is_ignored()
    {
        DomainEvent poked = Make.Of(Id, 2, new UserPoked());

        var exception = Assert.Throws<UnknownEventException>(() => User.FromHistory([Make.Of(Id, 1), Make.Of(Id, 2, new StrangerSeen("here"))]));
        User user = User.FromHistory([Make.Of(Id, 1), poked, Make.Of(Id, 3)]);

        Assert.Equal("stranger-seen", exception.EventName);
        Assert.Equal((2, 3), (user.Handled, user.Version));
        Assert.Throws<UnknownEventException>(() => Guest.FromHistory([Make.Of(Id, 1, type: "guest"), Make.Of(Id, 2, new UserPoked(), "guest")]));
    }

    [Fact, Proves("G-10")]
    public void An_aggregate_has_an_id()
    {
        Assert.ThrowsAny<ArgumentException>(() => User.Register(Guid.Empty, "Alex"));
        Assert.ThrowsAny<ArgumentException>(() => Account.Open(Guid.Empty, "Alex"));
    }

    [Fact, Proves("G-22")]
    public void While_recording_a_handler_gets_the_event_without_a_position()
    {
        User user = User.Register(Id, "Alex");

        DomainEvent waiting = Assert.Single(user.PopEvents());

        Assert.NotNull(user.Creation);
        Assert.Equal((0, waiting.EventId, waiting.CreatedAt), (user.Creation.Position, user.Creation.EventId, user.Creation.CreatedAt));
        Assert.Equal((Id, "user", 1), (user.Creation.AggregateId, user.Creation.AggregateType, user.Creation.Version));
    }

    [Fact, Proves("G-24")]
    public void Recording_on_a_record_gives_a_new_one_and_leaves_the_old_one()
    {
        Account opened = Account.Open(Id, "Ada");
        Account rich = opened.Deposit(5).Deposit(7);
        Account copy = opened with { Owner = "Eve" };
        Account other = copy.Deposit(1);

        Assert.Equal([("Ada", 0m, 1L), ("Ada", 12m, 3L), ("Eve", 0m, 1L), ("Eve", 1m, 2L)], ((Account[])[opened, rich, copy, other]).Select(a => (a.Owner, a.Balance, a.Version)));
        Assert.Equal([1], Versions(opened));
        Assert.Equal([1, 2, 3], Versions(rich));
        Assert.Equal([1], Versions(copy));
        Assert.Equal([1, 2], Versions(other));
        Assert.Equal(Account.Open(Guid.CreateVersion7(), "Ada"), opened);
    }

    [Fact, Proves("G-26")]
    public void Records_compare_by_what_the_user_wrote()
    {
        Account recorded = Account.Open(Id, "Ada").Deposit(5);
        Account popped = recorded.PopEvents(out _);
        Account other = Account.Open(Guid.CreateVersion7(), "Ada").Deposit(2).Deposit(3);
        var written = new Account { Owner = "Ada", Balance = 5 };

        Assert.All([popped, other, written], account => Assert.Equal((recorded, recorded.GetHashCode()), (account, account.GetHashCode())));
        Assert.NotEqual(recorded, recorded.Deposit(1));
        Assert.Contains("Owner = Ada", recorded.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("journal", recorded.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact, Proves("G-02", "G-24")]
    public void Popping_from_a_record_gives_one_without_events_and_leaves_the_old_one()
    {
        Account opened = Account.Open(Id, "Ada").Deposit(5);

        Account popped = opened.PopEvents(out IReadOnlyList<DomainEvent> events);

        Assert.Equal([new AccountOpened("Ada"), new MoneyDeposited(5)], events.Select(e => e.Payload));
        Assert.Empty(Versions(popped));
        Assert.Equal([1, 2], Versions(opened));
        Assert.Equal([3], Versions(popped.Deposit(1)));
    }

    private static IEnumerable<long> Versions(Account account)
    {
        _ = account.PopEvents(out IReadOnlyList<DomainEvent> events);
        return events.Select(e => e.Version);
    }
}
