using EventStore.Conformance;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Layouts of the store: of today, of before, and the append-only one.</summary>
public sealed class LayoutTests
{
    [Theory, Proves("S-28")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_store_of_an_earlier_layout_is_upgraded_by_eight_at_once_and_loses_nothing(int layout)
    {
        await using TestStore store = await EarlierLayoutAsync(layout);
        Assert.Equal([2L], await store.AppendAsync("a", Events.Plain()));
        if (layout == 1)
        {
            Assert.Contains("InstallAsync", (await Assert.ThrowsAsync<EventStoreException>(() => store.Log.CreateStreamAsync("b", default))).Message, StringComparison.Ordinal);
        }

        Assert.Contains("InstallAsync", (await Assert.ThrowsAsync<EventStoreNotInstalledException>(() => store.Log.Projections.FindAsync("p", default))).Message, StringComparison.Ordinal);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.Log.InstallAsync(default))));

        Assert.Equal(StoreSchema.Version, await store.ScalarAsync<int>($"select schema_version from {store.Schema}.store"));
        await store.Log.CreateStreamAsync("b", default);
        Assert.Equal([3L], await store.AppendAsync("b", Events.Plain()));
        Assert.Equal(1L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
        Assert.NotNull(await store.Log.Projections.AcquireAsync(new ProjectionLease("p", Guid.NewGuid(), TimeSpan.FromMinutes(1)), StreamSelection.All, default));
    }

    [Theory, Proves("S-28")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_upgraded_store_has_the_layout_of_a_new_one(int layout)
    {
        await using TestStore upgraded = await EarlierLayoutAsync(layout);
        await upgraded.Log.InstallAsync(default);
        await using TestStore fresh = await (await TestStore.CreateAsync()).WithStreamsAsync("a");

        Assert.Equal(await DescribeAsync(fresh), await DescribeAsync(upgraded));
    }

    [Fact, Proves("S-28")]
    public async Task A_layout_of_the_future_is_refused()
    {
        await using TestStore store = await TestStore.CreateAsync();
        await store.ExecuteAsync($"update {store.Schema}.store set schema_version = {StoreSchema.Version + 1}");

        Assert.Contains("layout", (await Assert.ThrowsAsync<EventStoreException>(() => store.Log.InstallAsync(default))).Message, StringComparison.Ordinal);
    }

    [Fact, Proves("S-29")]
    public async Task An_append_only_store_refuses_changes_to_everybody_and_streams_are_deleted_as_before()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("before");
        await using var log = new PostgresEventLog(store.Source, ownsSource: false, new PostgresOptions { Schema = store.Schema, AppendOnly = true }, TimeProvider.System);
        await log.InstallAsync(default);
        await log.InstallAsync(default);
        await store.Log.InstallAsync(default);
        await store.Log.CreateStreamAsync("after", default);
        foreach (string stream in new[] { "before", "after" })
        {
            string table = store.TableOf(stream);
            await store.AppendAsync(stream, Events.Plain());
            foreach (string sql in new[] { $"update {table} set payload = '1'", $"delete from {table}", $"truncate {table}" })
            {
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => store.ExecuteAsync(sql))).SqlState);
            }

            Assert.Equal(1L, await store.ScalarAsync<long>($"select count(*) from {table}"));
            await store.Log.DeleteStreamAsync(stream, default);
        }
    }

    /// <summary>As an earlier version of the library made it, with one stream.</summary>
    private static async Task<TestStore> EarlierLayoutAsync(int layout)
    {
        TestStore store = await FirstLayoutAsync();
        if (layout == 2)
        {
            await store.ExecuteAsync($"""
                alter table {store.Schema}.store add column append_only boolean not null default false;
                create function "{store.Schema}".refuse_change() returns trigger language plpgsql set search_path = pg_catalog as
                'begin
                  raise exception ''events are never changed: % of table % is refused'', tg_op, tg_table_name using errcode = ''insufficient_privilege'', hint = ''The event store was installed as append-only.'';
                end';
                update {store.Schema}.store set schema_version = 2;
                """);
        }

        return store;
    }

    private static async Task<TestStore> FirstLayoutAsync()
    {
        TestStore store = await TestStore.CreateAsync(install: false);
        string table = store.TableOf("a").Split('.')[1].Trim('"');
        await store.ExecuteAsync($"""
            create schema {store.Schema};
            create sequence {store.Schema}.position as bigint minvalue 1 maxvalue 281474976710655 cache 1 no cycle;
            select nextval('{store.Schema}.position');
            create table {store.Schema}.store (
              singleton boolean primary key default true check (singleton),
              tag smallint not null check (tag >= 0),
              schema_version int not null);
            insert into {store.Schema}.store (tag, schema_version) select ('{store.Schema}.position'::regclass::oid::bigint % 32768)::smallint, 1;
            create table {store.Schema}.event_streams (
              id bigint generated always as identity primary key,
              name text collate "C" not null unique,
              table_name text collate "C" not null unique,
              created_by_projection text collate "C",
              created_at timestamptz not null default clock_timestamp());
            insert into {store.Schema}.event_streams (name, table_name) values ('a', '{table}');
            create table {store.Schema}.{table} (
              position bigint primary key default nextval('{store.Schema}.position'),
              aggregate_version bigint,
              created_at timestamptz not null,
              event_id uuid not null,
              aggregate_id uuid,
              linked boolean not null default false,
              aggregate_type text collate "C",
              event_name text collate "C" not null,
              payload json not null,
              metadata jsonb not null);
            create unique index {table}_version on {store.Schema}.{table} (aggregate_type, aggregate_id, aggregate_version) where not linked;
            create unique index {table}_event_id on {store.Schema}.{table} (event_id) where aggregate_id is null or linked;
            """);
        return store;
    }

    private static async Task<string> DescribeAsync(TestStore store) => (await store.ScalarAsync<string>($"""
        select string_agg(line, e'\n' order by line) from (
          select c.relname || ' ' || c.relkind::text || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
          where c.relnamespace = '{store.Schema}'::regnamespace
          union all select indexdef from pg_indexes where schemaname = '{store.Schema}'
          union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = '{store.Schema}'::regnamespace
          union all select pg_get_functiondef(oid) from pg_proc where pronamespace = '{store.Schema}'::regnamespace) lines
        """)).Replace(store.Schema, "es", StringComparison.Ordinal);
}
