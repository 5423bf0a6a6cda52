namespace EventStore.ReliabilityTests;

/// <summary>Whatever byte a connection ends at, an append stands once, and its caller is told so.</summary>
public sealed class CutTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly FaultKind[] Kinds = [FaultKind.Cut, FaultKind.Reset, FaultKind.HalfClose];

    public static TheoryData<int> Seeds() => [.. Rig.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Proves", "F-06")]
    public async Task An_append_that_is_cut_off_at_any_byte_is_stored_once_and_its_caller_knows(int seed)
    {
        using IDisposable part = Report.Part("cuts", seed);
        var random = new Random(seed);
        await using RigStore store = await RigStore.CreateAsync(fixture.Cluster.ConnectionString, "a", "b");
        using var proxy = new FaultProxy(fixture.Cluster.ConnectionString);
        await using var client = new CutClient(store, proxy);
        var cuts = new List<(AppendShape Shape, Flow Flow, int Offset)>();
        foreach (AppendShape shape in AppendShape.All)
        {
            (int request, int reply) = await client.MeasureAsync(shape);
            Report.Line($"{shape.Name}: {request} bytes to the server, {reply} back");
            cuts.AddRange(Enumerable.Range(0, request + 1).Select(offset => (shape, Flow.Request, offset)));
            cuts.AddRange(Enumerable.Range(0, reply + 1).Select(offset => (shape, Flow.Reply, offset)));
        }

        // All of those of an append that is under way as it nearly always is, and some of the others.
        (AppendShape Shape, Flow Flow, int Offset)[] shuffled = [.. cuts];
        random.Shuffle(shuffled);
        cuts = Rig.IsFull
            ? [.. shuffled.Where(cut => cut.Shape.Warmth == 2), .. shuffled.Where(cut => cut.Shape.Warmth < 2).Take(Rig.Share(1_000))]
            : [.. shuffled.Take(Rig.Share(2_000))];

        var failures = new List<string>();
        foreach ((AppendShape shape, Flow flow, int offset) in cuts)
        {
            FaultKind kind = Kinds[random.Next(Kinds.Length)];
            await using IEventStore opened = await client.OpenAsync(shape);
            Fault fault = proxy.Arm(flow, offset, kind);
            Intent[] intents = client.Next(shape);
            try
            {
                AppendResult result = await CutClient.AppendAsync(opened, intents).WaitAsync(Patience);
                Assert.False(result.AlreadyStored);
                client.Acknowledge(intents, result);
                await fault.Struck.WaitAsync(Patience);
            }
            catch (Exception exception)
            {
                failures.Add($"{shape.Name}, {flow} {offset}, {kind}: {exception.GetType().Name}: {exception.Message}");
                Report.Line($"{failures[^1]}");
            }
        }

        var check = new HistoryCheck(client.History, await store.ReadRowsAsync());
        Report.Line($"{cuts.Count} cuts; {check}; other answers {failures.Count}");
        Assert.Empty(failures);
        Assert.True(check.IsFaithful, check.ToString());
        Assert.Equal(client.History.Count, check.Stored);
    }
}
