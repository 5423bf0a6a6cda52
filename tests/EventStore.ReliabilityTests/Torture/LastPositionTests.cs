using EventStore.Postgres;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>
/// The watermark stands on the last position given out. Read as a table, the sequence now and then shows one that is
/// still to be given out, and followers pass it by.
/// </summary>
public sealed class LastPositionTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    private const int Drawers = 3;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(40);

    [Fact]
    [Trait("Proves", "F-03")]
    public async Task The_last_position_never_goes_back()
    {
        using IDisposable part = Report.Part("last position", Rig.Seeds[0]);
        await using RigStore store = await RigStore.CreateAsync(fixture.Cluster.ConnectionString);
        var stopping = new TaskCompletionSource();
        Task[] drawing = [.. Enumerable.Range(0, Drawers).Select(_ => Task.Run(() => DrawAsync(store, stopping.Task)))];

        (long reads, long backwards) = await ReadAsync(store, new StoreSchema(store.Schema).LastPositionSql);
        (long tableReads, long tableBackwards) = await ReadAsync(store, $"select last_value from {store.PositionSequence}");

        stopping.SetResult();
        await Task.WhenAll(drawing);
        Report.Line($"the store: {backwards} of {reads} reads went back; as a table: {tableBackwards} of {tableReads}");
        Assert.NotEqual(0, reads);
        Assert.Equal(0, backwards);
    }

    private static async Task DrawAsync(RigStore store, Task stopping)
    {
        while (!stopping.IsCompleted)
        {
            await store.ExecuteAsync($"select count(nextval('{store.PositionSequence}')) from generate_series(1, 2000)");
        }
    }

    /// <summary>Reads within the server, where nothing but reading takes time.</summary>
    private static async Task<(long Reads, long Backwards)> ReadAsync(RigStore store, string sql)
    {
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync();
        await using var loop = new NpgsqlCommand(
            $"""
            do $$
            declare value bigint; before bigint := 0; backwards bigint := 0; reads bigint := 0; began timestamptz := clock_timestamp();
            begin
              while clock_timestamp() < began + interval '{(int)Rig.Time(Duration).TotalMilliseconds} milliseconds' loop
                value := ({sql});
                if value < before then backwards := backwards + 1; end if;
                before := value;
                reads := reads + 1;
              end loop;
              perform set_config('rig.reads', reads || ' ' || backwards, false);
            end $$
            """,
            connection) { CommandTimeout = 300 };
        await loop.ExecuteNonQueryAsync();
        await using var result = new NpgsqlCommand("select current_setting('rig.reads')", connection);
        string[] counts = ((string)(await result.ExecuteScalarAsync())!).Split(' ');
        return (long.Parse(counts[0], System.Globalization.CultureInfo.InvariantCulture), long.Parse(counts[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
