using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>What cannot be handled.</summary>
public enum Poison
{
    Unreadable,
    HandlerThrows,
    HandlerTimesOut,
}

/// <summary>One bad event in a hundred, of each kind, under each policy: nothing is passed over in silence.</summary>
public sealed class PoisonTests(ClusterFixture server, ITestOutputHelper output) : IClassFixture<ClusterFixture>
{
    private const int Events = 300;
    private const int Aggregates = 30;

    private static readonly Guid[] Ids = [.. Enumerable.Range(0, Aggregates).Select(_ => Guid.CreateVersion7())];

    private static readonly string IsBadSql = string.Join(" or ", Enumerable.Range(1, Events).Where(step => IsBad(step))
        .Select(step => $"aggregate_id = '{Ids[step % Aggregates]}' and aggregate_version = {VersionOf(step)}"));

    [Fact]
    [Trait("Proves", "P-43")]
    public async Task Each_bad_event_stops_the_run_or_is_parked_and_counts_once_when_it_is_mended()
    {
        string database = await server.Cluster.CreateDatabaseAsync("poison");
        var lines = new List<string> { $"{"event",-16}{"policy",-8}{"applied",8}{"ended with",30}{"parked",8}{"behind them",12}{"mended: applied",17}{"parked",8}" };
        foreach (Poison poison in Enum.GetValues<Poison>())
        {
            foreach (PoisonPolicy policy in Enum.GetValues<PoisonPolicy>())
            {
                lines.Add(await RunAsync(database, poison, policy));
            }
        }

        foreach (string line in lines)
        {
            output.WriteLine(line);
            Report.Line($"{line}");
        }
    }

    private static int VersionOf(int step) => ((step - 1) / Aggregates) + 1;

    private static bool IsBad(long step) => step % 100 == 50;

    private static async Task<string> RunAsync(string database, Poison poison, PoisonPolicy policy)
    {
        await using RigStore store = await RigStore.CreateAsync(database, CrashCell.Stream);
        await store.Store.AppendToAsync(CrashCell.Stream, Enumerable.Range(1, Events).Select(step =>
            DomainEvent.Create(RigEvents.Catalog, new StepTaken(1, step), Ids[step % Aggregates]).WithAggregateType(Intent.AggregateType).WithVersion(VersionOf(step))));
        if (poison == Poison.Unreadable)
        {
            await ChangeAsync("\"(Step)\": ?([0-9]+)", "\"\\1\":\"\\2 steps\"");
        }

        bool isBroken = true;
        var options = new ProjectionOptions { BlockSize = 7, PoisonPolicy = policy, Retries = 1, RetryDelay = TimeSpan.FromMilliseconds(1), HandlerTimeout = poison == Poison.HandlerTimesOut ? TimeSpan.FromMilliseconds(50) : null };
        var projection = new RigProjection(ProjectionKind.ReadModel, "poisoned", store.Schema)
        {
            Waits = step => !isBroken || !IsBad(step) ? Task.CompletedTask
                : poison == Poison.HandlerThrows ? throw new FormatException("A bad step.")
                : poison == Poison.HandlerTimesOut ? Task.Delay(Timeout.Infinite, CancellationToken.None)
                : Task.CompletedTask,
        };

        Exception? end = await Record.ExceptionAsync(() => projection.RunAsync(store.Store, CrashCell.Stream, options));
        long[] applied = await AppliedAsync();
        IReadOnlyList<ParkedEvent> parked = await store.Store.Projections.FetchParkedEventsAsync(projection.Name);
        int failed = parked.Count(one => one.Error is not null);
        Assert.Equal(policy == PoisonPolicy.Park, end is null);
        Assert.Equal(policy == PoisonPolicy.Park ? 3 : 0, failed);
        Assert.DoesNotContain(applied, IsBad);

        // What was not applied is parked, or comes behind the bad event that has ended the run.
        Assert.Equal(policy == PoisonPolicy.Park ? Events : 49, applied.Length + parked.Count);
        if (policy != PoisonPolicy.Park)
        {
            Assert.Equal(Enumerable.Range(1, applied.Length).Select(step => (long)step), applied);
        }

        isBroken = false;
        if (poison == Poison.Unreadable)
        {
            await ChangeAsync("\"(Step)\": ?\"([0-9]+) steps\"", "\"\\1\":\\2");
        }

        await store.Store.Projections.ResumeAsync(projection.Name);
        await projection.RunAsync(store.Store, CrashCell.Stream, options);
        long[] all = await AppliedAsync();
        IReadOnlyList<ParkedEvent> still = await store.Store.Projections.FetchParkedEventsAsync(projection.Name);
        Assert.Equal(Enumerable.Range(1, Events).Select(step => (long)step), all);
        Assert.Empty(still);
        return $"{poison,-16}{policy,-8}{applied.Length,8}{end?.GetType().Name ?? "the head",30}{failed,8}{parked.Count - failed,12}{all.Length,17}{still.Count,8}";

        Task ChangeAsync(string from, string to) => store.ExecuteAsync(
            $"update {store.TableOf(CrashCell.Stream)} set payload = regexp_replace(payload::text, '{from}', '{to}', 'i')::json where {IsBadSql}");

        async Task<long[]> AppliedAsync()
        {
            var steps = new List<long>();
            await using NpgsqlCommand command = store.Source.CreateCommand($"select step from {projection.Table} order by step");
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetInt64(0));
            }

            return [.. steps];
        }
    }
}
