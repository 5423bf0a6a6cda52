using EventStore.Conformance;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

public sealed class WatermarkTests
{
    [Fact]
    public async Task The_sequence_has_no_cache_ends_at_48_bits_and_its_first_value_is_spent()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");

        Assert.Equal("1|281474976710655|false|true", await store.ScalarAsync<string>(
            $"select seqcache || '|' || seqmax || '|' || seqcycle || '|' || is_called from pg_sequence, {store.Schema}.position where seqrelid = '{store.Schema}.position'::regclass"));
        Assert.Equal(1, await store.HeadAsync());
        Assert.Equal([2L], await store.AppendAsync("a", Events.Plain()));
        Assert.Equal(2, await store.HeadAsync());
    }

    [Fact]
    public async Task An_open_append_holds_followers_up_until_it_is_committed_or_rolled_back()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        foreach (bool commits in new[] { true, false })
        {
            long before = await store.HeadAsync();
            await using NpgsqlConnection other = await store.Source.OpenConnectionAsync();
            await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
            await InsertAsync(other, store, "a");
            await InsertAsync(other, store, "a");
            long later = (await store.AppendAsync("b", Events.Plain()))[0];

            Assert.Equal(before, await store.HeadAsync());
            using (EventPage page = await store.ReadAsync("b"))
            {
                Assert.Equal(later, page.Rows[^1].Position);
            }

            await (commits ? transaction.CommitAsync() : transaction.RollbackAsync());
            Assert.Equal(later, await store.HeadAsync());
        }
    }

    [Fact, Proves("F-13")]
    public async Task A_prepared_transaction_holds_followers_up_and_is_named_although_no_process_has_it()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        long before = await store.HeadAsync();
        await using (NpgsqlConnection other = await store.Source.OpenConnectionAsync())
        {
            await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
            await InsertAsync(other, store, "a");
            await using NpgsqlCommand prepare = new($"prepare transaction '{store.Schema}'", other);
            await prepare.ExecuteNonQueryAsync();
        }

        await store.AppendAsync("a", Events.Plain());
        await using NpgsqlConnection users = await store.Source.OpenConnectionAsync();
        await using NpgsqlTransaction usersOwn = await users.BeginTransactionAsync();

        Assert.Equal(before, await store.HeadAsync());
        Assert.Equal(before, (await store.Log.Within(usersOwn).ReadHeadAsync(StreamSelection.All, default)).Position);
        OpenAppend open = Assert.Single(await store.Log.FetchOpenAppendsAsync(default));
        Assert.Equal((before, 0, "prepared transaction"), (open.Position, open.ProcessId, open.State));

        await store.ExecuteAsync($"commit prepared '{store.Schema}'");
        Assert.Equal(before + 2, await store.HeadAsync());
    }

    [Fact]
    public async Task A_savepoint_that_is_rolled_back_gives_back_only_its_own_lock()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        await using NpgsqlConnection other = await store.Source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
        await transaction.SaveAsync("before");
        await InsertAsync(other, store, "a");
        await transaction.RollbackAsync("before");
        long released = await store.HeadAsync();
        Assert.Equal(2, released);

        await InsertAsync(other, store, "a");
        Assert.Equal(released, await store.HeadAsync());
        await transaction.CommitAsync();
        Assert.Equal(3, await store.HeadAsync());
    }

    [Fact]
    public async Task Other_stores_and_other_locks_of_the_database_hold_nobody_up()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        await using TestStore neighbour = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        await using NpgsqlConnection other = await store.Source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
        await InsertAsync(other, neighbour, "a");
        await new NpgsqlCommand("select pg_advisory_xact_lock_shared(1), pg_advisory_xact_lock(0, 1)", other, transaction).ExecuteNonQueryAsync();

        long position = (await store.AppendAsync("a", Events.Plain()))[0];

        Assert.Equal(position, await store.HeadAsync());
        Assert.Equal(1, await neighbour.HeadAsync());
    }

    [Theory]
    [InlineData("read committed")]
    [InlineData("repeatable read")]
    [InlineData("serializable")]
    public async Task Followers_miss_nothing_whatever_the_default_isolation(string isolation)
    {
        string options = $"Options=-c default_transaction_isolation={isolation.Replace(" ", "\\ ", StringComparison.Ordinal)}";
        await using TestStore store = await (await TestStore.CreateAsync(connectionString: options)).WithStreamsAsync("a", "b", "c");
        string[] streams = ["a", "b", "c"];
        using var stopping = new CancellationTokenSource();
        var seen = new List<long>();
        Task follower = Task.Run(async () =>
        {
            long cursor = 0;
            for (bool isEnd = false; !isEnd;)
            {
                bool isStopping = stopping.IsCancellationRequested;
                long head = await store.HeadAsync();
                using EventPage page = await store.Log.ReadAsync(
                    new ReadRequest { Streams = [.. streams.Select(name => new StreamRange { StreamName = name, From = cursor + 1 })], To = head, Limit = 100, Columns = EventColumns.None }, default);
                seen.AddRange(page.Rows.ToArray().Select(row => row.Position));
                // An append that has begun may hold the head back behind what was read before.
                cursor = Math.Max(cursor, page.IsLast ? head : page.Rows[^1].Position);
                isEnd = isStopping && page.IsLast;
            }
        });

        IEnumerable<Task<List<long>>> writers = Enumerable.Range(0, 6).Select(seed => Task.Run(() => WriteAsync(store, streams, new Random(seed))));
        List<long>[] committed = await Task.WhenAll(writers);
        await stopping.CancelAsync();
        await follower;

        Assert.Equal(committed.SelectMany(positions => positions).Order(), seen);
    }

    private static async Task<List<long>> WriteAsync(TestStore store, string[] streams, Random random)
    {
        var committed = new List<long>();
        for (int i = 0; i < 60; i++)
        {
            if (random.Next(3) == 0)
            {
                committed.AddRange(await store.AppendAsync(streams[random.Next(3)], Events.Plain(), Events.Plain()));
                continue;
            }

            await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync();
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted);
            if (random.Next(2) == 0)
            {
                await new NpgsqlCommand("select pg_current_xact_id()", connection, transaction).ExecuteNonQueryAsync();
                await Task.Delay(random.Next(4));
            }

            var positions = new List<long>();
            for (int n = random.Next(1, 3); n > 0; n--)
            {
                positions.AddRange(await InsertAsync(connection, store, streams[random.Next(3)]));
                await Task.Delay(random.Next(6));
            }

            if (random.Next(10) == 0)
            {
                await transaction.RollbackAsync();
            }
            else
            {
                await transaction.CommitAsync();
                committed.AddRange(positions);
            }
        }

        return committed;
    }

    private static async Task<List<long>> InsertAsync(NpgsqlConnection connection, TestStore store, string stream)
    {
        await using NpgsqlBatch batch = connection.CreateBatch();
        AppendStatement.AddTo(batch, new StoreSchema(store.Schema), Events.Unit((stream, [Events.Plain()])));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync();
        var positions = new List<long>();
        while (await reader.ReadAsync())
        {
            positions.Add(reader.GetInt64(0));
        }

        return positions;
    }
}
