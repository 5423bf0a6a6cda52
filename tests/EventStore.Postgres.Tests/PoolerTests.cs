using EventStore.Conformance;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Behind a pooler in transaction mode.</summary>
public sealed class PoolerTests
{
    [Fact, Proves("F-20")]
    public async Task Clients_that_share_connections_never_write_into_each_others_streams()
    {
        const int Clients = 6;
        const int Appends = 40;
        string[] streams = [.. Enumerable.Range(0, Clients).Select(client => $"client-{client}")];
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync(streams);

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(TestServer.PoolerConnectionString);
            await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions { Schema = store.Schema }, TimeProvider.System);
            for (int i = 0; i < Appends; i++)
            {
                // The same statement, save for the table: what a shared name of a prepared one would mix up.
                Assert.True((await log.AppendAsync([Events.Unit((streams[client], [Events.Plain(name: streams[client])]))], default))[0].IsStored);
            }
        })));

        foreach (string stream in streams)
        {
            Assert.Equal($"{Appends} {stream}", await store.ScalarAsync<string>($"select count(*) || ' ' || min(event_name) from {store.TableOf(stream)} having min(event_name) = max(event_name)"));
        }
    }

    [Fact, Proves("F-20")]
    public async Task Nothing_is_prepared_behind_a_pooler_and_an_append_in_doubt_is_not_traced_to_a_process()
    {
        await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(TestServer.PoolerConnectionString);
        await using var connections = new PostgresConnections(source, ownsSource: false, new PostgresOptions());
        await using PostgresSession session = await connections.OpenAsync(default);

        Assert.False(session.Traits.Prepares);
        Assert.False(session.Traits.ReachesServer);
        Assert.False(session.Traits.ReadsCommitted);
    }

    [Fact]
    public async Task Projections_that_share_connections_keep_their_leases_and_their_checkpoints()
    {
        const int Blocks = 10;
        await using TestStore store = await TestStore.CreateAsync();
        await store.ExecuteAsync($"create table {store.Schema}.rows (id int)");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(projection => Task.Run(async () =>
        {
            await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(TestServer.PoolerConnectionString);
            await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions { Schema = store.Schema }, TimeProvider.System);
            ProjectionLease lease = await log.Projections.AcquiredAsync($"p{projection}");
            for (int revision = 0; revision < Blocks; revision++)
            {
                await log.Projections.CheckpointAsync(
                    ProjectionSteps.Checkpoint(lease, revision, "1", ProjectionSteps.Link("linked", Events.Plain()), ProjectionSteps.Emit($"p{projection}", Events.Plain())) with
                    {
                        Work = ProjectionSteps.Sql($"insert into {store.Schema}.rows values (1)"),
                    },
                    default);
                await Assert.ThrowsAsync<ProjectionAlreadyRunningException>(() => log.Projections.AcquiredAsync($"p{projection}"));
            }
        })));

        Assert.Equal((60L, 10L, 10L), (await store.CountAsync("linked"), await store.CountAsync("p0"), await store.CountAsync("p5")));
        Assert.Equal(60L, await store.ScalarAsync<long>($"select count(*) from {store.Schema}.rows"));
        await using NpgsqlConnection pooled = new(TestServer.PoolerConnectionString);
        await pooled.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("show idle_in_transaction_session_timeout", pooled);
        Assert.Equal("0", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory, Proves("F-21")]
    [InlineData("repeatable read")]
    [InlineData("serializable")]
    public async Task A_role_with_another_isolation_follows_without_missing_anything(string isolation)
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        string role = $"strict_{store.Schema}";
        await store.ExecuteAsync($"create role {role} login superuser; alter role {role} set default_transaction_isolation = '{isolation}'");
        try
        {
            await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Username = role }.ConnectionString);
            await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions { Schema = store.Schema }, TimeProvider.System);
            var seen = new List<long>();
            var written = new List<long>();
            Task writing = Task.Run(async () =>
            {
                for (int i = 0; i < 50; i++)
                {
                    IReadOnlyList<AppendOutcome>[] outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => log.AppendAsync([Events.Unit(("a", [Events.Plain()]))], default).AsTask()));
                    written.AddRange(outcomes.SelectMany(outcome => outcome[0].Result.Positions));
                }
            });
            bool isEnd;
            do
            {
                isEnd = writing.IsCompleted;
                long head = (await log.ReadHeadAsync(StreamSelection.All, default)).Position;
                using EventPage page = await log.ReadAsync(new ReadRequest { Streams = [new StreamRange { StreamName = "a", From = seen.LastOrDefault() + 1 }], To = head, Limit = 1000 }, default);
                foreach (RecordedEvent row in page.Rows)
                {
                    seen.Add(row.Position);
                }
            }
            while (!isEnd);
            await writing;

            Assert.Equal(written.Order(), seen);
        }
        finally
        {
            await store.ExecuteAsync($"drop owned by {role}; drop role {role}");
        }
    }
}
