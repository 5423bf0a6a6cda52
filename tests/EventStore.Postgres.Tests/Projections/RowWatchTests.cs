using EventStore.Conformance;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Whoever could tell that operations came together sees each of them by itself.</summary>
public sealed class RowWatchTests
{
    private const string Columns = "id int primary key, n int";

    private static readonly string[] Names = ["grouped", "folded", "alone"];

    [Theory, Proves("V-14")]
    [InlineData("after insert", "statement", 5)]
    [InlineData("before insert", "statement", 5)]
    [InlineData("after update", "statement", 3)]
    [InlineData("after delete", "statement", 2)]
    [InlineData("after insert or update or delete", "statement", 10)]
    [InlineData("after insert", "row", 5)]
    public async Task A_trigger_is_called_for_each_operation(string when, string each, long calls)
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        await WatchAsync(tables, "@", when, each);

        await SendAsync(tables);

        Assert.Equal(calls, await tables.ScalarAsync<long>("select count(*) from seen where name = 'folded'"));
        await AssertAlikeAsync(tables);
    }

    [Fact, Proves("V-14")]
    public async Task A_trigger_of_rows_that_looks_at_its_table_finds_it_as_after_each_operation()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync("id int primary key, n int");
        await WatchAsync(tables, "@", "after insert", "row");
        var operations = new RowOperations();

        await tables.Client.SendAsync([.. Enumerable.Range(1, 5).Select(id => operations.Insert(tables.Folded, new() { ["id"] = id }))], new RowFolding(), default);

        Assert.Equal(15m, await tables.ScalarAsync<decimal>("select sum(rows) from seen"));
    }

    [Theory, Proves("V-14")]
    [InlineData("alter table @ add m bigint default room('@')")]
    [InlineData("create rule also_@ as on insert to @ do also insert into seen values ('@', 1, room('@'))")]
    public async Task Whatever_counts_the_rows_of_its_table_counts_them_as_after_each_operation(string definition)
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        await WatchAsync(tables, null, "", "");
        await tables.ExecuteAsync(string.Join(';', Names.Select(name => definition.Replace("@", name, StringComparison.Ordinal))));

        await SendAsync(tables);

        await AssertAlikeAsync(tables);
    }

    [Theory, Proves("V-14")]
    [InlineData("alter table @ add check (room('@') < 3)")]
    [InlineData("create domain watched_@ as int check (room('@') < 3); alter table @ alter n type watched_@")]
    public async Task A_check_that_counts_the_rows_of_its_table_refuses_the_operation_that_it_refuses_alone(string definition)
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        await WatchAsync(tables, null, "", "");
        await tables.ExecuteAsync(string.Join(';', Names.Select(name => definition.Replace("@", name, StringComparison.Ordinal))));

        string? together = await tables.TryAsync(() => tables.Client.SendAsync(Inserts(tables.Grouped), default));
        string? folded = await tables.TryAsync(() => tables.Client.SendAsync(Inserts(tables.Folded), new RowFolding(), default));
        string? alone = await tables.TryAloneAsync(Inserts(tables.Alone));

        Assert.Null(together);
        Assert.StartsWith(PostgresErrorCodes.CheckViolation, alone, StringComparison.Ordinal);
        Assert.Equal(alone, folded);

        static RowOperation[] Inserts(ReadModelTable table)
        {
            var operations = new RowOperations();
            return [.. Enumerable.Range(1, 5).Select(id => operations.Insert(table, new() { ["id"] = id, ["n"] = id }))];
        }
    }

    [Fact, Proves("V-14")]
    public async Task The_trigger_of_a_child_table_sees_each_row_that_its_parent_takes_along()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        await tables.ExecuteAsync(string.Join(';', Names.Select(name => $"create table child_of_{name} (id int references {name}(id) on delete cascade); insert into {name} values (11), (12); insert into child_of_{name} values (11), (12)")));
        await WatchAsync(tables, "child_of_@", "after delete", "statement");

        await SendAsync(tables, (operations, table) => [.. Enumerable.Range(11, 2).Select(id => operations.Remove(table, new() { ["id"] = id }))]);

        await AssertAlikeAsync(tables);
    }

    [Fact, Proves("V-14")]
    public async Task The_trigger_of_a_table_that_inherits_sees_each_row()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        await tables.ExecuteAsync(string.Join(';', Names.Select(name => $"create table heir_of_{name} (primary key (id)) inherits ({name}); insert into heir_of_{name} values (11), (12)")));
        await WatchAsync(tables, "heir_of_@", "after update", "row");

        await SendAsync(tables, (operations, table) => [.. Enumerable.Range(11, 2).Select(id => operations.Update(table, new() { ["id"] = id }, new() { ["n"] = id }))]);

        await AssertAlikeAsync(tables);
    }

    [Theory, Proves("V-14")]
    [InlineData("partition_of_@", "row")]
    [InlineData("parted_@", "row")]
    [InlineData("parted_@", "statement")]
    public async Task The_trigger_of_a_partition_or_of_its_whole_sees_each_operation(string watched, string each)
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        await tables.ExecuteAsync(string.Join(';', Names.Select(name => $"create table parted_{name} (id int primary key, n int) partition by range (id); create table partition_of_{name} partition of parted_{name} for values from (0) to (100)")));
        await WatchAsync(tables, watched, "after insert", each);

        await SendAsync(tables, Make, "parted_");

        await AssertAlikeAsync(tables);
    }

    [Fact, Proves("V-14")]
    public async Task The_trigger_of_the_table_behind_a_view_sees_each_operation()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        await tables.ExecuteAsync(string.Join(';', Names.Select(name => $"create view view_of_{name} as select id, n from {name}")));
        await WatchAsync(tables, "@", "after insert or update or delete", "statement");

        await SendAsync(tables, Make, "view_of_");

        await AssertAlikeAsync(tables);
    }

    [Fact, Proves("V-14")]
    public async Task A_table_that_nobody_watches_gets_one_statement_and_so_does_what_a_trigger_does_not_see()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        await WatchAsync(tables, "@", "after insert", "statement");
        await tables.ExecuteAsync("create table plain (id int primary key, parent int references grouped(id), child int unique)");
        await tables.ExecuteAsync("create table child (id int references plain(child))");
        var operations = new RowOperations();
        var plain = new ReadModelTable("plain", tables.Folded.Schema);
        RowOperation[] stacked =
        [
            .. Enumerable.Range(1, 5).Select(id => operations.Insert(plain, new() { ["id"] = id })),
            .. Enumerable.Range(1, 5).Select(id => operations.Insert(tables.Folded, new() { ["id"] = id })),
            .. Enumerable.Range(1, 5).Select(id => operations.Remove(tables.Folded, new() { ["id"] = id })),
        ];

        Assert.Equal(1 + 5 + 1, await tables.CountGroupsAsync(stacked));
    }

    [Fact, Proves("V-14")]
    public async Task A_table_that_was_not_there_is_looked_at_again()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        var operations = new RowOperations();
        var late = new ReadModelTable("late", tables.Folded.Schema);
        RowOperation[] stacked = [.. Enumerable.Range(1, 5).Select(id => operations.Upsert(late, new() { ["id"] = id % 2 }, new() { ["n"] = id }))];
        var folding = new RowFolding();

        Assert.Equal(5, await tables.CountGroupsAsync(folding, stacked));
        Assert.Equal(5, folding.Fold(stacked).Count);

        await tables.ExecuteAsync($"create table late ({Columns})");
        Assert.Equal(1, await tables.CountGroupsAsync(folding, stacked[..2]));
        Assert.Equal(2, folding.Fold(stacked).Count);
    }

    private static IEnumerable<RowOperation> Make(RowOperations operations, ReadModelTable table) =>
    [
        .. Enumerable.Range(1, 5).Select(id => operations.Insert(table, new() { ["id"] = id, ["n"] = id })),
        .. Enumerable.Range(1, 3).Select(id => operations.Update(table, new() { ["id"] = id }, new() { ["n"] = -id })),
        .. Enumerable.Range(1, 2).Select(id => operations.Remove(table, new() { ["id"] = id })),
    ];

    /// <summary>Sends operations to the folded table, and each by itself to the other.</summary>
    private static async Task SendAsync(AlikeTables tables, Func<RowOperations, ReadModelTable, IEnumerable<RowOperation>>? make = null, string prefix = "")
    {
        make ??= Make;
        await tables.Client.SendAsync([.. make(new RowOperations(), Named("folded"))], new RowFolding(), default);
        foreach (RowOperation operation in make(new RowOperations(), Named("alone")))
        {
            await tables.Client.SendAsync([operation], default);
        }

        ReadModelTable Named(string name) => new(prefix + name, tables.Folded.Schema);
    }

    /// <summary>Lets triggers write down that they were called, and how many rows there were.</summary>
    private static async Task WatchAsync(AlikeTables tables, string? table, string when, string each)
    {
        await tables.ExecuteAsync("""
            create table seen (name text, calls int, rows bigint);
            create function room(name text) returns bigint language plpgsql stable as $f$ declare n bigint; begin execute format('select count(*) from %I', name) into n; return n; end $f$;
            create function see_it() returns trigger language plpgsql as $f$ begin insert into seen values (tg_argv[0], 1, room(tg_table_name)); if tg_op = 'DELETE' then return old; end if; return new; end $f$;
            """);
        if (table is not null)
        {
            await tables.ExecuteAsync(string.Join(';', Names.Select(name =>
                $"create trigger sees {when} on {table.Replace("@", name, StringComparison.Ordinal)} for each {each} execute function see_it('{name}')")));
        }
    }

    private static async Task AssertAlikeAsync(AlikeTables tables)
    {
        Assert.Equal(await SeenAsync("alone"), await SeenAsync("folded"));
        Assert.Equal(
            await tables.ScalarAsync<string>("select coalesce(string_agg(t::text, ' ' order by id), '') from alone t"),
            await tables.ScalarAsync<string>("select coalesce(string_agg(t::text, ' ' order by id), '') from folded t"));

        Task<string> SeenAsync(string name) => tables.ScalarAsync<string>($"select count(*) || ' times: ' || coalesce(string_agg(rows::text, ' ' order by ctid), '') from seen where name = '{name}'");
    }
}
