using EventStore.Conformance;
using EventStore.Conformance.Domain;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Runs of read models in the database, some of whose events cannot be handled.</summary>
public sealed class ReadModelRunTests : IAsyncLifetime
{
    private const string Stream = "numbers";

    private readonly PostgresTestStorage _storage = new();
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(TestServer.ConnectionString);
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private IEventStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        EventStoreBuilder builder = new EventStoreBuilder().AddEvents(Users.Catalog).WithTimeProvider(_clock);
        _storage.Use(builder);
        _store = builder.Build();
        await _store.InstallAsync();
        await _store.CreateStreamAsync(Stream);
        await _store.AppendToAsync(Stream, Enumerable.Range(1, 5).Select(number => DomainEvent.Create(Users.Catalog, new IntegerNoted(number))));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _storage.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Theory, Proves("P-51")]
    [InlineData(PoisonPolicy.Retry, false)]
    [InlineData(PoisonPolicy.Retry, true)]
    [InlineData(PoisonPolicy.Park, false)]
    [InlineData(PoisonPolicy.Park, true)]
    public async Task A_handler_that_was_left_behind_writes_neither_into_the_stack_nor_into_the_transaction(PoisonPolicy policy, bool isPersisting)
    {
        var released = new TaskCompletionSource();
        var late = new List<Exception?>();
        int calls = 0;
        var rows = new Rows(_storage.Schema, "v bigint");
        Task run = Projector(rows, policy, TimeSpan.FromMilliseconds(50)).When<IntegerNoted>(async (model, e) =>
        {
            if (++calls == 2)
            {
                await released.Task.ConfigureAwait(false);
                late.Add(Record.Exception(() => model.Add(e.Payload.Value)));
                late.Add(Record.Exception(() => model.Own(_ => Task.CompletedTask)));
                late.Add(await Record.ExceptionAsync(() => model.AddAtOnceAsync(e.Payload.Value)).ConfigureAwait(false));
            }

            if (calls > 2 && e.Payload.Value == 3)
            {
                void Release() => released.TrySetResult();
                if (isPersisting)
                {
                    model.Own(token => Task.Run(Release, token));
                }
                else
                {
                    Release();
                }
            }

            model.Add(e.Payload.Value);
        }).RunAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (!run.IsCompleted)
        {
            Assert.False(patience.IsCancellationRequested, "The run does not end.");
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(run, Task.Delay(5, patience.Token));
        }

        await run;

        Assert.Equal("1 2 3 4 5", await rows.ReadAsync(_source));
        Assert.Equal(3, late.Count);
        Assert.All(late, thrown => Assert.Contains("HandlerTimeout", Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal));
    }

    [Fact, Proves("V-15", "P-43")]
    public async Task An_event_that_a_deferred_constraint_refuses_is_parked()
    {
        Rows rows = await CreateChildrenAsync("1", "3", "4", "5");
        ReadModelProjector<Rows, Rows> projector = Projector(rows, PoisonPolicy.Park).When<IntegerNoted>((model, e) => model.Add(e.Payload.Value));

        await RunAsync(projector);

        Assert.Equal("1 3 4 5", await rows.ReadAsync(_source));
        ParkedEvent parked = Assert.Single(await _store.Projections.FetchParkedEventsAsync("rows", TestContext.Current.CancellationToken));
        Assert.Equal(2, parked.Attempts);
        Assert.Contains("23503", parked.Error, StringComparison.Ordinal);

        await _store.Projections.ResumeAsync("rows", TestContext.Current.CancellationToken);
        await RunAsync(projector);
        Assert.Equal(3, Assert.Single(await _store.Projections.FetchParkedEventsAsync("rows", TestContext.Current.CancellationToken)).Attempts);

        await ExecuteAsync($"insert into {rows.Parents} values (2)");
        await _store.Projections.ResumeAsync("rows", TestContext.Current.CancellationToken);
        await RunAsync(projector);
        Assert.Equal("1 3 4 5 2", await rows.ReadAsync(_source));
        Assert.Empty(await _store.Projections.FetchParkedEventsAsync("rows", TestContext.Current.CancellationToken));
    }

    [Theory, Proves("V-15", "P-43", "P-42")]
    [InlineData(PoisonPolicy.Stop, "")]
    [InlineData(PoisonPolicy.Retry, "1")]
    public async Task What_a_deferred_constraint_refuses_ends_the_run_and_says_so(PoisonPolicy policy, string left)
    {
        Rows rows = await CreateChildrenAsync("1", "3", "4", "5");
        ReadModelProjector<Rows, Rows> projector = Projector(rows, policy).When<IntegerNoted>((model, e) => model.Add(e.Payload.Value));

        EventStoreException thrown = await Assert.ThrowsAnyAsync<EventStoreException>(() => RunAsync(projector));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, Assert.IsType<PostgresException>(thrown.InnerException).SqlState);
        Assert.Contains("'rows'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("at the commit", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(left, await rows.ReadAsync(_source));
        await ExecuteAsync($"insert into {rows.Parents} values (2)");
        await RunAsync(projector);
        Assert.Equal("1 2 3 4 5", await rows.ReadAsync(_source));
    }

    [Fact, Proves("V-15", "P-43")]
    public async Task An_event_that_a_deferred_trigger_refuses_is_parked()
    {
        var rows = new Rows(
            _storage.Schema,
            "v bigint",
            "create function refuse() returns trigger language plpgsql as $f$ begin if new.v = 2 then raise exception 'no two'; end if; return new; end $f$",
            "create constraint trigger refuses after insert on rows deferrable initially deferred for each row execute function refuse()");

        await RunAsync(Projector(rows, PoisonPolicy.Park).When<IntegerNoted>((model, e) => model.Add(e.Payload.Value)));

        Assert.Equal("1 3 4 5", await rows.ReadAsync(_source));
        Assert.Contains("no two", Assert.Single(await _store.Projections.FetchParkedEventsAsync("rows", TestContext.Current.CancellationToken)).Error, StringComparison.Ordinal);
    }

    [Theory, Proves("V-15")]
    [InlineData(PostgresErrorCodes.QueryCanceled)]
    [InlineData(PostgresErrorCodes.InternalError)]
    [InlineData(PostgresErrorCodes.ProgramLimitExceeded)]
    public async Task What_else_fails_at_the_commit_is_no_failure_of_an_event(string sqlState)
    {
        var rows = new Rows(
            _storage.Schema,
            "v bigint",
            $"create function fail() returns trigger language plpgsql as $f$ begin raise exception using errcode = '{sqlState}'; end $f$",
            "create constraint trigger fails after insert on rows deferrable initially deferred for each row execute function fail()");

        Exception? thrown = await Record.ExceptionAsync(() => RunAsync(Projector(rows, PoisonPolicy.Park).When<IntegerNoted>((model, e) => model.Add(e.Payload.Value))));

        Assert.Equal(sqlState, Assert.IsType<PostgresException>(thrown as PostgresException ?? thrown?.InnerException).SqlState);
        Assert.Empty(await _store.Projections.FetchParkedEventsAsync("rows", TestContext.Current.CancellationToken));
        Assert.Equal("", await rows.ReadAsync(_source));
    }

    [Fact, Proves("V-15")]
    public async Task Events_that_a_deferred_constraint_takes_together_are_taken_together()
    {
        var rows = new Rows(_storage.Schema, "v bigint, unique (v) deferrable initially deferred");
        await RunAsync(Projector(rows, PoisonPolicy.Park).When<IntegerNoted>((model, e) =>
        {
            switch (e.Payload.Value)
            {
                case 1 or 2:
                    model.Add(e.Payload.Value);
                    break;
                case 3 or 4:
                    model.Set(place: e.Payload.Value - 2, value: 5 - e.Payload.Value);
                    break;
            }
        }));

        Assert.Equal("2 1", await rows.ReadAsync(_source));
        Assert.Empty(await _store.Projections.FetchParkedEventsAsync("rows", TestContext.Current.CancellationToken));
    }

    private static Task<Rows> RunAsync(ReadModelProjector<Rows, Rows> projector) => projector.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Rows each of which wants a parent when it is committed.</summary>
    private async Task<Rows> CreateChildrenAsync(params string[] parents)
    {
        var rows = new Rows(_storage.Schema, "v bigint references parents deferrable initially deferred");
        await ExecuteAsync($"create table {rows.Parents} (id bigint primary key); insert into {rows.Parents} values ({string.Join("), (", parents)})");
        return rows;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private ReadModelProjector<Rows, Rows> Projector(Rows rows, PoisonPolicy policy, TimeSpan? timeout = null) => _store
        .ReadModelProjector("rows", rows, new ProjectionOptions { PoisonPolicy = policy, Retries = 1, RetryDelay = TimeSpan.Zero, HandlerTimeout = timeout })
        .FromStream(Stream);

    private sealed class Rows(string schema, string columns, params string[] also) : PostgresReadModel(new ReadModelTable("rows", schema))
    {
        public ReadModelTable Parents { get; } = new("parents", schema);

        public override async Task InitAsync(CancellationToken cancellationToken)
        {
            foreach (string sql in (string[])[$"set local search_path = {new SqlIdentifier(schema)}", $"create table rows (place bigint generated always as identity, {columns})", .. also])
            {
                await Client.ExecuteAsync(sql, cancellationToken: cancellationToken);
            }
        }

        public void Set(long place, long value) => Update(new() { ["place"] = place }, new() { ["v"] = value });

        public void Add(long value) => Insert(new() { ["v"] = value });

        public Task AddAtOnceAsync(long value) => Client.InsertAsync(Table, new() { ["v"] = value });

        public void Own(Func<CancellationToken, Task> operation) => Stack(operation);

        public async Task<string> ReadAsync(NpgsqlDataSource source)
        {
            await using NpgsqlCommand command = source.CreateCommand($"select coalesce(string_agg(v::text, ' ' order by place), '') from {Table}");
            return (string)(await command.ExecuteScalarAsync())!;
        }
    }
}
