using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

public sealed class AppendTests
{
    [Fact]
    public async Task What_is_appended_is_read_back_byte_for_byte()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var aggregate = Guid.CreateVersion7();
        EventRecord first = Events.Of(aggregate, 1) with { Payload = """{ "b":1,  "a":"ä\u0041" }"""u8.ToArray(), Metadata = """{"x":9007199254740993}"""u8.ToArray() };
        EventRecord second = Events.Plain();
        EventRecord link = Events.Of(aggregate, 1) with { IsLinked = true };

        IReadOnlyList<long> positions = await store.AppendAsync("a", first, second, link);
        using EventPage page = await store.ReadAsync("a");

        Assert.Equal(positions, page.Rows.ToArray().Select(row => row.Position));
        RecordedEvent read = page.Rows[0];
        Assert.Equal("""{ "b":1,  "a":"ä\u0041" }""", Events.Utf8(read.Payload));
        Assert.Equal("""{"x": 9007199254740993}""", Events.Utf8(read.Metadata));
        Assert.Equal((first.EventId, first.Name, Events.Time, aggregate, "user", 1L, false), (read.EventId, Events.Utf8(read.Name), read.CreatedAt, read.AggregateId, read.AggregateType, read.AggregateVersion, read.IsLinked));
        Assert.Equal((second.EventId, Guid.Empty, null, 0L, false), (page.Rows[1].EventId, page.Rows[1].AggregateId, page.Rows[1].AggregateType, page.Rows[1].AggregateVersion, page.Rows[1].IsLinked));
        Assert.Equal((aggregate, "user", 1L, true), (page.Rows[2].AggregateId, page.Rows[2].AggregateType, page.Rows[2].AggregateVersion, page.Rows[2].IsLinked));
        Assert.True(page.IsLast);
    }

    [Fact]
    public async Task A_unit_of_several_parts_is_all_or_nothing_and_its_positions_ascend()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        var aggregate = Guid.CreateVersion7();
        RecordedUnit good = Events.Unit(("b", [Events.Of(aggregate, 1), Events.Plain()]), ("a", [Events.Plain()]));
        RecordedUnit bad = Events.Unit(("a", [Events.Plain()]), ("b", [Events.Of(aggregate, 1)]));
        RecordedUnit missing = Events.Unit(("a", [Events.Plain()]), ("c", [Events.Plain()]));

        IReadOnlyList<AppendOutcome> outcomes = await store.Log.AppendAsync([good, bad, missing, Events.Unit(("a", [Events.Plain()]))], default);

        Assert.Equal([true, false, false, true], outcomes.Select(outcome => outcome.IsStored));
        Assert.Equal(outcomes[0].Result.Positions.Order(), outcomes[0].Result.Positions);
        Assert.IsType<ConcurrencyException>(outcomes[1].Exception);
        Assert.Equal("c", Assert.IsType<StreamNotFoundException>(outcomes[2].Exception).StreamName);
        using EventPage page = await store.ReadAsync("a");
        Assert.Equal([outcomes[0].Result.Positions[2], outcomes[3].Result.Positions[0]], page.Rows.ToArray().Select(row => row.Position));
    }

    [Fact]
    public async Task A_batch_of_10_000_events_is_stored_in_order_or_not_at_all()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var aggregate = Guid.CreateVersion7();
        EventRecord[] events = [.. Enumerable.Range(1, 10_000).Select(version => Events.Of(aggregate, version))];

        AppendOutcome refused = await store.TryAppendAsync("a", [.. events, events[^1] with { EventId = Guid.CreateVersion7() }]);
        Assert.IsType<ConcurrencyException>(refused.Exception);
        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));

        IReadOnlyList<long> positions = await store.AppendAsync("a", events);
        Assert.Equal(positions.Order(), positions);
        using EventPage page = await store.Log.ReadAsync(new ReadRequest { Streams = [new StreamRange { StreamName = "a", From = 1 }], Limit = 20_000 }, default);
        Assert.Equal(Enumerable.Range(1, 10_000).Select(version => (long)version), page.Rows.ToArray().Select(row => row.AggregateVersion));
    }

    [Fact]
    public async Task A_unit_that_is_stored_already_succeeds_with_its_first_positions()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        var aggregate = Guid.CreateVersion7();
        RecordedUnit unit = Events.Unit(("a", [Events.Of(aggregate, 1), Events.Plain(), Events.Of(aggregate, 1) with { IsLinked = true }]), ("b", [Events.Plain()]));
        AppendResult first = (await store.Log.AppendAsync([unit], default))[0].Result;
        await store.AppendAsync("a", Events.Of(aggregate, 2));

        AppendResult again = (await store.Log.AppendAsync([unit], default))[0].Result;

        Assert.False(first.AlreadyStored);
        Assert.True(again.AlreadyStored);
        Assert.Equal(first.Positions, again.Positions);
        Assert.Equal(4L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
    }

    [Fact]
    public async Task A_taken_version_names_stream_type_id_and_version()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var aggregate = Guid.CreateVersion7();
        await store.AppendAsync("a", Events.Of(aggregate, 3));

        var conflict = Assert.IsType<ConcurrencyException>((await store.TryAppendAsync("a", Events.Of(aggregate, 2), Events.Of(aggregate, 3))).Exception);
        var own = Assert.IsType<ConcurrencyException>((await store.TryAppendAsync("a", Events.Of(aggregate, 7), Events.Of(aggregate, 7))).Exception);

        Assert.Equal(("a", "user", aggregate, 3L), (conflict.StreamName, conflict.AggregateType, conflict.AggregateId, conflict.AggregateVersion));
        Assert.Equal(("a", "user", aggregate, 7L), (own.StreamName, own.AggregateType, own.AggregateId, own.AggregateVersion));
        Assert.Empty(conflict.KnownEventIds);
        Assert.Equal(1L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
    }

    [Fact]
    public async Task A_partly_known_unit_and_a_known_id_with_another_name_are_conflicts()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var aggregate = Guid.CreateVersion7();
        EventRecord stored = Events.Of(aggregate, 1);
        EventRecord plain = Events.Plain();
        await store.AppendAsync("a", stored, plain);

        var partly = Assert.IsType<ConcurrencyException>((await store.TryAppendAsync("a", stored, Events.Of(aggregate, 2))).Exception);
        var renamed = Assert.IsType<ConcurrencyException>((await store.TryAppendAsync("a", stored with { Name = "other" })).Exception);
        var plainToo = Assert.IsType<ConcurrencyException>((await store.TryAppendAsync("a", Events.Plain(), plain)).Exception);

        Assert.Equal([stored.EventId], partly.KnownEventIds);
        Assert.Equal([stored.EventId], renamed.KnownEventIds);
        Assert.Equal([plain.EventId], plainToo.KnownEventIds);
    }

    [Fact]
    public async Task Links_of_one_aggregate_from_two_streams_both_stand_and_leave_the_version_free()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var aggregate = Guid.CreateVersion7();
        EventRecord one = Events.Of(aggregate, 1) with { IsLinked = true };
        EventRecord other = Events.Of(aggregate, 1) with { IsLinked = true };

        await store.AppendAsync("a", one);
        await store.AppendAsync("a", other);
        await store.AppendAsync("a", Events.Of(aggregate, 1));
        Assert.True((await store.TryAppendAsync("a", one)).Result.AlreadyStored);

        using EventPage history = await store.Log.ReadAggregateAsync(new AggregateReadRequest { StreamName = "a", AggregateType = "user", AggregateId = aggregate, Limit = 10 }, default);
        Assert.Equal(1, history.Count);
    }

    [Fact]
    public async Task A_cut_connection_is_replaced_and_the_events_stand_once()
    {
        await using TestStore store = await (await TestStore.CreateAsync(connectionString: "Application Name=cut_me")).WithStreamsAsync("a");
        for (int i = 0; i < 5; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.AppendAsync("a", Events.Plain())));
            await using var other = new NpgsqlConnection(TestServer.ConnectionString);
            await other.OpenAsync();
            await using var kill = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut_me'", other);
            await kill.ExecuteNonQueryAsync();

            AppendResult result = (await store.TryAppendAsync("a", Events.Plain())).Result;
            Assert.False(result.AlreadyStored);
        }

        Assert.Equal(25L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
    }

    [Fact]
    public async Task A_cancelled_append_writes_nothing()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        using var cancellation = new CancellationTokenSource();
        await using NpgsqlConnection other = await store.Source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
        await new NpgsqlCommand($"lock table {store.TableOf("a")}", other, transaction).ExecuteNonQueryAsync();

        Task<IReadOnlyList<AppendOutcome>> waiting = store.Log.AppendAsync([Events.Unit(("a", [Events.Plain()]))], cancellation.Token).AsTask();
        await store.WaitForLockAsync();
        await cancellation.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>((await waiting)[0].Exception);
        await transaction.RollbackAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.Log.AppendAsync([Events.Unit(("a", [Events.Plain()]))], cancellation.Token));
        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from {store.TableOf("a")}"));
    }

    [Fact]
    public async Task A_deadlock_does_not_surface()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a", "b");
        for (int i = 0; i < 10; i++)
        {
            var aggregate = Guid.CreateVersion7();
            IReadOnlyList<AppendOutcome>[] outcomes = await Task.WhenAll(
                Task.Run(async () => await store.Log.AppendAsync([Events.Unit(("a", [Events.Of(aggregate, 1)]), ("b", [Events.Of(aggregate, 1)]))], default)),
                Task.Run(async () => await store.Log.AppendAsync([Events.Unit(("b", [Events.Of(aggregate, 1)]), ("a", [Events.Of(aggregate, 1)]))], default)));

            Assert.Single(outcomes, outcome => outcome[0].IsStored);
            Assert.Single(outcomes, outcome => outcome[0].Exception is ConcurrencyException);
        }
    }

    [Fact]
    public async Task Used_up_positions_refuse_the_append_and_reading_goes_on()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        await store.ExecuteAsync($"select setval('{store.Schema}.position', {StoreSchema.MaxPosition} - 1)");
        Assert.Equal([StoreSchema.MaxPosition], await store.AppendAsync("a", Events.Plain()));

        Assert.IsType<PositionsExhaustedException>((await store.TryAppendAsync("a", Events.Plain())).Exception);
        Assert.Equal(StoreSchema.MaxPosition, await store.HeadAsync());
        using EventPage page = await store.ReadAsync("a");
        Assert.Equal(1, page.Count);
    }
}
