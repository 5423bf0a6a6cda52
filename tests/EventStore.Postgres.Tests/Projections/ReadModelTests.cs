using EventStore.Conformance;
using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;
using static EventStore.Postgres.Tests.ProjectionSteps;

namespace EventStore.Postgres.Tests;

/// <summary>Read models in the database, and their client.</summary>
public sealed class ReadModelTests
{
    [Fact, Proves("V-13")]
    public async Task The_client_works_on_tables_and_rows_by_columns()
    {
        await using TestStore store = await TestStore.CreateAsync();
        var table = new ReadModelTable("odd \"table\"; --", store.Schema);
        const string Column = "odd \"column\"; drop";
        var moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        var id = Guid.CreateVersion7();
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var client = new ReadModelClient(transaction);
        Assert.False(await client.ExistsAsync(table, default));
        await client.ExecuteAsync($"create table {table} (id uuid primary key, n int, at timestamptz, tags text[], amount numeric, bytes bytea, ok boolean, data jsonb, {new SqlIdentifier(Column)} text)", cancellationToken: default);
        Assert.True(await client.ExistsAsync(table, default));

        await client.InsertAsync(table, new() { ["id"] = id, ["n"] = 1, ["at"] = moment, ["tags"] = new[] { "a", "b" }, ["amount"] = 1.5m, ["bytes"] = new byte[] { 1 }, ["ok"] = true, ["data"] = new NpgsqlParameter { Value = "{\"a\":1}", NpgsqlDbType = NpgsqlDbType.Jsonb }, [Column] = "'); drop table x; --" }, default);
        await client.InsertAsync(table, new() { ["id"] = Guid.CreateVersion7(), [Column] = null }, default);
        Assert.Equal(1, await client.UpdateAsync(table, new() { ["id"] = id }, new() { ["n"] = 2, [Column] = "x' or ''='" }, default));
        Assert.Equal(1, await client.UpdateAsync(table, new() { ["n"] = null }, new() { ["n"] = 3 }, default));
        await client.UpsertAsync(table, new() { ["id"] = id }, new() { ["n"] = 4, ["tags"] = null }, default);
        await client.UpsertAsync(table, new() { ["id"] = Guid.CreateVersion7() }, new() { ["n"] = 5 }, default);
        Assert.Equal("3 4 5", await ScalarAsync($"select string_agg(n::text, ' ' order by n) from {table}"));
        Assert.Equal("x' or ''=' 2026-01-02T01:04:05 1.5 1", await ScalarAsync($"select {new SqlIdentifier(Column)} || ' ' || to_char(at at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS') || ' ' || amount || ' ' || (data ->> 'a') from {table} where n = 4 and tags is null and ok"));

        Assert.Equal(1, await client.RemoveAsync(table, new() { ["n"] = 5, ["tags"] = null }, default));
        Assert.Equal("2", await ScalarAsync($"select count(*)::text from {table}"));
        await client.ResetAsync(table, default);
        Assert.Equal("0", await ScalarAsync($"select count(*)::text from {table}"));
        await client.DropAsync(table, default);
        await client.DropAsync(table, default);
        Assert.False(await client.ExistsAsync(table, default));

        await Assert.ThrowsAsync<ArgumentException>(() => client.InsertAsync(table, [], default));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateAsync(table, [], new() { ["n"] = 1 }, default));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateAsync(table, new() { ["n"] = 1 }, [], default));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpsertAsync(table, [], new() { ["n"] = 1 }, default));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpsertAsync(table, new() { ["n"] = 1 }, [], default));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpsertAsync(table, new() { ["n"] = 1 }, new() { ["n"] = 2 }, default));
        await Assert.ThrowsAsync<ArgumentException>(() => client.RemoveAsync(table, [], default));
        Assert.Throws<ArgumentException>(() => new ReadModelTable(""));
        Assert.Throws<ArgumentException>(() => new ColumnValues { [new string('x', 64)] = 1 });
        Assert.Throws<ArgumentException>(() => new ColumnValues { { "a", 1 }, { "a", 2 } });
        Assert.Equal("1", await ScalarAsync("select '1'"));

        async Task<string> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return (string)(await command.ExecuteScalarAsync())!;
        }
    }

    [Fact]
    public async Task Rows_are_committed_with_the_checkpoint_in_the_order_of_stacking()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        var readModel = new Users(store.Schema);
        await projections.ExecuteAsync(Within(readModel, async token =>
        {
            Assert.False(await readModel.IsInitializedAsync(token));
            await readModel.InitAsync(token);
            Assert.True(await readModel.IsInitializedAsync(token));
        }), default);
        ProjectionLease lease = await projections.AcquiredAsync();

        readModel.Create(1, "Alex");
        readModel.Rename(1, "Sascha");
        long counted = 0;
        ((IReadModel)readModel).Stack(async token => counted = await readModel.CountAsync(token));
        readModel.Create(2, "Sam");
        readModel.Forget(1);
        readModel.Set(3, "Kim");
        await projections.CheckpointAsync(Checkpoint(lease) with { Work = Within(readModel, readModel.PersistAsync) }, default);
        await projections.CheckpointAsync(Checkpoint(lease, 1) with { Work = Within(readModel, readModel.PersistAsync) }, default);

        Assert.Equal(1, counted);
        Assert.Equal("2 Sam, 3 Kim", await RowsAsync());
        await projections.ResetAsync(lease, Within(readModel, readModel.ResetAsync), default);
        Assert.Equal("", await RowsAsync());
        await projections.DeleteAsync(lease, true, Within(readModel, readModel.DeleteAsync), default);
        await projections.ExecuteAsync(Within(readModel, async token => Assert.False(await readModel.IsInitializedAsync(token))), default);

        Task<string> RowsAsync() => store.ScalarAsync<string>($"select coalesce(string_agg(id || ' ' || name, ', ' order by id), '') from {readModel.Table}");
    }

    [Fact]
    public async Task A_row_that_fails_takes_the_checkpoint_back_and_leaves_an_empty_stack()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        var readModel = new Users(store.Schema);
        await projections.ExecuteAsync(Within(readModel, readModel.InitAsync), default);
        ProjectionLease lease = await projections.AcquiredAsync();
        readModel.Create(1, "Alex");
        readModel.Create(1, "Alex again");
        ProjectionCheckpoint checkpoint = Checkpoint(lease, 0, "1", Link("linked", Events.Plain())) with { Work = Within(readModel, readModel.PersistAsync) };

        PostgresException thrown = await Assert.ThrowsAsync<PostgresException>(() => projections.CheckpointAsync(checkpoint, default).AsTask());

        Assert.Equal(PostgresErrorCodes.UniqueViolation, thrown.SqlState);
        Assert.False(projections.IsTransient(thrown));
        Assert.False(await store.Log.HasStreamAsync("linked", default));
        readModel.Create(7, "given up");
        readModel.ClearStack();
        await projections.CheckpointAsync(checkpoint, default);
        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from {readModel.Table}"));
    }

    [Fact]
    public void A_read_model_outside_of_a_transaction_or_within_another_kind_of_storage_says_so()
    {
        var readModel = new Users("es");

        Assert.Throws<InvalidOperationException>(() => readModel.Enlist(new OtherTransaction()));
        readModel.Enlist(null);
        Assert.Throws<InvalidOperationException>(() => { _ = readModel.IsInitializedAsync(default); });
        Assert.Throws<ArgumentException>(() => readModel.Set(1, null));
    }

    private static CheckpointWork Within(Users readModel, Func<CancellationToken, Task> work) => async (transaction, cancellationToken) =>
    {
        readModel.Enlist(transaction);
        try
        {
            await work(cancellationToken);
        }
        finally
        {
            readModel.Enlist(null);
        }
    };

    private sealed class OtherTransaction : ICheckpointTransaction;

    private sealed class Users(string schema) : PostgresReadModel(new ReadModelTable("users", schema))
    {
        public override Task InitAsync(CancellationToken cancellationToken) =>
            Client.ExecuteAsync($"create table {Table} (id int primary key, name text)", cancellationToken: cancellationToken);

        public void Create(int id, string name) => Insert(new() { ["id"] = id, ["name"] = name });

        public void Rename(int id, string name) => Update(new() { ["id"] = id }, new() { ["name"] = name });

        public void Set(int id, string? name) => Upsert(new() { ["id"] = id }, name is null ? [] : new() { ["name"] = name });

        public void Forget(int id) => Remove(new() { ["id"] = id });

        public async Task<long> CountAsync(CancellationToken cancellationToken)
        {
            await using var command = new NpgsqlCommand($"select count(*) from {Table}", Client.Transaction.Connection, Client.Transaction);
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }
}
