using EventStore.Generators.Fixture;

namespace EventStore.Generators.Tests.Aggregates;

public sealed class MutableAggregateTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    [Fact]
    public void A_recorded_event_is_handled_and_waits()
    {
        Account account = Account.Open(Id, "Ada");
        account.Deposit(5);
        account.Withdraw(2);

        IReadOnlyList<DomainEvent> events = account.PopEvents();

        Assert.Equal(Id, account.AggregateId);
        Assert.Equal("Ada", account.Owner);
        Assert.Equal(3, account.Balance);
        Assert.Equal(3, account.Version);
        Assert.Equal(["account-opened", "money-deposited", "money-withdrawn"], events.Select(e => e.Name));
        Assert.Equal([1L, 2, 3], events.Select(e => e.Version));
        Assert.All(events, e => Assert.Equal("account", e.AggregateType));
        Assert.Equal(new MoneyWithdrawn(2), events[2].Payload);
        Assert.Empty(account.PopEvents());
    }

    [Fact]
    public void A_handler_gets_metadata_or_the_event_where_it_asks_for_them()
    {
        Account account = Account.Open(Id, "Ada");
        account.Deposit(5, "Grace");
        account.Withdraw(1);

        Assert.Equal("Grace", account.LastTeller);
        Assert.Equal(3, account.LastVersion);
        Account again = Account.FromHistory(account.PopEvents());
        Assert.Equal("Grace", again.LastTeller);
        Assert.Equal(3, again.LastVersion);
    }

    [Fact]
    public void A_history_gives_the_same_aggregate()
    {
        Account account = Account.Open(Id, "Ada");
        account.Deposit(5);
        account.Withdraw(2);

        Account again = Account.FromHistory(account.PopEvents());

        Assert.Equal(("Ada", 3m, 3L, Id), (again.Owner, again.Balance, again.Version, again.AggregateId));
        Assert.Empty(again.PopEvents());
    }

    [Fact]
    public void An_event_that_its_handler_refuses_does_not_wait_and_the_aggregate_goes_on()
    {
        Account account = Account.Open(Id, "Ada");

        Assert.Throws<InvalidOperationException>(() => account.Withdraw(1));
        account.Deposit(1);

        Assert.Equal(["account-opened", "money-deposited"], account.PopEvents().Select(e => e.Name));
        Assert.Equal(2, account.Version);
    }

    [Fact]
    public void A_handler_cannot_record()
    {
        Account account = Account.Open(Id, "Ada");
        Assert.Throws<InvalidOperationException>(account.RecordInHandler);

        DomainEvent[] history =
        [
            DomainEvent.Create(FixtureEvents.Catalog, new HandlerRecords(), Id).WithAggregateType("account").WithVersion(1),
        ];
        Assert.Throws<InvalidOperationException>(() => Account.FromHistory(history));
    }

    [Fact]
    public void An_event_that_is_wrapped_already_keeps_its_id_and_metadata()
    {
        Account account = Account.Open(Id, "Ada");
        DomainEvent wrapped = DomainEvent.Create(FixtureEvents.Catalog, new MoneyDeposited(7), metadata: EventMetadata.Of(("teller", "Grace")));

        account.Apply(wrapped);

        Assert.Equal((7m, "Grace"), (account.Balance, account.LastTeller));
        Assert.Equal(wrapped.EventId, account.PopEvents()[1].EventId);
    }

    [Fact]
    public void An_event_that_it_does_not_handle_is_refused()
    {
        Account account = Account.Open(Id, "Ada");

        UnknownEventException exception = Assert.Throws<UnknownEventException>(() => account.Apply(DomainEvent.Create(FixtureEvents.Catalog, new Added(1))));

        Assert.Equal("added", exception.EventName);
        Assert.Throws<ArgumentNullException>(() => account.Apply(null!));
    }

    [Fact]
    public void Ignored_events_are_passed_over_and_others_are_not()
    {
        DomainEvent opened = Account.Open(Id, "Ada").PopEvents()[0];
        DomainEvent sent = DomainEvent.Create(FixtureEvents.Catalog, new StatementSent(default), Id).WithAggregateType("account").WithVersion(2);
        DomainEvent added = DomainEvent.Create(FixtureEvents.Catalog, new Added(1), Id).WithAggregateType("account").WithVersion(2);

        Assert.Equal(2, Account.FromHistory([opened, sent]).Version);
        Assert.Throws<UnknownEventException>(() => Account.FromHistory([opened, added]));
    }

    [Fact]
    public void Names_of_today_and_former_ones_are_found_and_no_others()
    {
        string[] names = [.. Types<Account>().Select(type => type.Name)];

        Assert.Equal(["account-opened", "handler-records", "money-deposited", "money-withdrawn"], names);
        Assert.All(names, name => Assert.Equal(Array.IndexOf(names, name), Find<Account>(name)));
        Assert.Equal((2, 2), (Find<Account>("deposit-made"), Find<Account>("paid-in")));
        Assert.All(["", "money-withdrawM", "Money-withdrawn", "statement-sent", "xxxxxx", "money-deposited\0"], name => Assert.Equal(-1, Find<Account>(name)));
        Assert.All(["statement-sent", "letter-sent", "account-renamed"], name => Assert.True(Ignores<Account>(name)));
        Assert.All(["statement-seNt", "", "added"], name => Assert.False(Ignores<Account>(name)));
        Assert.True(ReadsContext<Account>());
        Assert.Equal("account", Name<Account>());
    }

    [Fact]
    public void An_aggregate_without_an_id_is_refused() => Assert.Throws<ArgumentException>(() => Account.Open(Guid.Empty, "Ada"));

    private static IReadOnlyList<EventType> Types<T>()
        where T : class, IAggregate<T> => T.EventTypes;

    private static int Find<T>(string name)
        where T : class, IAggregate<T> => T.FindEvent(System.Text.Encoding.UTF8.GetBytes(name));

    private static bool Ignores<T>(string name)
        where T : class, IAggregate<T> => T.IgnoresEvent(System.Text.Encoding.UTF8.GetBytes(name));

    private static bool ReadsContext<T>()
        where T : class, IAggregate<T> => T.HandlersReadContext;

    private static string Name<T>()
        where T : class, IAggregate<T> => T.AggregateTypeName;
}
