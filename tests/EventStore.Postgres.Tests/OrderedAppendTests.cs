using System.Transactions;
using EventStore.Conformance;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Appends that have a transaction each, and the order that those of one aggregate keep nevertheless.</summary>
public sealed class OrderedAppendTests
{
    private static readonly PostgresOptions Options = new() { GroupCommit = false };

    [Fact, Proves("A-33")]
    public async Task Without_group_commit_versions_of_an_aggregate_keep_the_order_of_the_calls()
    {
        await using TestStore store = await (await TestStore.CreateAsync(options: Options)).WithStreamsAsync("a");
        Guid[] aggregates = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

        // Without a thread switch between the calls.
        Task<AppendOutcome>[] calls = [.. Enumerable.Range(0, 120).Select(i => store.TryAppendAsync("a", Events.Of(aggregates[i % 3], 1 + (i / 3)), Events.Plain()))];
        AppendOutcome[] outcomes = await Task.WhenAll(calls);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Exception));
        for (int aggregate = 0; aggregate < 3; aggregate++)
        {
            long[] positions = [.. outcomes.Where((_, i) => i % 3 == aggregate).Select(outcome => outcome.Result.Positions[0])];
            Assert.Equal(positions.Order(), positions);
        }
    }

    [Fact, Proves("A-33", "A-34")]
    public async Task Without_group_commit_who_cancels_leaves_at_once_and_those_behind_wait_for_those_before()
    {
        await using TestStore store = await (await TestStore.CreateAsync(options: Options)).WithStreamsAsync("a");
        var contested = Guid.CreateVersion7();
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await store.Log.Within(transaction).AppendAsync([Events.Unit(("a", [Events.Of(contested, 1)]))], default);
        using var cancellation = new CancellationTokenSource();

        Task<AppendOutcome> before = store.TryAppendAsync("a", Events.Of(contested, 1));
        Task<IReadOnlyList<AppendOutcome>> cancelled = store.Log.AppendAsync([Events.Unit(("a", [Events.Of(contested, 2)]))], cancellation.Token).AsTask();
        Task<AppendOutcome> behind = store.TryAppendAsync("a", Events.Of(contested, 2));
        Task<AppendOutcome> beside = store.TryAppendAsync("a", Events.Of(Guid.CreateVersion7(), 1));
        await store.WaitForLockAsync();
        await cancellation.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>((await cancelled)[0].Exception);
        Assert.True((await beside).IsStored);
        Assert.False(behind.IsCompleted);
        await transaction.RollbackAsync();
        Assert.True((await before).Result.Positions[0] < (await behind).Result.Positions[0]);
    }

    [Fact, Proves("A-33")]
    public async Task Without_group_commit_an_ambient_transaction_waits_for_nobody_who_waits_for_it()
    {
        await using TestStore store = await (await TestStore.CreateAsync(options: Options)).WithStreamsAsync("a");
        var contested = Guid.CreateVersion7();
        Task<AppendOutcome> stranger;
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await store.AppendAsync("a", Events.Of(contested, 1));
            using (var outside = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled))
            {
                stranger = store.TryAppendAsync("a", Events.Of(contested, 1));
                await store.WaitForLockAsync();
                outside.Complete();
            }

            await store.AppendAsync("a", Events.Of(contested, 2));
            scope.Complete();
        }

        Assert.IsType<ConcurrencyException>((await stranger).Exception);
        Assert.Equal(2L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
    }
}
