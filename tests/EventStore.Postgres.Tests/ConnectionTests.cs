using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData(PostgresPrepare.Auto, true)]
    [InlineData(PostgresPrepare.Always, true)]
    [InlineData(PostgresPrepare.Never, false)]
    public async Task Statements_are_prepared_from_their_second_time_on_where_that_is_safe(PostgresPrepare prepare, bool isPrepared)
    {
        await using TestStore store = await (await TestStore.CreateAsync(options: new PostgresOptions { Prepare = prepare }, connectionString: "Maximum Pool Size=1")).WithStreamsAsync("a");
        Task<long> CountAsync() => store.ScalarAsync<long>($"select count(*) from pg_prepared_statements where statement like '%insert into {store.TableOf("a")}%'");

        await store.AppendAsync("a", Events.Plain());
        Assert.Equal(0, await CountAsync());
        await store.AppendAsync("a", Events.Plain(), Events.Plain());
        await store.AppendAsync("a", Events.Plain());

        Assert.Equal(isPrepared ? 1 : 0, await CountAsync());
    }

    [Fact]
    public async Task A_physical_connection_is_asked_once_and_known_again()
    {
        await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource($"{TestServer.ConnectionString};Maximum Pool Size=1");
        await using var connections = new PostgresConnections(source, ownsSource: false, new PostgresOptions());
        ConnectionTraits first;
        await using (PostgresSession session = await connections.OpenAsync(default))
        {
            first = session.Traits;
            Assert.True(first.Prepares);
            Assert.True(first.ReadsCommitted);
        }

        await using (PostgresSession session = await connections.OpenAsync(default))
        {
            Assert.Same(first, session.Traits);
        }

        source.Clear();
        await using (PostgresSession session = await connections.OpenAsync(default))
        {
            Assert.NotSame(first, session.Traits);
        }
    }

    [Fact]
    public async Task A_connection_that_comes_as_its_caller_gives_up_goes_back_to_the_pool()
    {
        await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource($"{TestServer.ConnectionString};Maximum Pool Size=1");
        await using var connections = new PostgresConnections(source, ownsSource: false, new PostgresOptions());
        PostgresSession held = await connections.OpenAsync(default);
        for (int i = 0; i < 2000; i++)
        {
            using var cancellation = new CancellationTokenSource();
            ValueTask<PostgresSession> opening = connections.OpenAsync(cancellation.Token);
            Task release = Task.Run(async () => await held.DisposeAsync());
            await cancellation.CancelAsync();
            await release;
            try
            {
                held = await opening;
            }
            catch (OperationCanceledException)
            {
                held = await connections.OpenAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            }
        }

        await held.DisposeAsync();
    }

    [Fact]
    public async Task A_statement_that_waited_beside_a_new_one_is_not_taken_for_prepared()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        await using var connections = new PostgresConnections(store.Source, ownsSource: false, new PostgresOptions());
        await using PostgresSession session = await connections.OpenAsync(default);
        string[] statements = [$"select count(*) from {store.TableOf("a")}", $"select count(*) from {store.TableOf("b")}"];
        await PrepareAsync(statements[..1]);
        await PrepareAsync(statements);
        await using NpgsqlConnection other = await store.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var lockTable = new NpgsqlCommand($"lock table {store.TableOf("a")}", other))
        {
            await lockTable.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        PostgresException thrown = await Assert.ThrowsAsync<PostgresException>(() => PrepareAsync(statements[..1]));

        Assert.Equal(PostgresErrorCodes.LockNotAvailable, thrown.SqlState);

        async Task PrepareAsync(string[] texts)
        {
            await using NpgsqlBatch batch = session.CreateBatch();
            Array.ForEach(texts, sql => PostgresSession.Add(batch, sql));
            await session.PrepareAsync(batch, "set local lock_timeout = 100", default);
        }
    }

    [Fact]
    public async Task The_number_of_prepared_statements_is_bounded()
    {
        await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource($"{TestServer.ConnectionString};Maximum Pool Size=1");
        await using var connections = new PostgresConnections(source, ownsSource: false, new PostgresOptions());
        await using PostgresSession session = await connections.OpenAsync(default);
        for (int i = 0; i < ConnectionTraits.MaxPrepared + 10; i++)
        {
            for (int time = 0; time < 2; time++)
            {
                await using NpgsqlBatch batch = session.CreateBatch();
                PostgresSession.Add(batch, $"select {i}");
                await using NpgsqlDataReader reader = await session.ExecuteAsync(batch, default);
                Assert.True(await reader.ReadAsync());
                Assert.Equal(i, reader.GetInt32(0));
            }
        }

        await using var count = new NpgsqlCommand("select count(*) from pg_prepared_statements", session.Connection);
        Assert.InRange((long)(await count.ExecuteScalarAsync())!, 1, 20);
    }

    [Fact]
    public async Task A_data_source_without_arrays_is_told_what_it_lacks()
    {
        await using NpgsqlDataSource source = new NpgsqlSlimDataSourceBuilder(TestServer.ConnectionString).Build();
        await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions(), TimeProvider.System);

        Assert.Contains("EnableArrays", (await Assert.ThrowsAsync<EventStoreException>(() => log.InstallAsync(default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_right_is_not_a_missing_stream()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        string role = $"reader_{store.Schema}";
        await store.ExecuteAsync($"create role {role} login; grant usage on schema {store.Schema} to {role}");
        try
        {
            await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Username = role }.ConnectionString);
            await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions { Schema = store.Schema }, TimeProvider.System);
            var request = new ReadRequest { Streams = [new StreamRange { StreamName = "a", From = 1 }], Limit = 1 };

            Assert.Contains("lacks a right", (await Assert.ThrowsAsync<MissingRightException>(async () => await log.ReadAsync(request, default))).Message, StringComparison.Ordinal);
            AppendOutcome outcome = (await log.AppendAsync([Events.Unit(("a", [Events.Plain()]))], default))[0];
            Assert.Contains("lacks a right", Assert.IsType<MissingRightException>(outcome.Exception).Message, StringComparison.Ordinal);
        }
        finally
        {
            await store.ExecuteAsync($"drop owned by {role}; drop role {role}");
        }
    }

    [Fact]
    public async Task A_store_is_built_over_a_connection_string_or_a_data_source()
    {
        string schema = TestServer.NewSchema();
        await using (IEventStore store = new EventStoreBuilder().UsePostgres(TestServer.ConnectionString, new PostgresOptions { Schema = schema }).Build())
        {
            await store.InstallAsync();
            await store.CreateStreamAsync("a");
        }

        await using TestStore other = await TestStore.CreateAsync(schema);
        await using (IEventStore store = new EventStoreBuilder().UsePostgres(other.Source, new PostgresOptions { Schema = schema }).Build())
        {
            Assert.True(await store.HasStreamAsync("a"));
        }

        Assert.True(await other.Log.HasStreamAsync("a", default));
        Assert.Throws<ArgumentException>(() => new EventStoreBuilder().UsePostgres($"{TestServer.ConnectionString};Multiplexing=true"));
        Assert.Throws<ArgumentException>(() => new EventStoreBuilder().UsePostgres(TestServer.ConnectionString, new PostgresOptions { Schema = new string('x', 64) }));
        Assert.Throws<ArgumentException>(() => new EventStoreBuilder().UsePostgres(TestServer.ConnectionString, new PostgresOptions { Schema = "pg_temp" }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventStoreBuilder().UsePostgres(TestServer.ConnectionString, new PostgresOptions { CommandTimeout = TimeSpan.Zero }));
    }
}
