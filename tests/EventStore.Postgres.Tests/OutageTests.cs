using System.Net.Sockets;
using EventStore.Conformance;
using EventStore.Conformance.Domain;
using EventStore.Providers;
using Npgsql;
using static EventStore.Postgres.Tests.ProjectionSteps;

namespace EventStore.Postgres.Tests;

/// <summary>What a caller is told where the server is out of reach, ends the session or does not answer.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private const string Stream = "users";

    /// <summary>Nobody listens there.</summary>
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=x;Database=x";

    private readonly CuttingProxy _proxy = new();
    private TestStore _direct = null!;
    private IEventStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _direct = await (await TestStore.CreateAsync()).WithStreamsAsync(Stream);
        _store = Create(_proxy.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _proxy.Dispose();
        await _direct.DisposeAsync();
    }

    [Fact, Proves("F-27", "F-10")]
    public async Task An_append_to_a_server_that_is_not_there_has_written_nothing()
    {
        await using IEventStore store = Create(Nowhere);
        var user = User.Register(Guid.CreateVersion7(), "Sascha");

        StoreUnavailableException[] thrown =
        [
            await ThrowsAsync(() => store.AppendToAsync(Stream, [Event("1")])),
            Assert.IsType<StoreUnavailableException>((await store.AppendAsync([AppendUnit.For(Stream, [Event("1")])]))[0].Exception),
            await ThrowsAsync(() => new Repository<User>(store, Stream).SaveAsync(user)),
        ];

        Assert.All(thrown, exception =>
        {
            Assert.True(exception.WroteNothing);
            Assert.False(exception.IsTimeout);
            Assert.Equal($"schema \"{_direct.Schema}\"", exception.Store);
            Assert.IsType<SocketException>(Assert.IsType<NpgsqlException>(exception.InnerException).InnerException);
            Assert.Contains("is out of reach: Failed to connect to 127.0.0.1:1 (Connection refused). Nothing was written. Append the same events again", exception.Message, StringComparison.Ordinal);
        });
    }

    [Theory, Proves("F-27")]
    [InlineData("install", false)]
    [InlineData("create", false)]
    [InlineData("delete", false)]
    [InlineData("has", true)]
    [InlineData("names", true)]
    [InlineData("pattern", true)]
    [InlineData("categories", true)]
    [InlineData("load", true)]
    [InlineData("load backwards", true)]
    [InlineData("merge", true)]
    [InlineData("aggregate", true)]
    [InlineData("query", true)]
    [InlineData("open appends", true)]
    [InlineData("project", false)]
    [InlineData("read model", false)]
    [InlineData("projections", true)]
    [InlineData("status", true)]
    [InlineData("parked", true)]
    [InlineData("stop", false)]
    [InlineData("replace", false)]
    public async Task Every_call_to_a_server_that_is_not_there_says_so(string call, bool wroteNothing)
    {
        await using IEventStore store = Create(Nowhere);

        StoreUnavailableException thrown = await ThrowsAsync(() => CallAsync(store, call));

        Assert.Equal(wroteNothing, thrown.WroteNothing);
        Assert.False(thrown.IsTimeout);
        Assert.IsType<NpgsqlException>(thrown.InnerException, exactMatch: false);
        Assert.EndsWith("See that the server is up, and takes connections from here.", thrown.Message, StringComparison.Ordinal);
    }

    [Theory, Proves("F-27")]
    [InlineData("load", true)]
    [InlineData("load backwards", true)]
    [InlineData("aggregate", true)]
    [InlineData("delete", false)]
    public async Task A_session_that_the_server_ends_in_the_midst_of_a_call_is_told_and_the_next_call_goes_on(string call, bool wroteNothing)
    {
        var user = Guid.CreateVersion7();
        await new Repository<User>(_store, Stream).SaveAsync(User.Register(user, "Sascha"));
        StoreUnavailableException thrown;
        await using (NpgsqlConnection other = await _direct.Source.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await using NpgsqlTransaction transaction = await LockAsync(other);
            Task<StoreUnavailableException> throws = ThrowsAsync(() => CallAsync(_store, call, user));
            await _direct.WaitForLockAsync();
            await _direct.ScalarAsync<long>($"select count(pg_terminate_backend(pid)) from pg_stat_activity where wait_event_type = 'Lock' and query like '%{_direct.Schema}%'");
            thrown = await throws;
        }

        Assert.Equal(wroteNothing, thrown.WroteNothing);
        Assert.False(thrown.IsTimeout);
        Assert.Equal(PostgresErrorCodes.AdminShutdown, Assert.IsType<PostgresException>(thrown.InnerException).SqlState);
        Assert.Contains("SQLSTATE 57P01", thrown.Message, StringComparison.Ordinal);
        await CallAsync(_store, call, user);
    }

    [Theory, Proves("F-27", "F-12")]
    [InlineData("load")]
    [InlineData("aggregate")]
    [InlineData("delete")]
    public async Task A_command_that_takes_too_long_is_a_time_out_and_names_the_option(string call)
    {
        await using IEventStore store = Create(TestServer.ConnectionString, TimeSpan.FromSeconds(1));
        await using NpgsqlConnection other = await _direct.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await LockAsync(other);

        StoreUnavailableException thrown = await ThrowsAsync(() => CallAsync(store, call));

        Assert.True(thrown.IsTimeout);
        Assert.Contains("did not answer in time", thrown.Message, StringComparison.Ordinal);
        Assert.EndsWith("raise PostgresOptions.CommandTimeout.", thrown.Message, StringComparison.Ordinal);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.True(await store.HasStreamAsync(Stream));
    }

    [Fact, Proves("F-27", "F-10")]
    public async Task A_projection_that_keeps_running_waits_for_a_server_that_comes_back()
    {
        Projector<NameList> projector = Projector(_store);
        Task<NameList> run = projector.RunAsync(keepRunning: true, TestContext.Current.CancellationToken);
        await _store.AppendToAsync(Stream, [Event("before")]);
        await UntilAsync(() => projector.State.Names.Count == 1);

        _proxy.GoAway();
        await ThrowsAsync(() => Projector(_store, "other").RunAsync());
        await _direct.AppendAsync(Stream, Events.Plain());
        int refused = _proxy.Refused;
        await UntilAsync(() => _proxy.Refused >= refused + 2);
        Assert.False(run.IsCompleted);

        _proxy.ComeBack();
        await _store.AppendToAsync(Stream, [Event("after")]);
        await UntilAsync(() => projector.State.Names.Count == 2);
        Assert.Equal(["before", "after"], projector.State.Names);
        await projector.StopAsync(TestContext.Current.CancellationToken);
        await run;
    }

    [Theory, Proves("F-27")]
    [InlineData(1000, "The projection goes on from its last checkpoint when it is run again.")]
    [InlineData(1, "cannot be found out")]
    public async Task A_run_that_loses_its_server_never_says_that_nothing_was_written(int blockSize, string message)
    {
        await using IEventStore store = Create(_proxy.ConnectionString, TimeSpan.FromSeconds(1), pageSize: 2);
        await store.AppendToAsync(Stream, Enumerable.Range(0, 10).Select(i => Event($"{i}")));
        int handled = 0;

        StoreUnavailableException thrown = await ThrowsAsync(() => store.Projector("count", () => 0, new ProjectionOptions { BlockSize = blockSize })
            .FromStream(Stream)
            .When<UsernameChanged>((count, _) =>
            {
                if (handled++ == 0)
                {
                    _proxy.GoAway();
                }

                return count + 1;
            })
            .RunAsync());

        Assert.False(thrown.WroteNothing);
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.Equal($"schema \"{_direct.Schema}\"", thrown.Store);
    }

    [Fact, Proves("F-27")]
    public async Task A_checkpoint_whose_session_ends_is_told_and_what_its_work_throws_itself_surfaces_as_it_is()
    {
        IProjectionStore projections = _direct.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync();
        var own = new NpgsqlException("elsewhere", new TimeoutException());

        StoreUnavailableException ended = await ThrowsAsync(() => projections.CheckpointAsync(Checkpoint(lease) with { Work = Sql("select pg_terminate_backend(pg_backend_pid())") }, default).AsTask());
        NpgsqlException thrown = await Assert.ThrowsAsync<NpgsqlException>(() => projections.CheckpointAsync(Checkpoint(lease) with { Work = (_, _) => throw own }, default).AsTask());
        NpgsqlException reset = await Assert.ThrowsAsync<NpgsqlException>(() => projections.ResetAsync(lease, (_, _) => throw own, default));

        Assert.True(projections.IsTransient(ended));
        Assert.Equal(PostgresErrorCodes.AdminShutdown, Assert.IsType<PostgresException>(ended.InnerException).SqlState);
        Assert.Same(own, thrown);
        Assert.Same(own, reset);
        await projections.CheckpointAsync(Checkpoint(lease), default);
    }

    [Fact, Proves("F-27")]
    public async Task A_server_that_refuses_the_connection_is_no_outage()
    {
        await using IEventStore store = Create(new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Database = "no such database" }.ConnectionString);

        EventStoreException read = await Assert.ThrowsAsync<EventStoreException>(() => store.HasStreamAsync(Stream));
        EventStoreException append = await Assert.ThrowsAsync<EventStoreException>(() => store.AppendToAsync(Stream, [Event("1")]));

        Assert.All([read, append], exception =>
        {
            Assert.Contains("refuses a connection", exception.Message, StringComparison.Ordinal);
            Assert.Contains("no such database", exception.Message, StringComparison.Ordinal);
        });
    }

    [Fact, Proves("F-27")]
    public async Task A_server_that_has_no_connection_left_is_an_outage()
    {
        string role = $"crowd_{_direct.Schema}";
        await _direct.ExecuteAsync($"create role {role} login connection limit 0");
        try
        {
            await using IEventStore store = Create(new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Username = role }.ConnectionString);
            StoreUnavailableException[] thrown =
            [
                await ThrowsAsync(() => CallAsync(store, "load")),
                await ThrowsAsync(() => CallAsync(store, "aggregate")),
                await ThrowsAsync(() => CallAsync(store, "has")),
                await ThrowsAsync(() => store.AppendToAsync(Stream, [Event("1")])),
            ];

            Assert.All(thrown, exception => Assert.Equal((PostgresErrorCodes.TooManyConnections, true), (Assert.IsType<PostgresException>(exception.InnerException).SqlState, exception.WroteNothing)));
        }
        finally
        {
            await _direct.ExecuteAsync($"drop role {role}");
        }
    }

    [Fact, Proves("F-27")]
    public void What_the_driver_refuses_by_itself_is_no_outage()
    {
        var refusal = new NpgsqlException("No password has been provided but the backend requires one (in SASL/SCRAM-SHA-256)");

        Exception explained = Outages.Explain(refusal, new StoreSchema("es"), StoreOperation.Read);

        Assert.IsType<EventStoreException>(explained);
        Assert.Same(refusal, explained.InnerException);
        Assert.Contains("No password has been provided", explained.Message, StringComparison.Ordinal);
    }

    [Theory, Proves("F-27")]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CrashShutdown, true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData("57P05", true)]
    [InlineData(PostgresErrorCodes.ConnectionFailure, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    [InlineData("25P03", true)]
    [InlineData(PostgresErrorCodes.SerializationFailure, false)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, false)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    [InlineData(PostgresErrorCodes.InvalidPassword, false)]
    public void Each_answer_of_the_server_is_of_the_librarys_own_and_tells_its_code(string sqlState, bool isOutage)
    {
        var answer = new PostgresException("something", "FATAL", "FATAL", sqlState);

        Exception explained = Outages.Explain(answer, new StoreSchema("es"), StoreOperation.Project);

        Assert.Equal(isOutage, Assert.IsType<EventStoreException>(explained, exactMatch: false) is StoreUnavailableException);
        Assert.Same(answer, explained.InnerException);
        Assert.Contains($"something (SQLSTATE {sqlState})", explained.Message, StringComparison.Ordinal);
        Assert.Equal(ProjectionErrors.IsTransient(answer), ProjectionErrors.IsTransient(explained));
    }

    private static Task<StoreUnavailableException> ThrowsAsync(Func<Task> call) => Assert.ThrowsAsync<StoreUnavailableException>(call);

    private static async Task CallAsync(IEventStore store, string call, Guid user = default)
    {
        await (call switch
        {
            "install" => store.InstallAsync(),
            "create" => store.CreateStreamAsync("another"),
            "delete" => store.DeleteStreamAsync(Stream),
            "has" => store.HasStreamAsync(Stream),
            "names" => store.FetchAllStreamNamesAsync(),
            "pattern" => store.FetchStreamNamesRegexAsync("^u"),
            "categories" => store.FetchCategoryNamesAsync(),
            "load" => store.LoadAsync(Stream).CountAsync().AsTask(),
            "load backwards" => store.LoadBackwardsAsync(Stream).CountAsync().AsTask(),
            "merge" => store.MergeAndLoadAsync([new LoadStreamParameter(Stream)]).CountAsync().AsTask(),
            "aggregate" => new Repository<User>(store, Stream).GetAsync(user == default ? Guid.CreateVersion7() : user),
            "query" => store.Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync(),
            "open appends" => store.FetchOpenAppendsAsync(),
            "project" => Projector(store).RunAsync(),
            "read model" => store.ReadModelProjector("names", new Rows()).FromStream(Stream).When<UsernameChanged>((_, _) => { }).RunAsync(),
            "projections" => store.Projections.FetchNamesAsync(),
            "status" => store.Projections.FetchStatusAsync("names"),
            "parked" => store.Projections.FetchParkedEventsAsync("names"),
            "stop" => store.Projections.StopAsync("names"),
            "replace" => store.Projections.ReplaceAsync("names", "others"),
            _ => throw new ArgumentOutOfRangeException(nameof(call), call, null),
        });
    }

    private static DomainEvent Event(string name) => DomainEvent.Create(Users.Catalog, new UsernameChanged(name));

    private static Projector<NameList> Projector(IEventStore store, string name = "names") =>
        store.Projector(name, () => new NameList()).FromStream(Stream).When<UsernameChanged>((list, e) => list.Names.Add(e.Payload.Username));

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private async Task<NpgsqlTransaction> LockAsync(NpgsqlConnection connection)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"lock table {_direct.TableOf(Stream)} in access exclusive mode", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private IEventStore Create(string connectionString, TimeSpan? commandTimeout = null, int pageSize = 100) => new EventStoreBuilder()
        .UsePostgres(connectionString, new PostgresOptions { Schema = _direct.Schema, CommandTimeout = commandTimeout })
        .AddEvents(Users.Catalog)
        .WithPageSize(pageSize)
        .Build();

    private sealed class Rows() : PostgresReadModel(new ReadModelTable("rows"))
    {
        public override Task InitAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
