using EventStore.Conformance;
using EventStore.Conformance.Domain;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>A stream of 100,000 events, or a million in the full run: which indexes its statements use, and what reading it takes.</summary>
public sealed class LargeStreamTests : IAsyncLifetime
{
    private const string Stream = "large";
    private const int Versions = 100;

    private static readonly int Count = Environment.GetEnvironmentVariable("EVENTSTORE_TEST_FULL") == "1" ? 1_000_000 : 100_000;

    private readonly Guid _aggregate = Guid.Parse("00000000-0000-0000-0000-000000000007");
    private TestStore _store = null!;
    private StreamTable _table = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await (await TestStore.CreateAsync(connectionString: "Command Timeout=300")).WithStreamsAsync(Stream, "other");
        _table = new StoreSchema(_store.Schema).TableOf(Stream);
        await _store.ExecuteAsync($"""
            insert into {_table.Table} (aggregate_version, created_at, event_id, aggregate_id, aggregate_type, event_name, payload, metadata)
            select case when n % 2 = 0 then n / 2 % {Versions} + 1 end, now(), gen_random_uuid(), case when n % 2 = 0 then lpad((n / 2 / {Versions})::text, 32, '0')::uuid end,
              case when n % 2 = 0 then 'user' end, 'username-changed', json_build_object('Username', repeat('x', 1000)), jsonb_build_object('n', n)
            from generate_series(0, {Count - 1}) n;
            analyze {_table.Table};
            """);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Every_statement_that_reads_a_stream_uses_its_index()
    {
        string key = _table.TableName + "_pkey";
        string version = StreamTable.VersionIndexOf(_table.TableName);
        string id = _table.TableName + "_event_id";
        long middle = Count / 2;
        MetadataMatcher matcher = Match.Metadata("n", MetadataOperator.GreaterThan, middle);
        StreamRange range = new() { StreamName = Stream, From = middle };
        StreamRange matched = range with { Matcher = matcher };

        await UsesAsync(key, Page(new ReadRequest { Streams = [range], Limit = 1000 }));
        await UsesAsync(key, Page(new ReadRequest { Streams = [range], Limit = 1000, Direction = ReadDirection.Backwards, To = long.MaxValue }));
        await UsesAsync(key, Page(new ReadRequest { Streams = [matched], Limit = 1000, EventNames = ["username-changed"] }));
        await UsesAsync(key, Page(new ReadRequest { Streams = [range, new StreamRange { StreamName = "other", From = 1 }], Limit = 1000 }));
        await UsesAsync(key, Page(new ReadRequest { Streams = [range with { From = Count - 10 }], Limit = 1000 }));
        foreach (EventColumns columns in (EventColumns[])[EventColumns.None, EventColumns.All])
        {
            await UsesAsync(version, batch =>
            {
                NpgsqlParameterCollection parameters = PostgresSession.Add(batch, _table.HistorySql(columns)).Parameters;
                parameters.AddWithValue("user");
                parameters.AddWithValue(_aggregate);
                parameters.AddWithValue(3L);
                parameters.AddWithValue(1000L);
            });
        }

        foreach (int events in (int[])[1, 100])
        {
            await UsesAsync(version, batch =>
            {
                NpgsqlParameterCollection parameters = PostgresSession.Add(batch, _table.FindVersionsSql).Parameters;
                parameters.AddWithValue(Enumerable.Range(0, events).ToArray());
                parameters.AddWithValue(Enumerable.Repeat("user", events).ToArray());
                parameters.AddWithValue(Enumerable.Repeat(_aggregate, events).ToArray());
                parameters.AddWithValue(Enumerable.Range(1, events).Select(n => (long)n).ToArray());
            });
            await UsesAsync(id, batch =>
            {
                NpgsqlParameterCollection parameters = PostgresSession.Add(batch, _table.FindIdsSql).Parameters;
                parameters.AddWithValue(Enumerable.Range(0, events).ToArray());
                parameters.AddWithValue(Enumerable.Range(0, events).Select(_ => Guid.CreateVersion7()).ToArray());
            });
            await UsesAsync(null, batch => AppendStatement.AddTo(
                batch, new StoreSchema(_store.Schema), Events.Unit((Stream, [.. Enumerable.Range(0, events).Select(_ => Events.Plain())]))));
        }
    }

    [Fact, Proves("R-29")]
    public async Task Enumerating_it_takes_memory_for_a_page_and_no_more()
    {
        await using IEventStore store = new EventStoreBuilder().AddEvents(Users.Catalog)
            .UsePostgres(_store.Source, new PostgresOptions { Schema = _store.Schema })
            .Build();
        long before = 0;
        long most = 0;
        int read = 0;
        await foreach (DomainEvent domainEvent in store.LoadAsync(Stream))
        {
            Assert.Equal(1000, ((UsernameChanged)domainEvent.Payload).Username.Length);
            if (++read == 2_000)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (read % (Count / 10) == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.Equal(Count, read);
        Assert.InRange(most - before, long.MinValue, 32L << 20);
    }

    [Fact, Proves("R-13")]
    public async Task A_consumer_that_stops_early_leaves_no_connection_open()
    {
        string connectionString = $"{TestServer.ConnectionString};Maximum Pool Size=1;Timeout=5;Application Name={_store.Schema}";
        await using IEventStore store = new EventStoreBuilder().AddEvents(Users.Catalog)
            .UsePostgres(connectionString, new PostgresOptions { Schema = _store.Schema })
            .Build();
        for (int i = 0; i < 3; i++)
        {
            await foreach (DomainEvent domainEvent in store.LoadAsync(Stream))
            {
                Assert.True(await store.HasStreamAsync(Stream));
                Assert.True(domainEvent.Position > 1);
                break;
            }
        }

        Assert.Equal(0L, await _store.ScalarAsync<long>($"select count(*) from pg_stat_activity where application_name = '{_store.Schema}' and state <> 'idle'"));
    }

    private Action<NpgsqlBatch> Page(ReadRequest request) => batch => new PageStatement(new StoreSchema(_store.Schema), request, 0, request.Streams.Count).AddTo(batch);

    /// <summary>Asks for the plan of what a part of the product would send, with the same parameters.</summary>
    private async Task UsesAsync(string? index, Action<NpgsqlBatch> add)
    {
        await using NpgsqlConnection connection = await _store.Source.OpenConnectionAsync();
        await using NpgsqlBatch batch = connection.CreateBatch();
        add(batch);
        var plan = new List<string>();
        foreach (NpgsqlBatchCommand command in batch.BatchCommands)
        {
            if (command.CommandText.Contains(_table.TableName, StringComparison.Ordinal))
            {
                command.CommandText = $"explain {command.CommandText}";
            }
        }

        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync();
        do
        {
            while (reader.GetName(0) == "QUERY PLAN" && await reader.ReadAsync())
            {
                plan.Add(reader.GetString(0));
            }
        }
        while (await reader.NextResultAsync());

        string text = string.Join('\n', plan);
        Assert.NotEmpty(plan);
        Assert.DoesNotContain($"Seq Scan on {_table.TableName}", text, StringComparison.Ordinal);
        if (index is not null)
        {
            Assert.Matches($"Index (Only )?Scan (Backward )?(using|on) {index}", text);
        }
    }
}
