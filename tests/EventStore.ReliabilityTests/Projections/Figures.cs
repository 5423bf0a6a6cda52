using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.ReliabilityTests;

/// <summary>
/// How fast projections are and what they cost while nothing happens, on a server of one's own. A program and no test:
/// whatever the machine does beside it is measured with it.
/// </summary>
internal static class Figures
{
    /// <summary>The first argument of a process that measures.</summary>
    public const string Argument = "--measure-projections";

    private const string Stream = "steps";
    private const int Appends = 200;
    private const int Block = 1_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        int events = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        await using PostgresCluster cluster = await PostgresCluster.StartAsync();
        await LatencyAsync(cluster, "same process", isOther: false);
        await LatencyAsync(cluster, "other process, by polling", isOther: true);
        await LatencyAsync(cluster, "other process, with notification", isOther: true, notifications: true);
        await IdleAsync(cluster);
        await CatchUpAsync(cluster, events);
        return 0;
    }

    private static async Task LatencyAsync(PostgresCluster cluster, string name, bool isOther, bool notifications = false)
    {
        await using RigStore store = await RigStore.CreateAsync(cluster.ConnectionString, Stream);
        await using IEventStore other = RigStore.Open(cluster.ConnectionString, store.Schema, notifications);
        await using IEventStore following = RigStore.Open(cluster.ConnectionString, store.Schema, notifications);
        using var ending = new CancellationTokenSource();
        Projector<long> projector = following.Projector("latency", () => 0L).FromStream(Stream).When<StepTaken>((sum, e) => sum + e.Payload.Step);
        Task<long> running = projector.RunAsync(keepRunning: true, ending.Token);
        var latencies = new List<double>();
        for (int i = 0; i < Appends; i++)
        {
            // Idle for a while each time.
            await Task.Delay(50 + (i % 37), CancellationToken.None);
            AppendResult appended = await (isOther ? other : following).AppendToAsync(Stream, [Create(i)], CancellationToken.None);
            long began = Stopwatch.GetTimestamp();
            await following.Projections.WaitForAsync("latency", Stream, appended.Positions[0], CancellationToken.None);
            latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        await ending.CancelAsync();
        await Task.WhenAny(running);
        latencies.Sort();
        Report.Line($"{name}: append's return to the checkpoint, {Appends} times: p50 {latencies[Appends / 2]:F1} ms, p99 {latencies[Appends * 99 / 100]:F1} ms, longest {latencies[^1]:F1} ms");
    }

    private static async Task IdleAsync(PostgresCluster cluster)
    {
        await using RigStore store = await RigStore.CreateAsync(await cluster.CreateDatabaseAsync("idle"), Stream);
        using var ending = new CancellationTokenSource();
        Task[] runs =
        [
            .. Enumerable.Range(0, 10).Select(number => store.Store.Projector($"idle{number}", () => 0L).FromStream(Stream)
                .When<StepTaken>((sum, e) => sum + e.Payload.Step).RunAsync(keepRunning: true, ending.Token)),
        ];
        await using NpgsqlDataSource observer = NpgsqlDataSource.Create(cluster.ConnectionString);
        await Task.Delay(TimeSpan.FromSeconds(3), CancellationToken.None);
        (long before, TimeSpan used, long began) = (await CommitsAsync(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(20), CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        TimeSpan cpu = Environment.CpuUsage.TotalTime - used;
        Report.Line($"ten idle projections: {(await CommitsAsync() - before) / seconds:F1} transactions a second on the server, {cpu.TotalMilliseconds / seconds:F1} ms of processor time a second in the client");
        await ending.CancelAsync();
        await Task.WhenAny(Task.WhenAll(runs));

        async Task<long> CommitsAsync()
        {
            await using NpgsqlCommand command = observer.CreateCommand("select xact_commit from pg_stat_database where datname = 'idle'");
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    private static async Task CatchUpAsync(PostgresCluster cluster, int events)
    {
        await using RigStore store = await RigStore.CreateAsync(await cluster.CreateDatabaseAsync("catch_up"), Stream);
        foreach (int[] chunk in Enumerable.Range(0, events).Chunk(10_000))
        {
            await store.Store.AppendToAsync(Stream, chunk.Select(step => Create(step)));
        }

        await store.ExecuteAsync($"analyze {store.TableOf(Stream)}");
        await store.ExecuteAsync("create table bare (step bigint not null)");
        for (int round = 1; round <= 3; round++)
        {
            string part = FormattableString.Invariant($"{events} events, round {round}");
            double bare = await RateAsync(events, () => FoldAsync(store));
            Projector<StepSum> generated = store.Store.Projector<StepSum>().FromStream(Stream);
            double byClass = await RateAsync(events, () => generated.RunAsync());
            await generated.DeleteAsync(deleteEmittedEvents: false);
            Projector<long> lambdas = store.Store.Projector("fold", () => 0L).FromStream(Stream).When<StepTaken>((sum, e) => sum + e.Payload.Step);
            double byLambda = await RateAsync(events, () => lambdas.RunAsync());
            await lambdas.DeleteAsync(deleteEmittedEvents: false);
            Report.Line($"{part}: bare fold {bare:F0} events/s; generated {byClass:F0} ({byClass / bare:F2} ×); lambdas {byLambda:F0} ({byLambda / bare:F2} ×)");

            await store.ExecuteAsync("truncate bare");
            double bareRows = await RateAsync(events, () => WriteAsync(store));
            var rows = new RigProjection(ProjectionKind.ReadModel, "rows", store.Schema);
            var model = new StepRows(rows.Table, null, () => Task.CompletedTask);
            ReadModelProjector<StepRows, long> projector = store.Store.ReadModelProjector("rows", model, () => 0L).FromStream(Stream).When<StepTaken>((sum, e, context) =>
            {
                context.ReadModel.Add(e.Payload.Step);
                return sum + e.Payload.Step;
            });
            double modelRows = await RateAsync(events, () => projector.RunAsync());
            await projector.DeleteAsync(deleteReadModel: true);
            Report.Line($"{part}: bare loop with rows {bareRows:F0} events/s; read model {modelRows:F0} ({modelRows / bareRows:F2} ×)");
        }

        await ManyAsync(store, events);
    }

    /// <summary>Several projections that catch up side by side, each with a bare loop of its own beside it.</summary>
    private static async Task ManyAsync(RigStore store, int events)
    {
        foreach (int count in new[] { 1, 2, 5, 10 })
        {
            double bare = await RateAsync(events * count, () => Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => FoldAsync(store)))));
            Projector<long>[] projectors =
            [
                .. Enumerable.Range(0, count).Select(number => store.Store.Projector($"side{number}", () => 0L).FromStream(Stream).When<StepTaken>((sum, e) => sum + e.Payload.Step)),
            ];
            double ours = await RateAsync(events * count, () => Task.WhenAll(projectors.Select(projector => Task.Run(() => projector.RunAsync()))));
            Report.Line($"{count} at once, {events} events each: bare folds {bare:F0} events/s together; projections {ours:F0} ({ours / bare:F2} ×)");
            foreach (Projector<long> projector in projectors)
            {
                await projector.DeleteAsync(deleteEmittedEvents: false);
            }
        }
    }

    private static async Task<long> FoldAsync(RigStore store)
    {
        long sum = 0;
        await foreach (DomainEvent e in store.Store.LoadAsync(Stream))
        {
            sum += ((StepTaken)e.Payload).Step;
        }

        return sum;
    }

    private static async Task<long> WriteAsync(RigStore store)
    {
        var steps = new List<long>(Block);
        await foreach (DomainEvent e in store.Store.LoadAsync(Stream))
        {
            steps.Add(((StepTaken)e.Payload).Step);
            if (steps.Count == Block)
            {
                await using NpgsqlCommand command = store.Source.CreateCommand("insert into bare select unnest($1)");
                command.Parameters.Add(new NpgsqlParameter { Value = steps.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
                await command.ExecuteNonQueryAsync();
                steps.Clear();
            }
        }

        return steps.Count;
    }

    private static async Task<double> RateAsync<T>(int events, Func<Task<T>> work)
    {
        long began = Stopwatch.GetTimestamp();
        await work();
        return events / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static DomainEvent Create(long step) => DomainEvent.Create(RigEvents.Catalog, new StepTaken(1, step));
}
