using System.Transactions;
using EventStore.Conformance;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Appends that share a transaction, and what must not be seen of it.</summary>
public sealed class GroupCommitTests
{
    [Fact]
    public async Task Appends_at_the_same_time_share_transactions()
    {
        await using TestStore grouped = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        await using TestStore direct = await (await TestStore.CreateAsync(options: new PostgresOptions { GroupCommit = false })).WithStreamsAsync("a", "b");

        Assert.InRange(await TransactionsAsync(grouped), 1, 60);
        Assert.Equal(200, await TransactionsAsync(direct));

        static async Task<long> TransactionsAsync(TestStore store)
        {
            IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(200, async caller => await store.AppendAsync(caller % 2 == 0 ? "a" : "b", Events.Plain()));
            Assert.All(thrown, Assert.Null);
            return await store.ScalarAsync<long>($"select count(distinct xmin::text) from (select xmin from {store.TableOf("a")} union all select xmin from {store.TableOf("b")}) rows");
        }
    }

    [Fact]
    public async Task An_append_that_is_alone_is_one_statement_in_one_round_trip()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        for (int i = 0; i < 5; i++)
        {
            await store.AppendAsync("a", Events.Plain());
        }

        Assert.Equal(5L, await store.ScalarAsync<long>($"select count(distinct xmin::text) from {store.TableOf("a")}"));
    }

    [Theory, Proves("A-35")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_waits_for_a_foreign_transaction_waits_alone(bool comesFirst)
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var contested = Guid.CreateVersion7();
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await store.Log.Within(transaction).AppendAsync([Events.Unit(("a", [Events.Of(contested, 1)]))], default);

        Task<AppendOutcome> waiting = comesFirst ? store.TryAppendAsync("a", Events.Of(contested, 1)) : Task.FromResult<AppendOutcome>(null!);
        Task<IReadOnlyList<Exception?>> others = StartGate.RunAsync(50, async caller =>
        {
            if (caller == 25 && !comesFirst)
            {
                waiting = store.TryAppendAsync("a", Events.Of(contested, 1));
                return;
            }

            for (int i = 0; i < 3; i++)
            {
                await store.AppendAsync("a", Events.Plain(), Events.Plain());
            }
        });
        Assert.All(await others, Assert.Null);

        Assert.False(waiting.IsCompleted);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.IsType<ConcurrencyException>((await waiting).Exception);
    }

    [Fact, Proves("A-35")]
    public async Task A_table_that_is_locked_holds_up_its_own_stream_alone()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b", "c");
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand($"lock table {store.TableOf("a")}, {store.TableOf("b")} in access exclusive mode", connection, transaction))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Task<AppendOutcome>[] waiting = [.. Enumerable.Range(0, 10).Select(i => store.TryAppendAsync(i % 2 == 0 ? "a" : "b", Events.Plain()))];
        for (int round = 0; round < 5; round++)
        {
            Assert.All(await StartGate.RunAsync(20, async caller => await store.AppendAsync("c", Events.Plain())), Assert.Null);
        }

        Assert.All(waiting, append => Assert.False(append.IsCompleted));
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.All(await Task.WhenAll(waiting), outcome => Assert.True(outcome.IsStored));
    }

    [Fact, Proves("A-32")]
    public async Task An_ambient_transaction_is_its_callers_alone()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        using var gate = new SemaphoreSlim(0);
        Task<IReadOnlyList<Exception?>> others = StartGate.RunAsync(30, async caller =>
        {
            await gate.WaitAsync();
            await store.AppendAsync("a", Events.Plain());
        });
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            Task<IReadOnlyList<long>> own = store.AppendAsync("a", Events.Plain());
            gate.Release(30);
            await own;
            await store.AppendAsync("a", [.. Enumerable.Range(0, 600).Select(_ => Events.Plain())]);
            Assert.All(await others, Assert.Null);

            // It is not completed: what belongs to it is undone.
        }

        Assert.Equal(30L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
    }

    [Fact, Proves("A-34")]
    public async Task Whoever_cancels_before_his_append_is_sent_has_written_nothing()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var aggregate = Guid.CreateVersion7();
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await store.Log.Within(transaction).AppendAsync([Events.Unit(("a", [Events.Of(aggregate, 1)]))], default);
        Task<AppendOutcome> first = store.TryAppendAsync("a", Events.Of(aggregate, 1));
        await store.WaitForLockAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        await store.WaitForLockAsync();

        // Behind the first one of its aggregate, which is sent alone by now.
        using var cancellation = new CancellationTokenSource();
        ValueTask<IReadOnlyList<AppendOutcome>> second = store.Log.AppendAsync([Events.Unit(("a", [Events.Of(aggregate, 2)]))], cancellation.Token);
        await cancellation.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>((await second)[0].Exception);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.True((await first).IsStored);
        Assert.Equal(1L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
    }

    [Theory, Proves("A-34")]
    [InlineData(2000)]
    [InlineData(20)]
    public async Task Whoever_cancels_on_the_way_gets_the_truth(int cancellationTimeout)
    {
        await using TestStore store = await (await TestStore.CreateAsync(connectionString: $"Cancellation Timeout={cancellationTimeout}")).WithStreamsAsync("a");
        int stored = 0;
        int cancelled = 0;
        for (int round = 0; round < 20; round++)
        {
            RecordedUnit[] units = [.. Enumerable.Range(0, 30).Select(_ => Events.Unit(("a", [Events.Plain(), Events.Plain()])))];
            var outcomes = new AppendOutcome[units.Length];
            using var cancellation = new CancellationTokenSource();
            Task<IReadOnlyList<Exception?>> appends = StartGate.RunAsync(units.Length, async caller => outcomes[caller] = (await store.Log.AppendAsync([units[caller]], caller % 2 == 0 ? cancellation.Token : default))[0]);
            await Task.Delay(round % 5, TestContext.Current.CancellationToken);
            await cancellation.CancelAsync();

            IReadOnlyList<Exception?> thrown = await appends;
            for (int caller = 0; caller < units.Length; caller++)
            {
                // A call that begins when it is cancelled throws.
                bool isStored = thrown[caller] is null && outcomes[caller].IsStored;
                Assert.True(isStored || caller % 2 == 0, $"{thrown[caller] ?? outcomes[caller].Exception}");
                Exception? exception = thrown[caller] ?? outcomes[caller].Exception;
                Assert.True(isStored || exception is OperationCanceledException, $"{exception}");
                Guid id = units[caller].Parts[0].Events[0].EventId;
                Assert.Equal(isStored ? 1L : 0L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")} where event_id = '{id}'"));
                _ = isStored ? stored++ : cancelled++;
            }
        }

        Assert.InRange(stored, 300, 600);
    }
}
