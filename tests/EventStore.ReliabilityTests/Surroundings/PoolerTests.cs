namespace EventStore.ReliabilityTests;

/// <summary>
/// Clients whose transactions meet on the same few connections to the server: what one prepares there, another would
/// execute under the same name.
/// </summary>
public sealed class PoolerTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    private const int Clients = 4;
    private const int ServerConnections = 2;

    [Theory]
    [InlineData(PostgresPrepare.Auto)]
    [InlineData(PostgresPrepare.Never)]
    [Trait("Proves", "F-20")]
    public async Task No_event_stands_in_another_stream_behind_a_transaction_pooler(PostgresPrepare prepare)
    {
        int seed = Rig.Seeds[^1];
        using IDisposable part = Report.Part($"transaction pooler, prepare: {prepare}", seed);

        (HistoryCheck check, int misplaced, int errors) = await RunAsync(prepare, seed);

        Assert.Equal((0, 0), (misplaced, errors));
        Assert.True(check.IsFaithful, check.ToString());
        Assert.Equal(0, check.Unknown);
    }

    /// <summary>What is prepared behind such a pooler goes wrong: a rig that did not show it would prove nothing.</summary>
    [Fact]
    public async Task Prepared_statements_behind_a_transaction_pooler_do_harm()
    {
        int seed = Rig.Seeds[^1];
        using IDisposable part = Report.Part("transaction pooler, prepare: Always", seed);

        (_, int misplaced, int errors) = await RunAsync(PostgresPrepare.Always, seed);

        Assert.NotEqual(0, misplaced + errors);
    }

    private async Task<(HistoryCheck Check, int Misplaced, int Errors)> RunAsync(PostgresPrepare prepare, int seed)
    {
        string[] streams = [.. Enumerable.Range(1, Clients).Select(number => $"stream-{number}")];
        await using TransactionPooler pooler = await TransactionPooler.StartAsync(fixture.Cluster.ConnectionString, ServerConnections);
        await using RigStore store = await RigStore.CreateAsync(fixture.Cluster.ConnectionString, streams);
        int steps = Rig.Share(4_000) / Clients;
        int errors = 0;
        List<Intent>[] histories = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            // Each with a pool of its own, as a process has.
            await using IEventStore opened = new EventStoreBuilder()
                .UsePostgres($"{pooler.ConnectionString};Maximum Pool Size=2;Application Name=client{client}", new PostgresOptions { Schema = store.Schema, Prepare = prepare })
                .AddEvents(RigEvents.Catalog)
                .Build();
            var random = new Random(seed + client);
            var history = new List<Intent>();
            for (int step = 0; step < steps; step++)
            {
                var intent = new Intent(streams[client], client, step);
                history.Add(intent);
                intent.Begin();
                try
                {
                    intent.Position = (await opened.AppendToAsync(intent.Stream, [intent.ToEvent()])).Positions[0];
                    intent.End(Verdict.Stored);
                    if (random.Next(8) == 0)
                    {
                        await opened.LoadBackwardsAsync(intent.Stream, count: 1).ToListAsync();
                    }
                }
                catch (Exception)
                {
                    // Whatever it is: rows of another statement's shape may break anything.
                    Interlocked.Increment(ref errors);
                }
            }

            return history;
        })));

        IReadOnlyList<StoredRow> rows = await store.ReadRowsAsync();
        Dictionary<Guid, Intent> intents = histories.SelectMany(history => history).ToDictionary(intent => intent.EventId);
        int misplaced = rows.Count(row => intents[row.EventId].Stream != row.Stream);
        var check = new HistoryCheck(intents.Values, rows);
        Report.Line($"{check}; in another stream {misplaced}, errors {errors}");
        return (check, misplaced, errors);
    }
}
