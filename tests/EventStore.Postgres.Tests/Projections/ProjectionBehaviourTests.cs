using EventStore.Conformance;
using EventStore.Conformance.Domain;
using EventStore.Providers;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>The lines of docs/behaviours.md on projections that hold for this provider only, or say more of it.</summary>
public sealed class ProjectionBehaviourTests : IAsyncLifetime
{
    private const string Stream = "users";

    private readonly PostgresTestStorage _storage = new();
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(TestServer.ConnectionString);
    private readonly List<WatermarkStall> _stalls = [];
    private IEventStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = Create();
        await _store.InstallAsync();
        await _store.CreateStreamAsync(Stream);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _storage.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Fact, Proves("P-45")]
    public async Task A_run_stops_before_an_open_append_and_goes_on_when_it_is_committed()
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await _store.AppendToAsync(Stream, [Event("before")]);
        await _store.Within(transaction).AppendToAsync(Stream, [Event("open")]);
        await _store.AppendToAsync(Stream, [Event("after")]);

        Assert.Equal(["before"], (await Projector().RunAsync()).Names);
        Assert.Equal(["before"], (await Projector().RunAsync()).Names);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["before", "open", "after"], (await Projector().RunAsync()).Names);
    }

    [Fact, Proves("P-46")]
    public async Task A_hole_is_passed_as_soon_as_its_transaction_has_rolled_back()
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await _store.Within(transaction).AppendToAsync(Stream, [Event("open")]);
        await _store.AppendToAsync(Stream, [Event("after")]);
        Assert.Empty((await Projector().RunAsync()).Names);

        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["after"], (await Projector().RunAsync()).Names);
        Assert.Equal(["after"], (await Projector("replay").RunAsync()).Names);
    }

    [Fact, Proves("P-47")]
    public async Task A_later_event_is_never_handled_before_an_open_one_and_the_stall_is_told()
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await _store.Within(transaction).AppendToAsync(Stream, [Event("open")]);
        await _store.AppendToAsync(Stream, [Event("after")]);
        Projector<NameList> projector = Projector();
        Task<NameList> run = projector.RunAsync(keepRunning: true, TestContext.Current.CancellationToken);

        await UntilAsync(() => _stalls.Count > 0);
        Assert.Empty(projector.State.Names);
        Assert.Equal(connection.ProcessID, _stalls[0].OpenAppends.Single().ProcessId);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        await UntilAsync(() => projector.State.Names.Count == 2);
        Assert.Equal(["open", "after"], projector.State.Names);
        await projector.StopAsync(TestContext.Current.CancellationToken);
        await run;
    }

    [Fact, Proves("P-44")]
    public async Task Processes_tell_each_other_of_their_appends_where_they_are_asked_to()
    {
        await using IEventStore writer = Create(notifies: true);
        await using IEventStore follower = Create(notifies: true);
        Projector<NameList> projector = follower.Projector("names", () => new NameList(), new() { PollInterval = TimeSpan.FromHours(1) }).FromStream(Stream).When<UsernameChanged>((list, e) => list.Names.Add(e.Payload.Username));
        Task<NameList> run = projector.RunAsync(keepRunning: true, TestContext.Current.CancellationToken);
        for (int number = 1; number <= 20; number++)
        {
            await writer.AppendToAsync(Stream, [Event($"{number}")]);
            await UntilAsync(() => projector.State.Names.Count == number);
        }

        await projector.StopAsync(TestContext.Current.CancellationToken);
        await run;
    }

    [Fact, Proves("V-04")]
    public async Task Rows_and_checkpoint_are_there_both_or_neither()
    {
        await _store.AppendToAsync(Stream, Enumerable.Range(1, 20).Select(number => Event($"{number}")));
        var model = new Names(_storage.Schema);
        ReadModelProjector<Names, Names> Projector() => _store.ReadModelProjector("names", model, new() { BlockSize = 8 }).FromStream(Stream).When<UsernameChanged>((names, e) =>
        {
            names.Add(e.EventId, e.Payload.Username);
            if (e.Payload.Username == "15" && model.Fails)
            {
                names.Stack(_ => throw new FormatException());
            }
        });

        model.Fails = true;
        await Assert.ThrowsAsync<FormatException>(() => Projector().RunAsync());
        Assert.Equal(8L, await CountAsync());
        Assert.Equal(1, (await _store.Projections.FetchAsync("names")).Checkpoints);

        model.Fails = false;
        await Projector().RunAsync();
        Assert.Equal(20L, await CountAsync());
        await Projector().ResetAsync();
        Assert.Equal(0L, await CountAsync());
        await Projector().RunAsync();
        await Projector().DeleteAsync(deleteReadModel: true);
        Assert.Equal(PostgresErrorCodes.UndefinedTable, (await Assert.ThrowsAsync<PostgresException>(CountAsync)).SqlState);

        async Task<long> CountAsync()
        {
            await using NpgsqlCommand command = _source.CreateCommand($"select count(*) from \"{_storage.Schema}\".names");
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    [Fact, Proves("F-05")]
    public async Task Projections_that_link_into_two_streams_in_crossed_order_both_succeed()
    {
        await _store.AppendToAsync(Stream, Enumerable.Range(1, 200).Select(number => Event($"{number}")));
        Task<int> Link(string name, string first, string second) => Create().Projector(name, () => 0, new() { BlockSize = 3 }).FromStream(Stream).WhenAny((count, e, context) =>
        {
            context.LinkTo(first, e);
            context.LinkTo(second, e);
            return count + 1;
        }).RunAsync();

        int[] counts = await Task.WhenAll(Task.Run(() => Link("forth", "a", "b")), Task.Run(() => Link("back", "b", "a")));

        Assert.Equal([200, 200], counts);
        Assert.Equal((200, 200), (await _store.LoadAsync("a").CountAsync(), await _store.LoadAsync("b").CountAsync()));
    }

    [Theory, Proves("F-17")]
    [InlineData(20)]
    [InlineData(-20)]
    public async Task The_clock_of_a_process_is_of_no_account(int years)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddYears(years));
        await using IEventStore off = Create(clock);
        await off.AppendToAsync(Stream, [Event("1")]);
        await _store.AppendToAsync(Stream, [Event("2")]);
        await off.AppendToAsync(Stream, [Event("3")]);
        Assert.Equal(["1", "2", "3"], (await Projector(store: off).RunAsync()).Names);
        Assert.Equal(["1", "2", "3"], (await Projector("here").RunAsync()).Names);

        await using var log = new PostgresEventLog(_source, ownsSource: false, new PostgresOptions { Schema = _storage.Schema }, clock);
        Assert.NotNull(await log.Projections.AcquireAsync(new ProjectionLease("names", Guid.CreateVersion7(), TimeSpan.FromSeconds(30)), null, default));
        await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => Projector().RunAsync());
        await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => Projector(store: off).RunAsync());
    }

    [Fact, Proves("F-16")]
    public async Task A_server_with_fewer_events_than_a_checkpoint_names_is_told_before_any_event_is_handled()
    {
        IReadOnlyList<long> positions = (await _store.AppendToAsync(Stream, Enumerable.Range(1, 60).Select(number => Event($"{number}")))).Positions;
        await Projector().RunAsync();
        await using (NpgsqlCommand command = _source.CreateCommand($"""
            delete from "{_storage.Schema}"."{new StoreSchema(_storage.Schema).TableOf(Stream).TableName}" where position > {positions[9]};
            select setval('"{_storage.Schema}".position', {positions[9]})
            """))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        CheckpointAheadOfStoreException exception = await Assert.ThrowsAsync<CheckpointAheadOfStoreException>(() => Projector().RunAsync());

        Assert.Equal("names", exception.ProjectionName);
        Assert.Equal(60, (await _store.Projections.FetchStateAsync<NameList>("names")).Names.Count);
        await Projector().ResetAsync();
        Assert.Equal(10, (await Projector().RunAsync()).Names.Count);
    }

    [Fact, Proves("F-16", "F-03")]
    public async Task An_append_whose_lock_comes_late_and_stands_behind_a_checkpoint_is_no_lost_server()
    {
        IReadOnlyList<long> positions = (await _store.AppendToAsync(Stream, Enumerable.Range(1, 5).Select(number => Event($"{number}")))).Positions;
        await Projector().RunAsync();
        await using (NpgsqlConnection connection = await _source.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            // As an append takes it that read the last position, and was then held up while others went by.
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var late = new NpgsqlCommand($"select pg_advisory_xact_lock_shared({positions[1]} | (tag::bigint << 48)) from \"{_storage.Schema}\".store", connection, transaction);
            await late.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            Assert.Equal(5, (await Projector().RunAsync()).Names.Count);
        }

        await _store.AppendToAsync(Stream, [Event("6")]);
        Assert.Equal(6, (await Projector().RunAsync()).Names.Count);
    }

    private static DomainEvent Event(string name) => DomainEvent.Create(Users.Catalog, new UsernameChanged(name));

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!holds())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private Projector<NameList> Projector(string name = "names", IEventStore? store = null) =>
        (store ?? _store).Projector(name, () => new NameList()).FromStream(Stream).When<UsernameChanged>((list, e) => list.Names.Add(e.Payload.Username));

    private IEventStore Create(TimeProvider? clock = null, bool notifies = false)
    {
        EventStoreBuilder builder = new EventStoreBuilder()
            .UsePostgres(TestServer.ConnectionString, new PostgresOptions { Schema = _storage.Schema, Notifications = notifies, StallThreshold = TimeSpan.FromMilliseconds(200), Stalled = _stalls.Add })
            .AddEvents(Users.Catalog);
        return (clock is null ? builder : builder.WithTimeProvider(clock)).Build();
    }

    private sealed class Names(string schema) : PostgresReadModel(new ReadModelTable("names", schema))
    {
        public bool Fails { get; set; }

        public override Task InitAsync(CancellationToken cancellationToken) =>
            Client.ExecuteAsync($"create table {Table} (event_id uuid primary key, name text not null)", cancellationToken: cancellationToken);

        public void Add(Guid eventId, string name) => Insert(new() { ["event_id"] = eventId, ["name"] = name });
    }
}
