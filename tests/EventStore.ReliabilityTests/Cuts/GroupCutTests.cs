using EventStore.Postgres;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>Several callers append at the same time, and the connection that they share ends at any byte.</summary>
public sealed class GroupCutTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    private const int Callers = 8;
    private const int CopiedEvents = 600;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly FaultKind[] Kinds = [FaultKind.Cut, FaultKind.Reset, FaultKind.HalfClose];

    public static TheoryData<int> Seeds() => [.. Rig.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Proves", "A-32")]
    [Trait("Proves", "F-06")]
    public async Task Each_append_of_a_group_that_is_cut_off_is_stored_once_and_its_caller_knows(int seed)
    {
        using IDisposable part = Report.Part("cuts of groups", seed);
        var random = new Random(seed);
        await using RigStore store = await RigStore.CreateAsync(fixture.Cluster.ConnectionString, "a");
        using var proxy = new FaultProxy(fixture.Cluster.ConnectionString);
        await using NpgsqlDataSource source = PostgresEventStoreBuilderExtensions.BuildSource(proxy.ConnectionString);
        await using IEventStore client = new EventStoreBuilder().UsePostgres(source, new PostgresOptions { Schema = store.Schema }).AddEvents(RigEvents.Catalog).Build();
        Intent taken = new("a", 0, 1, Guid.CreateVersion7(), 1);
        await AppendAsync(client, [taken]);
        var history = new List<Intent> { taken };
        var failures = new List<string>();
        int conflicts = 0;
        int struck = 0;
        int rounds = Rig.Share(400);
        for (int round = 0; round < rounds; round++)
        {
            // Copied events make a long request; what else is sent is short.
            bool copies = round % 10 == 0;
            Flow flow = (Flow)random.Next(2);
            Fault fault = proxy.Arm(flow, random.Next(flow == Flow.Reply ? 1_000 : copies ? 100_000 : 4_000), Kinds[random.Next(Kinds.Length)]);
            Intent[][] units = [.. Enumerable.Range(0, Callers).Select(caller => Make(caller, copies, random, taken))];
            history.AddRange(units.SelectMany(unit => unit));
            await Task.WhenAll(units.Select(unit => Task.Run(async () =>
            {
                try
                {
                    await AppendAsync(client, unit).WaitAsync(Patience);
                }
                catch (ConcurrencyException) when (unit[0].AggregateId == taken.AggregateId)
                {
                    Array.ForEach(unit, intent => intent.End(Verdict.Refused));
                    Interlocked.Increment(ref conflicts);
                }
                catch (Exception exception)
                {
                    lock (failures)
                    {
                        failures.Add($"{fault}: {exception.GetType().Name}: {exception.Message}");
                    }
                }
            })));
            struck += fault.Struck.IsCompleted ? 1 : 0;
            proxy.Disarm();
        }

        var check = new HistoryCheck(history, await store.ReadRowsAsync());
        Report.Line($"{struck} cuts in {rounds} rounds of {Callers} callers; {check}; conflicts {conflicts}; other answers {failures.Count}");
        Assert.Empty(failures);
        Assert.True(check.IsFaithful, check.ToString());
        Assert.Equal(history.Count, check.Stored + check.Refused);
        Assert.InRange(struck, rounds / 2, rounds);
    }

    /// <summary>One event or two, some of them in conflict with what is stored; or so many that they are copied.</summary>
    private static Intent[] Make(int caller, bool copies, Random random, Intent taken)
    {
        if (copies && caller == 0)
        {
            return [.. Enumerable.Range(1, CopiedEvents).Select(step => new Intent("a", caller, step))];
        }

        Intent first = random.Next(12) == 0 ? new("a", caller, 1, taken.AggregateId, taken.Version) : new("a", caller, 1, Guid.CreateVersion7(), 1);
        return random.Next(2) == 0 ? [first] : [first, new("a", caller, 2)];
    }

    private static async Task AppendAsync(IEventStore client, Intent[] intents)
    {
        Array.ForEach(intents, intent => intent.Begin());
        AppendResult result = await client.AppendAsync(AppendUnit.For("a", intents.Select(intent => intent.ToEvent())));
        foreach ((Intent intent, long position) in intents.Zip(result.Positions))
        {
            intent.Position = position;
            intent.End(Verdict.Stored);
        }
    }
}
