using System.Data;
using EventStore.Conformance;
using EventStore.Conformance.Domain;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>What is appended within a transaction of the caller's.</summary>
public sealed class TransactionTests : IAsyncLifetime
{
    private const string Stream = "users";

    private readonly PostgresTestStorage _storage = new();
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(TestServer.ConnectionString);
    private readonly List<IEventStore> _stores = [];
    private readonly List<IAsyncDisposable> _connections = [];
    private IEventStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = CreateStore();
        await _store.InstallAsync();
        await _store.CreateStreamAsync(Stream);
        await ExecuteAsync($"create table \"{_storage.Schema}\".mine (n int)");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable connection in _connections)
        {
            await connection.DisposeAsync();
        }

        foreach (IEventStore store in _stores)
        {
            await store.DisposeAsync();
        }

        await _storage.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Theory, Proves("F-13")]
    [InlineData(IsolationLevel.ReadCommitted)]
    [InlineData(IsolationLevel.RepeatableRead)]
    [InlineData(IsolationLevel.Serializable)]
    public async Task Events_and_the_callers_rows_are_committed_together(IsolationLevel isolation)
    {
        NpgsqlTransaction transaction = await BeginAsync(isolation);
        IEventStore within = _store.Within(transaction);
        await InsertMineAsync(transaction);
        AppendResult first = await within.AppendToAsync(Stream, [Event(), Event()]);
        long later = (await _store.AppendToAsync(Stream, [Event()])).Positions[0];

        Assert.Equal([later], await PositionsAsync(_store));
        Assert.Equal(0, await CountByQueryAsync(_store));
        Assert.Superset(first.Positions.ToHashSet(), (await PositionsAsync(within)).ToHashSet());
        Assert.True(await CountByQueryAsync(within) >= 2);
        Assert.Equal(0, await CountMineAsync());

        await transaction.CommitAsync();
        Assert.Equal([.. first.Positions, later], await PositionsAsync(_store));
        Assert.Equal(3, await CountByQueryAsync(_store));
        Assert.Equal(1, await CountMineAsync());
    }

    [Fact, Proves("F-13")]
    public async Task A_transaction_that_is_rolled_back_leaves_nothing()
    {
        NpgsqlTransaction transaction = await BeginAsync();
        await InsertMineAsync(transaction);
        await _store.Within(transaction).AppendToAsync(Stream, [Event()]);

        await transaction.RollbackAsync();

        Assert.Empty(await PositionsAsync(_store));
        Assert.Equal(0, await CountMineAsync());
        await _store.AppendToAsync(Stream, [Event()]);
        Assert.Equal(1, await CountByQueryAsync(_store));
    }

    [Theory, Proves("A-03", "F-14")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_missing_stream_counts_before_a_conflict_in_another_one_and_breaks_no_transaction(bool isMissingFirst)
    {
        var id = Guid.CreateVersion7();
        await _store.AppendToAsync(Stream, [Of(id, 1)]);
        NpgsqlTransaction transaction = await BeginAsync();
        IEventStore within = _store.Within(transaction);
        AppendUnit unit = isMissingFirst
            ? AppendUnit.For("orders", [Event()]).And(Stream, [Of(id, 1)])
            : AppendUnit.For(Stream, [Of(id, 1)]).And("orders", [Event()]);

        Assert.Equal("orders", (await Assert.ThrowsAsync<StreamNotFoundException>(() => within.AppendAsync(unit))).StreamName);
        await within.AppendToAsync(Stream, [Event()]);
        await transaction.CommitAsync();

        Assert.Equal(2, (await PositionsAsync(_store)).Count);
    }

    [Theory, Proves("G-30")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_saved_in_a_transaction_is_stored_once_by_the_next_save_whatever_became_of_it(bool commits)
    {
        var id = Guid.CreateVersion7();
        NpgsqlTransaction transaction = await BeginAsync();
        User user = User.Register(id, "Alex");
        await new Repository<User>(_store.Within(transaction), Stream).SaveAsync(user);
        await (commits ? transaction.CommitAsync() : transaction.RollbackAsync());
        var users = new Repository<User>(_store, Stream);

        user.Rename("Kim");
        await users.SaveAsync(user);
        user.Rename("Sascha");
        await users.SaveAsync(user);

        Assert.Equal([1, 2, 3], await _store.LoadAsync(Stream).Select(e => e.Version).ToListAsync());
        Assert.Equal("Sascha", (await users.GetAsync(id)).Username);
        Assert.Empty(user.PopEvents());
    }

    [Fact, Proves("G-30")]
    public async Task What_was_saved_behind_a_savepoint_is_stored_by_the_next_save_after_a_rollback_to_it()
    {
        var id = Guid.CreateVersion7();
        NpgsqlTransaction transaction = await BeginAsync();
        var users = new Repository<User>(_store.Within(transaction), Stream);
        User user = User.Register(id, "Alex");
        await users.SaveAsync(user);
        await transaction.SaveAsync("mine");
        user.Rename("Kim");
        await users.SaveAsync(user);
        await transaction.RollbackAsync("mine");

        user.Rename("Sascha");
        await users.SaveAsync(user);
        await transaction.CommitAsync();

        Assert.Equal([1, 2, 3], await _store.LoadAsync(Stream).Select(e => e.Version).ToListAsync());
        Assert.Equal("Sascha", (await new Repository<User>(_store, Stream).GetAsync(id)).Username);
    }

    [Theory, Proves("F-14")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_was_missing_is_created_and_filled_with_the_transaction_or_not_at_all(bool commits)
    {
        NpgsqlTransaction transaction = await BeginAsync();
        IEventStore within = _store.Within(transaction);
        StreamNotFoundException missing = await Assert.ThrowsAsync<StreamNotFoundException>(() => within.AppendToAsync("orders", [Event()]));
        Assert.Equal("orders", missing.StreamName);
        Assert.False(await within.HasStreamAsync("orders"));
        await Assert.ThrowsAsync<StreamNotFoundException>(() => within.LoadAsync("orders").CountAsync().AsTask());
        await within.CreateStreamAsync("orders");
        await Assert.ThrowsAsync<StreamAlreadyExistsException>(() => within.CreateStreamAsync("orders"));
        await within.AppendToAsync("orders", [Event()]);
        Assert.Equal(["orders", Stream], await within.FetchStreamNamesRegexAsync("s$"));
        Assert.False(await _store.HasStreamAsync("orders"));

        await (commits ? transaction.CommitAsync() : transaction.RollbackAsync());

        Assert.Equal(commits, await _store.HasStreamAsync("orders"));
        Assert.Equal(commits ? 1 : 0, await CountByQueryAsync(_store));
        Assert.Equal(commits ? 1L : 0L, await ScalarAsync<long>($"select count(*) from pg_class where relname = '{new StoreSchema(_storage.Schema).TableOf("orders").TableName}' and relnamespace = '\"{_storage.Schema}\"'::regnamespace"));
    }

    [Fact, Proves("F-14")]
    public async Task A_stream_that_is_deleted_comes_back_with_a_rollback()
    {
        await _store.AppendToAsync(Stream, [Event()]);
        NpgsqlTransaction transaction = await BeginAsync();
        IEventStore within = _store.Within(transaction);
        await Assert.ThrowsAsync<StreamNotFoundException>(() => within.DeleteStreamAsync("orders"));
        await within.DeleteStreamAsync(Stream);
        Assert.False(await within.HasStreamAsync(Stream));

        await transaction.RollbackAsync();

        Assert.Single(await PositionsAsync(_store));
    }

    [Theory, Proves("F-15")]
    [InlineData("commit")]
    [InlineData("rollback")]
    [InlineData("dispose")]
    [InlineData("close")]
    public async Task A_transaction_that_has_ended_takes_no_append(string end)
    {
        NpgsqlTransaction transaction = await BeginAsync();
        NpgsqlConnection connection = transaction.Connection!;
        IEventStore within = _store.Within(transaction);
        await within.AppendToAsync(Stream, [Event()]);
        await (end switch
        {
            "commit" => transaction.CommitAsync(),
            "rollback" => transaction.RollbackAsync(),
            "dispose" => transaction.DisposeAsync().AsTask(),
            _ => connection.CloseAsync(),
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => within.AppendToAsync(Stream, [Event()]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => within.CreateStreamAsync("orders"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => within.HasStreamAsync(Stream));

        Assert.Equal(end == "commit" ? 1 : 0, (await PositionsAsync(_store)).Count);
    }

    [Theory, Proves("F-15")]
    [InlineData("commit", true)]
    [InlineData("dispose", true)]
    [InlineData("commit", false)]
    [InlineData("dispose", false)]
    public async Task A_store_within_a_transaction_that_has_ended_stays_out_of_a_strangers(string end, bool wasUsed)
    {
        await using NpgsqlDataSource one = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { MaxPoolSize = 1 });
        IEventStore within;
        NpgsqlTransaction ended;
        await using (NpgsqlConnection connection = await one.OpenConnectionAsync())
        {
            ended = await connection.BeginTransactionAsync();
            within = _store.Within(ended);
            if (wasUsed)
            {
                await within.AppendToAsync(Stream, [Event()]);
            }

            if (end == "commit")
            {
                await ended.CommitAsync();
            }

            await ended.DisposeAsync();
        }

        int before = (await PositionsAsync(_store)).Count;
        await using NpgsqlConnection strangers = await one.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await strangers.BeginTransactionAsync();
        Assert.Same(ended, transaction);

        await Assert.ThrowsAsync<InvalidOperationException>(() => within.AppendToAsync(Stream, [Event()]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => within.HasStreamAsync(Stream));
        await transaction.CommitAsync();

        Assert.Equal(before, (await PositionsAsync(_store)).Count);
    }

    [Theory, Proves("F-15")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_within_a_transaction_that_has_ended_stays_out_of_the_next_one(bool isReopened)
    {
        NpgsqlTransaction ended = await BeginAsync();
        NpgsqlConnection connection = ended.Connection!;
        IEventStore within = _store.Within(ended);
        await within.AppendToAsync(Stream, [Event()]);
        await ended.CommitAsync();
        await ended.DisposeAsync();
        if (isReopened)
        {
            await connection.CloseAsync();
            await connection.OpenAsync();
        }

        NpgsqlTransaction next = await connection.BeginTransactionAsync();
        Assert.Same(ended, next);
        await Assert.ThrowsAsync<InvalidOperationException>(() => within.AppendToAsync(Stream, [Event()]));
        await _store.Within(next).AppendToAsync(Stream, [Event()]);
        await next.CommitAsync();

        Assert.Equal(2, (await PositionsAsync(_store)).Count);
    }

    [Theory, Proves("F-15", "A-14")]
    [InlineData(IsolationLevel.RepeatableRead)]
    [InlineData(IsolationLevel.Serializable)]
    public async Task Within_an_older_snapshot_a_repeated_batch_is_sent_to_a_new_transaction_which_knows_it(IsolationLevel isolation)
    {
        DomainEvent[][] batches = [[Event()], [Of(Guid.CreateVersion7(), 1)]];
        NpgsqlTransaction transaction = await BeginAsync(isolation);
        IEventStore within = _store.Within(transaction);
        await within.AppendToAsync(Stream, [Event()]);
        foreach (DomainEvent[] batch in batches)
        {
            await _store.AppendToAsync(Stream, batch);

            ConcurrencyException unseen = await Assert.ThrowsAsync<ConcurrencyException>(() => within.AppendToAsync(Stream, batch));
            Assert.Contains("or it is this very batch, stored before", unseen.Message, StringComparison.Ordinal);
        }

        await transaction.RollbackAsync();
        within = _store.Within(await BeginAsync(isolation));
        foreach (DomainEvent[] batch in batches)
        {
            Assert.True((await within.AppendToAsync(Stream, batch)).AlreadyStored);
        }
    }

    [Theory, Proves("F-15")]
    [InlineData(IsolationLevel.ReadCommitted, false)]
    [InlineData(IsolationLevel.ReadCommitted, true)]
    [InlineData(IsolationLevel.RepeatableRead, true)]
    public async Task A_conflict_leaves_the_transaction_usable(IsolationLevel isolation, bool comesLater)
    {
        Guid id = Guid.CreateVersion7();
        DomainEvent plain = Event();
        NpgsqlTransaction transaction = await BeginAsync(isolation);
        IEventStore within = _store.Within(transaction);
        if (comesLater)
        {
            await within.AppendToAsync(Stream, [Event()]);
        }

        await _store.AppendToAsync(Stream, [Of(id, 1), plain]);
        ConcurrencyException conflict = await Assert.ThrowsAsync<ConcurrencyException>(() => within.AppendToAsync(Stream, [Event(), Of(id, 1)]));
        Assert.Equal((Stream, "user", id, 1L), (conflict.StreamName, conflict.AggregateType, conflict.AggregateId, conflict.AggregateVersion));
        conflict = await Assert.ThrowsAsync<ConcurrencyException>(() => within.AppendToAsync(Stream, [plain.WithAddedMetadata("again", true), Of(Guid.CreateVersion7(), 1)]));
        Assert.Equal([plain.EventId], conflict.KnownEventIds);
        conflict = await Assert.ThrowsAsync<ConcurrencyException>(() => within.AppendToAsync(Stream, [Event(), plain]));
        Assert.Equal(Stream, conflict.StreamName);
        await InsertMineAsync(transaction);
        await within.AppendToAsync(Stream, [Event()]);
        await transaction.CommitAsync();

        Assert.Equal(comesLater ? 4 : 3, (await PositionsAsync(_store)).Count);
        Assert.Equal(1, await CountMineAsync());
    }

    [Fact, Proves("F-15")]
    public async Task A_refused_unit_leaves_the_others_of_the_call_in_the_transaction()
    {
        Guid id = Guid.CreateVersion7();
        await _store.AppendToAsync(Stream, [Of(id, 1)]);
        NpgsqlTransaction transaction = await BeginAsync();
        DomainEvent repeated = Event();

        IReadOnlyList<AppendOutcome> outcomes = await _store.Within(transaction).AppendAsync(
            [AppendUnit.For(Stream, [repeated]), AppendUnit.For(Stream, [Event(), Of(id, 1)]), AppendUnit.For("missing", [Event()]), AppendUnit.For(Stream, [repeated])]);
        await transaction.CommitAsync();

        Assert.Equal([true, false, false, true], outcomes.Select(outcome => outcome.IsStored));
        Assert.IsType<ConcurrencyException>(outcomes[1].Exception);
        Assert.IsType<StreamNotFoundException>(outcomes[2].Exception);
        Assert.True(outcomes[3].Result.AlreadyStored);
        Assert.Equal(outcomes[0].Result.Positions, outcomes[3].Result.Positions);
        Assert.Equal(2, (await PositionsAsync(_store)).Count);
    }

    [Fact, Proves("F-15")]
    public async Task An_update_makes_one_try()
    {
        var id = Guid.CreateVersion7();
        await new Repository<User>(_store, Stream).SaveAsync(User.Register(id, "Alex"));
        NpgsqlTransaction transaction = await BeginAsync();
        var users = new Repository<User>(_store.Within(transaction), Stream, maxTries: 5);
        int tries = 0;

        await Assert.ThrowsAsync<ConcurrencyException>(() => users.UpdateAsync(id, async user =>
        {
            tries++;
            await new Repository<User>(_store, Stream).UpdateAsync(id, other => other.Rename("Max"));
            user.Rename("Sascha");
        }));
        Assert.Equal(1, tries);
        await users.UpdateAsync(id, user => user.Rename("Kim"));
        await transaction.CommitAsync();

        Assert.Equal("Kim", (await new Repository<User>(_store, Stream).GetAsync(id)).Username);
    }

    [Fact, Proves("F-15")]
    public async Task A_transaction_that_has_failed_takes_nothing_and_keeps_its_connection()
    {
        NpgsqlTransaction transaction = await BeginAsync();
        NpgsqlConnection connection = transaction.Connection!;
        await using var failing = new NpgsqlCommand("select 1 / 0", connection, transaction);
        await Assert.ThrowsAsync<PostgresException>(() => failing.ExecuteScalarAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.Within(transaction).AppendToAsync(Stream, [Event()]));
        await transaction.RollbackAsync();

        await using NpgsqlTransaction next = await connection.BeginTransactionAsync();
        await _store.Within(next).AppendToAsync(Stream, [Event()]);
        await next.CommitAsync();
        Assert.Single(await PositionsAsync(_store));
    }

    [Fact, Proves("F-15")]
    public async Task A_connection_that_is_cut_surfaces_as_it_is_and_leaves_nothing()
    {
        NpgsqlTransaction transaction = await BeginAsync();
        IEventStore within = _store.Within(transaction);
        await within.AppendToAsync(Stream, [Event()]);
        await ExecuteAsync($"select pg_terminate_backend({transaction.Connection!.ProcessID})");

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => within.AppendToAsync(Stream, [Event()]));

        Assert.Empty(await PositionsAsync(_store));
    }

    [Fact, Proves("F-08")]
    public async Task A_cancelled_append_leaves_the_transaction_usable()
    {
        Guid id = Guid.CreateVersion7();
        NpgsqlTransaction other = await BeginAsync();
        await _store.Within(other).AppendToAsync(Stream, [Of(id, 1)]);
        NpgsqlTransaction transaction = await BeginAsync();
        IEventStore within = _store.Within(transaction);
        await within.AppendToAsync(Stream, [Event()]);
        using var cancellation = new CancellationTokenSource();
        Task waiting = within.AppendToAsync(Stream, [Of(id, 1)], cancellation.Token);
        await WaitForLockAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await other.RollbackAsync();
        await within.AppendToAsync(Stream, [Of(id, 1)]);
        await transaction.CommitAsync();
        Assert.Equal(2, (await PositionsAsync(_store)).Count);
    }

    [Fact, Proves("W-05")]
    public async Task Appended_runs_when_the_events_are_inserted_and_not_when_they_are_refused()
    {
        var seen = new List<long>();
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, (domainEvent, _) =>
        {
            seen.Add(domainEvent.Position);
            return new(domainEvent);
        }));
        NpgsqlTransaction transaction = await BeginAsync();
        Guid id = Guid.CreateVersion7();

        AppendResult result = await store.Within(transaction).AppendToAsync(Stream, [Of(id, 1), Event()]);
        await Assert.ThrowsAsync<ConcurrencyException>(() => store.Within(transaction).AppendToAsync(Stream, [Of(id, 1)]));

        Assert.Equal(result.Positions, seen);
        Assert.Empty(await PositionsAsync(_store));
    }

    [Fact, Proves("W-06")]
    public async Task A_failing_Appended_says_that_the_events_are_part_of_the_transaction()
    {
        IEventStore store = CreateStore(builder => builder.AddMiddleware(DomainEventAction.Appended, (_, _) => throw new DivideByZeroException()));
        NpgsqlTransaction transaction = await BeginAsync();

        MiddlewareException exception = await Assert.ThrowsAsync<MiddlewareException>(() => store.Within(transaction).AppendToAsync(Stream, [Event()]));
        await transaction.CommitAsync();

        Assert.False(exception.IsCommitted);
        Assert.Contains("transaction", exception.Message, StringComparison.Ordinal);
        Assert.Equal(exception.Positions, await PositionsAsync(_store));
    }

    [Fact, Proves("F-24")]
    public async Task A_pattern_leaves_no_setting_in_the_transaction()
    {
        NpgsqlTransaction transaction = await BeginAsync();
        await using var setting = new NpgsqlCommand("show statement_timeout", transaction.Connection, transaction);
        object? before = await setting.ExecuteScalarAsync();

        await _store.Within(transaction).FetchStreamNamesRegexAsync("^u");

        Assert.Equal(before, await setting.ExecuteScalarAsync());
    }

    [Fact, Proves("F-24")]
    public async Task Disposing_it_ends_neither_the_transaction_nor_the_store()
    {
        NpgsqlTransaction transaction = await BeginAsync();
        IEventStore within = _store.Within(transaction);
        await within.AppendToAsync(Stream, [Event()]);

        await within.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => within.AppendToAsync(Stream, [Event()]));
        await _store.Within(transaction).AppendToAsync(Stream, [Event()]);
        await transaction.CommitAsync();
        Assert.Equal(2, (await PositionsAsync(_store)).Count);
    }

    [Fact, Proves("F-24")]
    public async Task Only_a_store_in_PostgreSQL_outside_of_a_transaction_joins_one()
    {
        NpgsqlTransaction transaction = await BeginAsync();
        IEventStore within = _store.Within(transaction);

        Assert.Throws<ArgumentNullException>(() => _store.Within(null!));
        Assert.Throws<ArgumentException>(() => within.Within(transaction));
        await Assert.ThrowsAsync<InvalidOperationException>(() => within.InstallAsync());
        await _store.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => _store.Within(transaction));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => within.HasStreamAsync(Stream));
    }

    private static DomainEvent Event() => DomainEvent.Create(Users.Catalog, new UserCreated("Alex"));

    private static DomainEvent Of(Guid id, long version) =>
        DomainEvent.Create(Users.Catalog, new UserCreated("Alex"), id).WithAggregateType("user").WithVersion(version);

    private static async Task<List<long>> PositionsAsync(IEventStore store) => await store.LoadAsync(Stream).Select(e => e.Position).ToListAsync();

    private static Task<int> CountByQueryAsync(IEventStore store) => store.Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync();

    private IEventStore CreateStore(Action<EventStoreBuilder>? configure = null)
    {
        EventStoreBuilder builder = new EventStoreBuilder().AddEvents(Users.Catalog);
        _storage.Use(builder);
        configure?.Invoke(builder);
        _stores.Add(builder.Build());
        return _stores[^1];
    }

    private async Task<NpgsqlTransaction> BeginAsync(IsolationLevel isolation = IsolationLevel.ReadCommitted)
    {
        NpgsqlConnection connection = await _source.OpenConnectionAsync();
        _connections.Insert(0, connection);
        return await connection.BeginTransactionAsync(isolation);
    }

    private async Task InsertMineAsync(NpgsqlTransaction transaction)
    {
        await using var command = new NpgsqlCommand($"insert into \"{_storage.Schema}\".mine values (1)", transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<int> CountMineAsync() => (int)await ScalarAsync<long>($"select count(*) from \"{_storage.Schema}\".mine");

    private async Task WaitForLockAsync()
    {
        while (await ScalarAsync<long>($"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%{_storage.Schema}%'") == 0)
        {
            await Task.Delay(5);
        }
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
