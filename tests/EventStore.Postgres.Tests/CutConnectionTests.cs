using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

public sealed class CutConnectionTests
{
    [Theory]
    [InlineData(nameof(Cut.Reply))]
    [InlineData(nameof(Cut.Request))]
    public async Task An_append_that_is_cut_off_is_stored_once_and_by_this_call(string cut)
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        using var proxy = new CuttingProxy();
        await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(proxy.ConnectionString);
        await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions { Schema = store.Schema }, TimeProvider.System);
        var aggregate = Guid.CreateVersion7();
        for (int version = 1; version <= 20; version++)
        {
            proxy.Next = version % 2 == 0 ? Enum.Parse<Cut>(cut) : Cut.None;
            AppendResult result = (await log.AppendAsync([Events.Unit(("a", [Events.Of(aggregate, version)]), ("b", [Events.Plain()]))], default))[0].Result;

            Assert.False(result.AlreadyStored);
            Assert.Equal(2, result.Positions.Count);
        }

        Assert.Equal(20L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
        Assert.Equal(20L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("b")}"));
    }

    [Fact]
    public async Task A_cancelled_append_without_an_answer_is_of_unknown_fate_and_may_be_repeated()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        using var proxy = new CuttingProxy();
        await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(proxy.ConnectionString);
        await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions { Schema = store.Schema }, TimeProvider.System);
        RecordedUnit unit = Events.Unit(("a", [Events.Plain()]));
        for (int i = 0; i < 3; i++)
        {
            await log.AppendAsync([Events.Unit(("a", [Events.Plain()]))], default);
        }

        proxy.Next = Cut.Silence;
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        AppendOutcome outcome = (await log.AppendAsync([unit], cancellation.Token))[0];
        proxy.Next = Cut.None;

        var exception = Assert.IsType<AppendOutcomeUnknownException>(outcome.Exception);
        Assert.Equal([unit.Parts[0].Events[0].EventId], exception.EventIds);
        source.Clear();
        Assert.True((await log.AppendAsync([unit], default))[0].Result.AlreadyStored);
    }

    [Fact]
    public async Task An_append_in_doubt_whose_data_source_goes_away_is_of_unknown_fate()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        using var proxy = new CuttingProxy();
        NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(proxy.ConnectionString);
        // The retry comes after a pause, and by then the data source is disposed.
        var time = new DisposingTime(source);
        await using var log = new PostgresEventLog(source, ownsSource: false, new PostgresOptions { Schema = store.Schema }, time);
        for (int i = 0; i < 3; i++)
        {
            await log.AppendAsync([Events.Unit(("a", [Events.Plain()]))], default);
        }

        proxy.Next = Cut.Reply;

        AppendOutcome outcome = (await log.AppendAsync([Events.Unit(("a", [Events.Plain()]))], default))[0];

        Assert.IsType<AppendOutcomeUnknownException>(outcome.Exception);
        Assert.Equal(4L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
    }

    private sealed class DisposingTime(NpgsqlDataSource source) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            source.Dispose();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
