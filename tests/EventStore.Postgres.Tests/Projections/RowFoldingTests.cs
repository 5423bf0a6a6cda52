using EventStore.Conformance;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Operations on the same row are sent once where nobody can tell.</summary>
public sealed class RowFoldingTests
{
    [Fact, Proves("V-14")]
    public async Task A_block_of_changes_of_few_rows_is_a_statement_for_each_set_of_columns()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync("id uuid primary key, owner text, balance numeric(12, 2), note varchar(40)");
        var operations = new RowOperations();
        Guid[] ids = [.. Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7())];
        RowOperation[] stacked =
        [
            .. ids.Take(10).Select(id => operations.Insert(tables.Folded, new() { ["id"] = id, ["owner"] = "first", ["balance"] = 0m })),
            .. Enumerable.Range(0, 900).Select(i => i % 3 == 0
                ? operations.Update(tables.Folded, new() { ["id"] = ids[i % 20] }, new() { ["owner"] = $"owner {i}" })
                : operations.Update(tables.Folded, new() { ["id"] = ids[i % 20] }, new() { ["balance"] = i / 100m, ["note"] = $"note {i}" })),
        ];

        IReadOnlyList<RowOperation> folded = await tables.FoldAsync(stacked);
        await tables.Client.SendAsync(stacked, new RowFolding(), default);

        Assert.Equal(20, folded.Count);
        Assert.Equal(2, folded.Select(operation => operation.Statement).Distinct().Count());
        Assert.Equal("owner 882", await tables.ScalarAsync<string>($"select owner from {tables.Folded} where id = '{ids[2]}'"));
        Assert.Equal("note 889 8.89", await tables.ScalarAsync<string>($"select note || ' ' || balance from {tables.Folded} where id = '{ids[9]}'"));
        Assert.Equal(10, await tables.ScalarAsync<long>($"select count(*) from {tables.Folded}"));
    }

    [Theory, Proves("V-14")]
    [InlineData("id int primary key, n int check (n < 90), m int, name text")]
    [InlineData("id int primary key, n int not null default 5, m int not null, name varchar(5)")]
    [InlineData("id int primary key, n numeric(3, 1), m int, name text, unique (id, m)")]
    [InlineData("id int primary key, n smallint, m int references @(id), name text")]
    [InlineData("id int, n int, m int, name text, unique (id), exclude (n with =)")]
    [InlineData("id bigint unique, n double precision, m int, name char(6), twice bigint generated always as (m * 2) stored")]
    [InlineData("id real primary key, n bigint, m int, name text")]
    [InlineData("id int, n int, m int, name text")]
    [InlineData("id int primary key, n int, m int, name text, check (n >= m)")]
    [InlineData("id int primary key, n int, m int, name text, place bigint generated always as identity")]
    [InlineData("id int unique, n int, m int, name text, place bigserial primary key")]
    public async Task A_table_that_could_tell_is_left_what_each_operation_by_itself_had_left(string columns)
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(columns);
        int seed = Random.Shared.Next();
        int refused = 0;
        int least = TestSize.Of(400, 20);
        int rounds = 0;
        for (; rounds < least || (refused % rounds == 0 && rounds < least + 100); rounds++)
        {
            int round = rounds;
            await tables.ExecuteAsync($"truncate {tables.Grouped}, {tables.Folded}, {tables.Alone} restart identity");
            refused += await tables.BothAsync((operations, table) => [.. Make(operations, table, new Random(seed + round))], $"seed {seed}, round {round}") ? 0 : 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{refused} of {rounds} refused");
        Assert.InRange(refused, 1, rounds - 1);
    }

    [Fact, Proves("V-14")]
    public async Task A_trigger_sees_each_operation()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync("id int primary key, n int");
        await tables.ExecuteAsync($"""
            create table seen (n int);
            create function see_it() returns trigger language plpgsql as $f$ begin insert into seen values (new.n); return new; end $f$;
            create trigger sees before insert or update on {tables.Folded} for each row execute function see_it();
            """);
        var operations = new RowOperations();

        await tables.Client.SendAsync([.. Enumerable.Range(0, 20).Select(i => operations.Upsert(tables.Folded, new() { ["id"] = i % 2 }, new() { ["n"] = i }))], new RowFolding(), default);

        Assert.Equal(Enumerable.Range(0, 20).Sum(), await tables.ScalarAsync<long>("select sum(n) from (select distinct n from seen) s"));
    }

    [Fact, Proves("V-14")]
    public async Task What_is_refused_is_refused_for_what_it_is()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync("id int primary key, n int check (n > 0)");
        var operations = new RowOperations();
        RowOperation Row(int id, int n) => operations.Upsert(tables.Folded, new() { ["id"] = id }, new() { ["n"] = n });

        PostgresException thrown = await Assert.ThrowsAsync<PostgresException>(() =>
            tables.Client.SendAsync([Row(1, 1), Row(2, -2), Row(2, 2), Row(1, 3), Row(2, 4), Row(1, 5), Row(2, 6)], new RowFolding(), default));

        Assert.Contains("(2, -2)", thrown.MessageText + thrown.Detail, StringComparison.Ordinal);
    }

    /// <summary>Every second program has values that some table refuses. Each row is there: where an update meets none, its values are of no account.</summary>
    private static IEnumerable<RowOperation> Make(RowOperations operations, ReadModelTable table, Random random)
    {
        bool isHostile = random.Next(2) == 0;
        int rows = 0;
        for (; rows < 4; rows++)
        {
            yield return operations.Insert(table, new() { ["id"] = rows, ["name"] = "n", ["n"] = rows + 60, ["m"] = rows });
        }

        for (int i = random.Next(4, 30); i > 0; i--)
        {
            ColumnValues identifiers = new() { ["id"] = Id() };
            yield return random.Next(12) switch
            {
                0 => operations.Insert(table, new() { ["id"] = rows, ["name"] = Name(), ["n"] = N(), ["m"] = rows++ }),
                1 when Hostile() => operations.Insert(table, new() { ["m"] = rows, ["id"] = rows++ }),
                2 when Hostile() => operations.Update(table, identifiers, new() { ["id"] = Id() }),
                3 => operations.Upsert(table, identifiers, new() { ["m"] = M(), ["n"] = N() }),
                4 => operations.Upsert(table, identifiers, new() { ["name"] = Name(), ["m"] = M() }),
                5 => operations.Update(table, new() { ["name"] = "n1" }, new() { ["name"] = "n2" }),
                6 => operations.Update(table, identifiers, new() { ["m"] = M() }),
                < 10 => operations.Update(table, identifiers, new() { ["n"] = N(), ["name"] = Name() }),
                _ => operations.Update(table, identifiers, new() { ["name"] = Name() }),
            };
        }

        int Id() => random.Next(rows);

        bool Hostile() => isHostile && random.Next(8) == 0;

        int M() => Hostile() ? 99 : random.Next(4);

        object? N() => !Hostile() ? random.Next(60) : random.Next(5) switch
        {
            0 => null,
            1 => 95,
            2 => 1000,
            3 => 1L << 40,
            _ => "text",
        };

        string? Name() => !Hostile() ? $"n{random.Next(4)}" : random.Next(3) switch
        {
            0 => null,
            1 => "far too long",
            _ => "zero\0",
        };
    }
}
