using EventStore.Conformance;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Rows that are stacked one by one are written together, and nobody sees another outcome by that.</summary>
public sealed class RowGroupTests
{
    private const string Columns =
        "id int primary key, guid uuid, name text, n bigint, small smallint, ok boolean, amount numeric, ratio double precision, part real, at timestamptz, local timestamp, day date, time time, span interval, bytes bytea";

    [Fact, Proves("V-14")]
    public async Task Operations_on_the_same_columns_are_one_statement()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync($"id int primary key, n int");
        await tables.ExecuteAsync(
            $"""
            create table counted (action text);
            create function count_it() returns trigger language plpgsql as $f$ begin insert into counted values (tg_op); return null; end $f$;
            create trigger counts after insert or update or delete on {tables.Grouped} for each statement execute function count_it();
            """);
        var operations = new RowOperations();
        RowOperation[] stacked =
        [
            .. Enumerable.Range(0, 500).Select(i => operations.Insert(tables.Grouped, new() { ["id"] = i, ["n"] = i })),
            .. Enumerable.Range(0, 400).Select(i => operations.Update(tables.Grouped, new() { ["id"] = i }, new() { ["n"] = -i })),
            .. Enumerable.Range(0, 300).Select(i => operations.Upsert(tables.Grouped, new() { ["id"] = i + 300 }, new() { ["n"] = null })),
            .. Enumerable.Range(0, 200).Select(i => operations.Remove(tables.Grouped, new() { ["id"] = i })),
        ];

        Assert.Equal(1400, await tables.Client.SendAsync(stacked, default));

        // A thousand operations travel at once: the upserts fall into two parts. Each of them counts as both.
        Assert.Equal("DELETE 1, INSERT 3, UPDATE 3", await tables.ScalarAsync<string>("select string_agg(action || ' ' || n, ', ' order by action) from (select action, count(*) n from counted group by action) c"));
        Assert.Equal("400 100", await tables.ScalarAsync<string>($"select count(*) || ' ' || count(n) from {tables.Grouped}"));
    }

    [Fact, Proves("V-14")]
    public async Task Values_of_every_kind_and_none_are_what_they_are_alone()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync(Columns);
        var local = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified);
        ColumnValues Row(int id, bool isNull) => isNull
            ? new() { ["id"] = id, ["guid"] = null, ["name"] = null, ["n"] = null, ["small"] = null, ["ok"] = null, ["amount"] = null, ["ratio"] = null, ["part"] = null, ["at"] = null, ["local"] = null, ["day"] = null, ["time"] = null, ["span"] = null, ["bytes"] = null }
            : new() { ["id"] = id, ["guid"] = new Guid(id, 0, 0, new byte[8]), ["name"] = $"'{id}\"\\{{}},é\u0001", ["n"] = long.MaxValue - id, ["small"] = (short)-id, ["ok"] = id % 2 == 0, ["amount"] = 1.50m + id, ["ratio"] = 1 / 3d, ["part"] = 1 / 3f, ["at"] = id % 2 == 0 ? new DateTimeOffset(local, TimeSpan.FromHours(2)) : DateTime.SpecifyKind(local, DateTimeKind.Utc), ["local"] = local, ["day"] = new DateOnly(2026, 1, id), ["time"] = new TimeOnly(1, id), ["span"] = TimeSpan.FromSeconds(id), ["bytes"] = new[] { (byte)id } };

        await tables.BothAsync((operations, table) =>
        [
            operations.Insert(table, Row(1, true)), operations.Insert(table, Row(2, false)), operations.Insert(table, Row(3, true)), operations.Insert(table, Row(4, false)), operations.Insert(table, Row(5, false)),
            operations.Insert(table, Row(6, true)), operations.Insert(table, Row(7, true)),
            operations.Update(table, new() { ["id"] = 1 }, new() { ["name"] = null, ["n"] = null }), operations.Update(table, new() { ["id"] = 2 }, new() { ["name"] = null, ["n"] = null }),
        ]);

        Assert.Equal(7, await tables.ScalarAsync<long>($"select count(*) from {tables.Grouped}"));
    }

    [Fact, Proves("V-14")]
    public async Task What_the_server_takes_for_the_same_row_is_written_in_its_order()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync("id char(5) primary key, at timestamptz unique, n int");
        var moment = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

        await tables.BothAsync((operations, table) =>
        [
            operations.Upsert(table, new() { ["id"] = "a" }, new() { ["n"] = 1 }),
            operations.Upsert(table, new() { ["id"] = "b" }, new() { ["n"] = 2 }),
            operations.Upsert(table, new() { ["id"] = "a " }, new() { ["n"] = 3 }),
            operations.Update(table, new() { ["id"] = "a" }, new() { ["n"] = 4 }),
            operations.Update(table, new() { ["id"] = "a  " }, new() { ["n"] = 5 }),
            operations.Upsert(table, new() { ["at"] = moment }, new() { ["id"] = "c" }),
            operations.Upsert(table, new() { ["at"] = moment.AddTicks(1) }, new() { ["id"] = "d" }),
        ]);

        Assert.Equal("a4 b2 d", await tables.ScalarAsync<string>($"select string_agg(trim(id) || coalesce(n::text, ''), ' ' order by id) from {tables.Grouped}"));
    }

    [Fact, Proves("V-14")]
    public async Task An_update_that_changes_what_the_next_one_looks_for_is_done_first()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync("id int, owner uuid, state int");
        Guid[] owners = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

        await tables.BothAsync((operations, table) =>
        [
            operations.Insert(table, new() { ["id"] = 1, ["owner"] = owners[0], ["state"] = 1 }),
            operations.Update(table, new() { ["owner"] = owners[0] }, new() { ["owner"] = owners[1] }),
            operations.Update(table, new() { ["owner"] = owners[1] }, new() { ["owner"] = owners[2] }),
            operations.Update(table, new() { ["state"] = 1 }, new() { ["state"] = 2 }),
            operations.Update(table, new() { ["state"] = 2 }, new() { ["state"] = 3 }),
        ]);

        Assert.Equal($"{owners[2]} 3", await tables.ScalarAsync<string>($"select owner || ' ' || state from {tables.Grouped}"));
    }

    [Fact, Proves("V-14")]
    public async Task A_refused_row_is_refused_for_what_it_is()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync("id int primary key, n int check (n > 0)");
        var operations = new RowOperations();
        RowOperation Row(int id, int n) => operations.Upsert(tables.Grouped, new() { ["id"] = id }, new() { ["n"] = n });

        PostgresException thrown = await Assert.ThrowsAsync<PostgresException>(() => tables.Client.SendAsync([Row(1, 1), Row(2, -2), Row(2, 2), Row(3, 3)], default));

        Assert.Equal(PostgresErrorCodes.CheckViolation, thrown.SqlState);
        Assert.Contains("(2, -2)", thrown.MessageText + thrown.Detail, StringComparison.Ordinal);
    }

    [Fact, Proves("V-14")]
    public async Task Whatever_is_stacked_ends_as_if_each_had_been_sent_alone()
    {
        await using AlikeTables tables = await AlikeTables.CreateAsync("id bigint, name text, n int unique, note text, unique (id), unique (name)");
        int seed = Random.Shared.Next();
        for (int round = 0; round < 150; round++)
        {
            await tables.BothAsync((operations, table) => [.. Make(operations, table, new Random(seed + round))], $"seed {seed}, round {round}");
        }
    }

    private static IEnumerable<RowOperation> Make(RowOperations operations, ReadModelTable table, Random random)
    {
        for (int i = random.Next(1, 40); i > 0; i--)
        {
            ColumnValues identifiers = random.Next(3) > 0 ? new() { ["id"] = (long)random.Next(8) } : new() { ["name"] = Name() };
            ColumnValues values = random.Next(4) == 0 ? new() { ["n"] = random.Next(3) == 0 ? null : random.Next(1000), ["note"] = Name() } : new() { ["note"] = Name() };
            for (int repeated = random.Next(1, 6); repeated > 0; repeated--)
            {
                yield return random.Next(4) switch
                {
                    0 => operations.Remove(table, identifiers),
                    1 => operations.Update(table, identifiers, values),
                    2 when random.Next(10) == 0 => operations.Insert(table, values),
                    _ => operations.Upsert(table, identifiers, values),
                };
                identifiers = identifiers.First().Key == "id" ? new() { ["id"] = (long)random.Next(8) } : new() { ["name"] = Name() };
            }
        }

        string? Name() => random.Next(6) == 0 ? null : $"name{random.Next(6)}";
    }
}
