using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

public sealed class ReadTests
{
    [Theory]
    [InlineData(ReadDirection.Forwards)]
    [InlineData(ReadDirection.Backwards)]
    public async Task Two_hundred_streams_are_merged_by_position(ReadDirection direction)
    {
        string[] names = [.. Enumerable.Range(0, 200).Select(n => $"stream-{n}")];
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync(names);
        var random = new Random(1);
        var expected = new List<(long Position, int Stream)>();
        for (int i = 0; i < 500; i++)
        {
            int stream = random.Next(names.Length);
            expected.Add(((await store.AppendAsync(names[stream], Events.Plain()))[0], stream));
        }

        if (direction == ReadDirection.Backwards)
        {
            expected.Reverse();
        }

        foreach (bool readsLast in new[] { true, false })
        {
            var read = new List<(long, int)>();
            long from = direction == ReadDirection.Forwards ? 1 : long.MaxValue;
            for (bool isLast = false; !isLast;)
            {
                using EventPage page = await store.Log.ReadAsync(
                    new ReadRequest { Streams = [.. names.Select(name => new StreamRange { StreamName = name, From = from })], Limit = 70, Direction = direction, ReadsLastPosition = readsLast }, default);
                read.AddRange(page.Rows.ToArray().Select(row => (row.Position, row.StreamIndex)));
                Assert.Equal(readsLast ? expected.Max(e => e.Position) : 0, page.LastPosition);
                Assert.Equal(200, page.StreamIds.Distinct().Count());
                isLast = page.IsLast;
                from = page.Count == 0 ? from : page.Rows[^1].Position + (direction == ReadDirection.Forwards ? 1 : -1);
            }

            Assert.Equal(expected, read);
        }

        var missing = await Assert.ThrowsAsync<StreamNotFoundException>(() => store.ReadAsync([.. names, "missing"]));
        Assert.Equal("missing", missing.StreamName);
    }

    [Fact]
    public async Task Each_stream_has_its_own_start_and_matcher_and_names_are_pushed_down()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b", "empty");
        var positions = new List<long>();
        for (int i = 1; i <= 4; i++)
        {
            positions.AddRange(await store.AppendAsync("a", Events.Plain($$"""{"n":{{i}}}""", i == 4 ? "other" : "thing-happened")));
            positions.AddRange(await store.AppendAsync("b", Events.Plain($$"""{"n":{{i}}}""")));
        }

        using EventPage page = await store.Log.ReadAsync(
            new ReadRequest
            {
                Streams =
                [
                    new StreamRange { StreamName = "a", From = 1, Matcher = Match.Metadata("n", MetadataOperator.GreaterThan, 1) },
                    new StreamRange { StreamName = "b", From = positions[5] },
                    new StreamRange { StreamName = "empty", From = 1 },
                ],
                Limit = 100,
                EventNames = ["thing-happened"],
                Columns = EventColumns.None,
            },
            default);

        Assert.Equal([(0, positions[2]), (0, positions[4]), (1, positions[5]), (1, positions[7])], page.Rows.ToArray().Select(row => (row.StreamIndex, row.Position)));
        Assert.True(page.Rows[0].Metadata.IsEmpty);
        Assert.Equal(Guid.Empty, page.Rows[0].EventId);
    }

    [Fact]
    public async Task Bounds_limits_and_directions_keep_to_their_word()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        IReadOnlyList<long> p = await store.AppendAsync("a", Events.Plain(), Events.Plain(), Events.Plain(), Events.Plain());
        async Task<(string Positions, bool IsLast)> ReadAsync(ReadDirection direction, long from, long to = long.MaxValue, int limit = 10, bool readsLast = false)
        {
            using EventPage page = await store.Log.ReadAsync(
                new ReadRequest { Streams = [new StreamRange { StreamName = "a", From = from }], To = to, Limit = limit, Direction = direction, ReadsLastPosition = readsLast, Columns = EventColumns.None }, default);
            Assert.Equal(readsLast ? p[3] : 0, page.LastPosition);
            return (Join([.. page.Rows.ToArray().Select(row => row.Position)]), page.IsLast);
        }

        static string Join(params long[] positions) => string.Join(' ', positions);

        Assert.Equal((Join([p[1], p[2]]), false), await ReadAsync(ReadDirection.Forwards, p[1], limit: 2, readsLast: true));
        Assert.Equal((Join([p[1], p[2]]), true), await ReadAsync(ReadDirection.Forwards, p[1], p[2]));
        Assert.Equal((Join(), true), await ReadAsync(ReadDirection.Forwards, p[2], p[1]));
        Assert.Equal((Join([p[3], p[2]]), false), await ReadAsync(ReadDirection.Backwards, long.MaxValue, limit: 2, readsLast: true));
        Assert.Equal((Join([p[2], p[1], p[0]]), true), await ReadAsync(ReadDirection.Backwards, p[2]));
        Assert.Equal((Join([p[1], p[0]]), true), await ReadAsync(ReadDirection.Backwards, p[2], p[1]));
    }

    [Fact]
    public async Task A_page_of_the_stream_that_was_deleted_and_created_again_is_not_found()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        var aggregate = Guid.CreateVersion7();
        await store.AppendAsync("a", Events.Of(aggregate, 1));
        long id;
        using (EventPage page = await store.ReadAsync("b", "a"))
        {
            id = page.StreamIds[1];
        }

        await store.Log.DeleteStreamAsync("a", default);
        Assert.Equal("a", (await Assert.ThrowsAsync<StreamNotFoundException>(() => store.ReadAsync("b", "a"))).StreamName);
        await store.WithStreamsAsync("a");
        await store.AppendAsync("a", Events.Of(aggregate, 1));

        foreach (bool isMerged in new[] { true, false })
        {
            var range = new StreamRange { StreamName = "a", From = 1, StreamId = id };
            var request = new ReadRequest { Streams = isMerged ? [new StreamRange { StreamName = "b", From = 1 }, range] : [range], Limit = 10 };
            Assert.Equal("a", (await Assert.ThrowsAsync<StreamNotFoundException>(async () => await store.Log.ReadAsync(request, default))).StreamName);
        }

        var history = new AggregateReadRequest { StreamName = "a", AggregateType = "user", AggregateId = aggregate, Limit = 10 };
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await store.Log.ReadAggregateAsync(history with { StreamId = id }, default));
        using EventPage current = await store.Log.ReadAggregateAsync(history, default);
        Assert.NotEqual(id, current.StreamIds[0]);
        Assert.Equal(1, current.Count);
    }

    [Fact]
    public async Task The_registry_is_asked_while_the_rows_table_is_locked()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        await store.AppendAsync("a", Events.Plain());
        await using NpgsqlConnection other = await store.Source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
        await new NpgsqlCommand($"delete from {store.Schema}.event_streams where name = 'a'; drop table {store.TableOf("a")}", other, transaction).ExecuteNonQueryAsync();

        Task<EventPage> waiting = store.ReadAsync("a");
        await store.WaitForLockAsync();
        await transaction.CommitAsync();

        await Assert.ThrowsAsync<StreamNotFoundException>(() => waiting);
    }

    [Fact]
    public async Task A_history_is_read_by_version_and_page_without_links()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var aggregate = Guid.CreateVersion7();
        for (int version = 1; version <= 5; version++)
        {
            await store.AppendAsync("a", Events.Of(Guid.CreateVersion7(), 1), Events.Of(aggregate, version), Events.Of(aggregate, version, "order"), Events.Of(aggregate, version) with { IsLinked = true });
        }

        var request = new AggregateReadRequest { StreamName = "a", AggregateType = "user", AggregateId = aggregate, Limit = 3, AfterVersion = 1, Columns = EventColumns.All };
        using EventPage page = await store.Log.ReadAggregateAsync(request, default);
        using EventPage last = await store.Log.ReadAggregateAsync(request with { AfterVersion = 4, Columns = EventColumns.None }, default);

        Assert.Equal([2L, 3L, 4L], page.Rows.ToArray().Select(row => row.AggregateVersion));
        Assert.Equal((aggregate, "user", "{}", false), (page.Rows[0].AggregateId, page.Rows[0].AggregateType, Events.Utf8(page.Rows[0].Metadata), page.Rows[0].IsLinked));
        Assert.False(page.IsLast);
        Assert.Equal([5L], last.Rows.ToArray().Select(row => row.AggregateVersion));
        Assert.True(last.IsLast);
    }

    [Fact]
    public async Task The_plans_of_a_history_and_of_a_page_use_their_indexes()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        StreamTable table = new StoreSchema(store.Schema).TableOf("a");
        for (int i = 0; i < 3; i++)
        {
            await store.AppendAsync("a", [.. Enumerable.Range(1, 2_000).Select(_ => Events.Of(Guid.CreateVersion7(), 1))]);
        }

        await store.ExecuteAsync($"analyze {table.Table}");
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync();
        async Task<string> ExplainAsync(string sql, string types, string arguments)
        {
            await using var batch = new NpgsqlCommand($"set plan_cache_mode = force_generic_plan; prepare p({types}) as {sql}", connection);
            await batch.ExecuteNonQueryAsync();
            await using var explain = new NpgsqlCommand($"explain (costs off) execute p({arguments})", connection);
            var plan = new List<string>();
            await using (NpgsqlDataReader reader = await explain.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    plan.Add(reader.GetString(0));
                }
            }

            await new NpgsqlCommand("deallocate p", connection).ExecuteNonQueryAsync();
            return string.Join('\n', plan);
        }

        string history = await ExplainAsync(table.HistorySql(EventColumns.None), "text, uuid, bigint, bigint", $"'user', '{Guid.CreateVersion7()}', 0, 100");
        Assert.Contains($"Index Scan using {table.TableName}_version", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", history, StringComparison.Ordinal);

        string find = await ExplainAsync(table.FindIdsSql, "int[], uuid[]", $"'{{0}}', '{{{Guid.CreateVersion7()}}}'");
        Assert.Contains($"{table.TableName}_event_id", find, StringComparison.Ordinal);
    }
}
