namespace EventStore.ReliabilityTests;

/// <summary>
/// An append is on its way while its caller gives up and looks, and arrives afterwards: whatever the caller was told
/// has to be true then, too.
/// </summary>
public sealed class HeldTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    private const int Lanes = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long a retry waits for what is held back: a unique index waits for the transaction in doubt.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(300);

    private enum GivingUp
    {
        /// <summary>The caller cancels.</summary>
        Cancels,

        /// <summary>The caller cancels, and meanwhile another writer has taken the version.</summary>
        IsOvertaken,

        /// <summary>The caller cancels, and asks again before it arrives.</summary>
        AsksAgain,

        /// <summary>The connection ends for the caller alone, and the library tries again by itself.</summary>
        LosesTheConnection,

        /// <summary>The command's time is up.</summary>
        TimesOut,
    }

    public static TheoryData<int> Seeds() => [.. Rig.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Proves", "F-06")]
    [Trait("Proves", "F-07")]
    [Trait("Proves", "F-08")]
    public async Task What_is_delivered_after_its_caller_gave_up_makes_no_answer_wrong(int seed)
    {
        using IDisposable part = Report.Part("held back", seed);
        await using RigStore store = await RigStore.CreateAsync(fixture.Cluster.ConnectionString, "a", "b");
        int count = Rig.Share(240) / Lanes * Lanes;

        // Nearly all of the time somebody waits: several do it side by side, each on a proxy of his own.
        Lane[] lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => RunAsync(store, new Random(seed + lane), count / Lanes)));
        var check = new HistoryCheck(lanes.SelectMany(lane => lane.History), await store.ReadRowsAsync());
        Report.Line($"{count} held back: {string.Join(", ", lanes.SelectMany(lane => lane.Answers).GroupBy(answer => answer).OrderBy(answers => answers.Key).Select(answers => $"{answers.Count()} {answers.Key}"))}");
        Report.Line($"{check}");
        Assert.Empty(lanes.SelectMany(lane => lane.Wrong));
        Assert.True(check.IsFaithful, check.ToString());
        Assert.Equal(0, check.Unknown);
    }

    private async Task<Lane> RunAsync(RigStore store, Random random, int count)
    {
        using var proxy = new FaultProxy(fixture.Cluster.ConnectionString);
        await using var client = new CutClient(store, proxy);
        AppendShape[] shapes = [.. AppendShape.All.Where(shape => shape.Warmth == 2)];
        var sizes = new Dictionary<AppendShape, (int Request, int Reply)>();
        foreach (AppendShape shape in shapes)
        {
            sizes[shape] = await client.MeasureAsync(shape);
        }

        var answers = new List<string>();
        var wrong = new List<string>();
        for (int i = 0; i < count; i++)
        {
            AppendShape shape = shapes[random.Next(shapes.Length)];
            GivingUp way = i % 12 == 0 ? GivingUp.TimesOut : (GivingUp)(i % 4);
            Flow flow = random.Next(4) == 0 && way is (GivingUp.Cancels or GivingUp.TimesOut) ? Flow.Reply : Flow.Request;
            int length = flow == Flow.Request ? sizes[shape].Request : sizes[shape].Reply;

            // Behind its first part the statement is executed already, and whoever wants its version has to wait.
            int offset = random.Next(way is GivingUp.IsOvertaken or GivingUp.AsksAgain ? length / 4 : length);
            string answer = await TryAsync(client, shape, way, flow, offset);
            answers.Add(answer);
            if (answer.StartsWith("wrong", StringComparison.Ordinal))
            {
                wrong.Add($"{shape.Name}, {way}, {flow} {offset}: {answer}");
            }
        }

        return new Lane(client.History, answers, wrong);
    }

    private static async Task<string> TryAsync(CutClient client, AppendShape shape, GivingUp way, Flow flow, int offset)
    {
        await using IEventStore opened = await client.OpenAsync(shape, way == GivingUp.TimesOut ? TimeSpan.FromSeconds(1) : null);
        Fault fault = client.Proxy.Arm(flow, offset, way == GivingUp.LosesTheConnection ? FaultKind.HoldAndCut : FaultKind.Hold);
        using var cancellation = new CancellationTokenSource();
        Intent[] intents = client.Next(shape);
        Task<AppendResult> append = CutClient.AppendAsync(opened, intents, cancellation.Token);
        await fault.Struck.WaitAsync(Patience);
        if (way == GivingUp.IsOvertaken)
        {
            Intent rival = new(shape.Streams[0], 2, 1, intents[0].AggregateId, intents[0].Version);
            client.History.Add(rival);
            client.Acknowledge([rival], await CutClient.AppendAsync(client.Store.Store, [rival]));
        }

        if (way is GivingUp.Cancels or GivingUp.IsOvertaken or GivingUp.AsksAgain)
        {
            await cancellation.CancelAsync();
        }

        if (way == GivingUp.LosesTheConnection)
        {
            await Task.WhenAny(append, Task.Delay(LongestHold));
            fault.Release();
        }

        Exception? told = null;
        try
        {
            client.Acknowledge(intents, await append.WaitAsync(Patience));
        }
        catch (Exception exception)
        {
            told = exception;
        }

        if (way == GivingUp.AsksAgain && told is AppendOutcomeUnknownException)
        {
            string answer = await AskAgainAsync(client, intents, stored: 0);
            fault.Release();
            await fault.Settled.WaitAsync(Patience);
            return await client.CountAsync(intents) == intents.Length ? $"{answer}, before it arrived" : $"wrong: {answer}, and it has arrived nevertheless";
        }

        fault.Release();
        await fault.Settled.WaitAsync(Patience);
        return await JudgeAsync(client, intents, told);
    }

    /// <summary>Holds what the caller was told against what stands there now, and asks again where nothing was known.</summary>
    private static async Task<string> JudgeAsync(CutClient client, Intent[] intents, Exception? told)
    {
        int stored = await client.CountAsync(intents);
        switch (told)
        {
            case null:
                return stored == intents.Length ? "stored" : $"wrong: stored, yet {stored} of {intents.Length} are";
            case OperationCanceledException or ConcurrencyException:
                client.Refuse(intents);
                return stored == 0 ? told.GetType().Name : $"wrong: {told.GetType().Name}, yet {stored} are stored";
            case AppendOutcomeUnknownException unknown when unknown.EventIds.SequenceEqual(intents.Select(intent => intent.EventId)):
                return await AskAgainAsync(client, intents, stored);
            default:
                return $"wrong: {told.GetType().Name}: {told.Message}";
        }
    }

    private static async Task<string> AskAgainAsync(CutClient client, Intent[] intents, int stored)
    {
        try
        {
            AppendResult again = await CutClient.AppendAsync(client.Store.Store, intents);
            client.Acknowledge(intents, again);
            return again.AlreadyStored == (stored > 0) && await client.CountAsync(intents) == intents.Length
                ? $"unknown, and on asking again {(again.AlreadyStored ? "stored before" : "stored now")}"
                : $"wrong: {stored} were stored, and the repeated append says {again}";
        }
        catch (ConcurrencyException)
        {
            client.Refuse(intents);
            return stored == 0 ? "unknown, and on asking again a conflict" : "wrong: a conflict with itself";
        }
    }

    private sealed record Lane(IReadOnlyList<Intent> History, IReadOnlyList<string> Answers, IReadOnlyList<string> Wrong);
}
