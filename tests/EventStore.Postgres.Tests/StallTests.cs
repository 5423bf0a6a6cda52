using System.Diagnostics;
using System.Diagnostics.Metrics;
using EventStore.Conformance;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Followers that are held up, and who is told of it.</summary>
public sealed class StallTests
{
    [Fact, Proves("F-26")]
    public async Task Who_holds_followers_up_is_told_once_by_callback_metric_and_activity()
    {
        var time = new FakeTimeProvider();
        var stalls = new List<WatermarkStall>();
        var seconds = new List<double>();
        var activities = new List<Activity>();
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var options = new PostgresOptions { Schema = store.Schema, Stalled = stalls.Add };
        await using var log = new PostgresEventLog(store.Source, ownsSource: false, options, time);
        using MeterListener meter = Listen(store.Schema, seconds);
        using ActivityListener listener = Listen(store.Schema, activities);
        await using NpgsqlDataSource source = NpgsqlDataSource.Create($"{TestServer.ConnectionString};Application Name=slow-import");
        await using NpgsqlConnection other = await source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
        await log.Within(transaction).AppendAsync([Events.Unit(("a", [Events.Plain()]))], default);
        await store.AppendAsync("a", Events.Plain());

        long head = (await log.ReadHeadAsync(Providers.StreamSelection.All, default)).Position;
        time.Advance(TimeSpan.FromSeconds(1.5));
        await log.ReadHeadAsync(Providers.StreamSelection.All, default);
        Assert.Empty(stalls);
        time.Advance(TimeSpan.FromSeconds(1));
        await log.ReadHeadAsync(Providers.StreamSelection.All, default);
        await log.ReadHeadAsync(Providers.StreamSelection.All, default);

        WatermarkStall stall = Assert.Single(stalls);
        Assert.Equal((head, TimeSpan.FromSeconds(2.5)), (stall.Position, stall.Duration));
        OpenAppend holder = Assert.Single(stall.OpenAppends);
        Assert.Equal((head, other.ProcessID, "slow-import", "idle in transaction", other.Database), (holder.Position, holder.ProcessId, holder.Application, holder.State, holder.Database));
        Assert.Contains("savepoint", holder.Query, StringComparison.Ordinal);
        Assert.True(holder.Age >= TimeSpan.Zero);
        Assert.Equal([0, 1.5, 2.5, 2.5], seconds);
        Activity activity = Assert.Single(activities);
        Assert.Equal(other.ProcessID, activity.GetTagItem("eventstore.holder.pid"));

        await transaction.CommitAsync();
        await log.ReadHeadAsync(Providers.StreamSelection.All, default);
        Assert.Equal(0, seconds[^1]);
        Assert.Single(stalls);
    }

    [Fact, Proves("F-26")]
    public async Task Open_appends_are_listed_the_oldest_first()
    {
        await using var storage = new PostgresTestStorage();
        EventStoreBuilder builder = new();
        storage.Use(builder);
        await using IEventStore store = builder.Build();
        await store.InstallAsync();
        await store.CreateStreamAsync("a");
        Assert.Empty(await store.FetchOpenAppendsAsync());
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(TestServer.ConnectionString);
        await using NpgsqlConnection first = await source.OpenConnectionAsync();
        await using NpgsqlConnection second = await source.OpenConnectionAsync();
        await using NpgsqlTransaction older = await first.BeginTransactionAsync();
        await using NpgsqlTransaction younger = await second.BeginTransactionAsync();
        await new PostgresEventLog(source, false, new PostgresOptions { Schema = storage.Schema }, TimeProvider.System).Within(older).AppendAsync([Events.Unit(("a", [Events.Plain()]))], default);
        await new PostgresEventLog(source, false, new PostgresOptions { Schema = storage.Schema }, TimeProvider.System).Within(younger).AppendAsync([Events.Unit(("a", [Events.Plain()]))], default);

        IReadOnlyList<OpenAppend> open = await store.FetchOpenAppendsAsync();

        Assert.Equal([first.ProcessID, second.ProcessID], open.Select(append => append.ProcessId));
        Assert.True(open[0].Position < open[1].Position);
    }

    private static MeterListener Listen(string schema, List<double> seconds)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == EventStoreDiagnostics.MeterName && instrument.Name == "eventstore.watermark.stalled")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            if (tags.ToArray().Any(tag => tag.Value is string text && text == schema))
            {
                seconds.Add(value);
            }
        });
        listener.Start();
        return listener;
    }

    private static ActivityListener Listen(string schema, List<Activity> activities)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EventStoreDiagnostics.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "eventstore.watermark.stall" && (string?)activity.GetTagItem("eventstore.schema") == schema)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
