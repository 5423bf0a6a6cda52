using System.Diagnostics;
using EventStore.Conformance;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>What a caller is told of an append that gets no answer.</summary>
public sealed class OutcomeTests : IAsyncLifetime
{
    private const string Client = "outcome-tests";

    private readonly CuttingProxy _proxy = new();
    private readonly RecordedUnit _unit = Events.Unit(("a", [Events.Plain(), Events.Of(Guid.CreateVersion7(), 1)]), ("b", [Events.Plain()]));
    private TestStore _store = null!;
    private NpgsqlDataSource _source = null!;
    private PostgresEventLog _log = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        _source = PostgresEventStoreBuilderExtensions.BuildSource($"{_proxy.ConnectionString};Application Name={Client}{_store.Schema};Timeout=2");
        _log = new PostgresEventLog(_source, ownsSource: false, new PostgresOptions { Schema = _store.Schema, CommandTimeout = TimeSpan.FromSeconds(1) }, TimeProvider.System);

        // Whatever happens only once on a connection has happened.
        for (int i = 0; i < 3; i++)
        {
            await _log.AppendAsync([Events.Unit(("a", [Events.Plain()]), ("b", [Events.Plain()]))], default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await _source.DisposeAsync();
        _proxy.Dispose();
        await _store.DisposeAsync();
    }

    [Fact, Proves("F-06")]
    public async Task A_request_that_arrives_after_its_retry_stores_nothing_again()
    {
        _proxy.Next = Cut.HoldAndCut;

        AppendResult result = (await _log.AppendAsync([_unit], default))[0].Result;
        await _proxy.DeliverAsync();

        Assert.False(result.AlreadyStored);
        await StandsOnceAsync(result);
    }

    [Fact, Proves("F-06", "F-07", "F-08")]
    public async Task A_request_that_arrives_after_the_caller_gave_up_is_not_denied()
    {
        _proxy.Next = Cut.Hold;
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        AppendOutcome outcome = (await _log.AppendAsync([_unit], cancellation.Token))[0];
        Assert.Equal(_unit.Parts.SelectMany(part => part.Events, (_, record) => record.EventId), Assert.IsType<AppendOutcomeUnknownException>(outcome.Exception).EventIds);
        await _proxy.DeliverAsync();
        AppendResult again = (await _log.AppendAsync([_unit], default))[0].Result;

        Assert.True(again.AlreadyStored);
        await StandsOnceAsync(again);
    }

    [Fact, Proves("F-06", "F-07")]
    public async Task A_request_that_arrives_after_it_was_made_again_stores_nothing()
    {
        _proxy.Next = Cut.Hold;
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        Assert.False((await _log.AppendAsync([_unit], cancellation.Token))[0].IsStored);
        AppendResult again = (await _log.AppendAsync([_unit], default))[0].Result;
        await _proxy.DeliverAsync();

        await StandsOnceAsync(again);
    }

    [Fact, Proves("F-08")]
    public async Task A_cancelled_append_whose_backend_has_left_without_storing_it_is_cancelled()
    {
        _proxy.Next = Cut.Hold;
        using var cancellation = new CancellationTokenSource();
        Task<IReadOnlyList<AppendOutcome>> append = _log.AppendAsync([_unit], cancellation.Token).AsTask();
        await _proxy.HeldAsync();
        await cancellation.CancelAsync();
        await EndBackendsAsync();

        Assert.IsAssignableFrom<OperationCanceledException>((await append)[0].Exception);

        Assert.Equal(0, await CountAsync());
    }

    [Fact, Proves("F-08")]
    public async Task An_append_that_the_server_cancelled_is_cancelled()
    {
        await using NpgsqlConnection other = await _store.Source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
        await _store.Log.Within(transaction).AppendAsync([_unit], default);
        using var cancellation = new CancellationTokenSource();
        Task<IReadOnlyList<AppendOutcome>> append = _log.AppendAsync([_unit], cancellation.Token).AsTask();
        await _store.WaitForLockAsync();

        await cancellation.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>((await append)[0].Exception);
        await transaction.RollbackAsync();
        Assert.Equal(0, await CountAsync());
        Assert.False((await _log.AppendAsync([_unit], default))[0].Result.AlreadyStored);
    }

    [Fact, Proves("F-08")]
    public async Task A_call_that_is_cancelled_beforehand_sends_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _log.AppendAsync([_unit], new CancellationToken(canceled: true)));

        Assert.Equal(0, await CountAsync());
    }

    [Fact, Proves("F-12", "F-27")]
    public async Task An_append_that_waits_too_long_for_another_one_has_stored_nothing()
    {
        await using NpgsqlConnection other = await _store.Source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
        await _store.Log.Within(transaction).AppendAsync([_unit], default);

        AppendOutcome outcome = (await _log.AppendAsync([_unit], default))[0];

        StoreUnavailableException thrown = Assert.IsType<StoreUnavailableException>(outcome.Exception);
        Assert.True(thrown.IsTimeout && thrown.WroteNothing);
        Assert.IsType<TimeoutException>(Assert.IsType<NpgsqlException>(thrown.InnerException, exactMatch: false).InnerException);
        Assert.Contains("Nothing was written. Append the same events again", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("raise PostgresOptions.CommandTimeout", thrown.Message, StringComparison.Ordinal);
        await transaction.RollbackAsync();
        Assert.Equal(0, await CountAsync());
        Assert.False((await _log.AppendAsync([_unit], default))[0].Result.AlreadyStored);
        Assert.Equal(_unit.EventCount, await CountAsync());
    }

    [Fact, Proves("F-12")]
    public async Task Calls_to_a_server_that_hangs_return_within_their_time()
    {
        _proxy.Next = Cut.Silence;
        long start = Stopwatch.GetTimestamp();

        AppendOutcome outcome = (await _log.AppendAsync([_unit], default))[0];
        Assert.True((await Assert.ThrowsAsync<StoreUnavailableException>(() => _log.HasStreamAsync("a", default))).IsTimeout);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _log.HasStreamAsync("a", cancellation.Token));

        // A command's second and its cancellation, two to find out, two to connect, and the cancelled call.
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        Assert.IsType<AppendOutcomeUnknownException>(outcome.Exception);
        _proxy.Next = Cut.None;
        _source.Clear();
        Assert.True((await _log.AppendAsync([_unit], default))[0].Result.AlreadyStored);
    }

    [Theory, Proves("F-07")]
    [InlineData(nameof(Cut.Reply), true)]
    [InlineData(nameof(Cut.Request), false)]
    public async Task A_server_that_stays_away_leaves_the_outcome_unknown_and_a_repetition_right(string cut, bool isStored)
    {
        _proxy.Next = Enum.Parse<Cut>(cut);
        _proxy.Dispose();

        AppendOutcome outcome = (await _log.AppendAsync([_unit], default))[0];

        Assert.IsType<AppendOutcomeUnknownException>(outcome.Exception);
        AppendResult again = (await _store.Log.AppendAsync([_unit], default))[0].Result;
        Assert.Equal(isStored, again.AlreadyStored);
        await StandsOnceAsync(again);
    }

    [Fact, Proves("F-06")]
    public async Task A_pool_full_of_dead_connections_costs_no_append()
    {
        NpgsqlConnection[] opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _source.OpenConnectionAsync().AsTask()));
        foreach (NpgsqlConnection connection in opened)
        {
            await connection.DisposeAsync();
        }

        await EndBackendsAsync();

        await StandsOnceAsync((await _log.AppendAsync([_unit], default))[0].Result);
    }

    private Task<long> EndBackendsAsync() =>
        _store.ScalarAsync<long>($"select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '{Client}{_store.Schema}'");

    private async Task<long> CountAsync() => await _store.ScalarAsync<long>(
        $"select count(*) from (select event_id from {_store.TableOf("a")} union all select event_id from {_store.TableOf("b")}) e where event_id in ({string.Join(',', _unit.Parts.SelectMany(part => part.Events, (_, record) => $"'{record.EventId}'"))})");

    private async Task StandsOnceAsync(AppendResult result)
    {
        Assert.Equal(_unit.EventCount, result.Positions.Count);
        Assert.Equal(_unit.EventCount, await CountAsync());
    }
}
