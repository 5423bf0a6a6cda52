using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>Whoever is killed, what was acknowledged is there, and what was refused is not.</summary>
public sealed class CrashTests
{
    private const int Crashes = 20;
    private const int Writers = 8;

    private static readonly string[] Streams = ["a", "b", "c-1"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<int> Seeds() => [.. Rig.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Proves", "F-10")]
    public async Task A_client_that_is_killed_has_lost_nothing_that_it_was_told(int seed)
    {
        using IDisposable part = Report.Part("kill the client", seed);
        await using PostgresCluster cluster = await StartDurableAsync();
        await using RigStore store = await RigStore.CreateAsync(cluster.ConnectionString, Streams);
        var random = new Random(seed);
        var history = new Dictionary<Guid, Intent>();
        int crashes = Rig.Share(Crashes);
        for (int crash = 0; crash < crashes; crash++)
        {
            using Process client = ClientProcess.Start(cluster.With($"Application Name=client{crash}"), store, random.Next());
            int linesToLive = random.Next(10, 1_000);
            for (int lines = 0; await client.StandardOutput.ReadLineAsync() is { } line; lines++)
            {
                // The last one may be torn.
                if (line.Split('\t').Length == (line.StartsWith('w') ? 5 : 3))
                {
                    ClientProcess.Read(line, history);
                }

                if (lines == linesToLive)
                {
                    client.Kill();
                }
            }

            await client.WaitForExitAsync();
            Assert.Equal(128 + 9, client.ExitCode);
        }

        // What a client has sent before it died, the server may still be at.
        await WaitUntilAsync(async () => await CountAsync(store, "select count(*) from pg_stat_activity where application_name like 'client%'") == 0);
        var check = new HistoryCheck(history.Values, await store.ReadRowsAsync());
        Report.Line($"{crashes} kills; {check}");
        AssertFaithful(check);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Proves", "F-10")]
    public Task A_server_that_loses_a_backend_has_kept_everything_that_was_acknowledged(int seed) =>
        CrashServerAsync("kill a backend", seed, async (_, store, random) =>
        {
            await using NpgsqlCommand command = store.Source.CreateCommand("select pid from pg_stat_activity where backend_type = 'client backend' and application_name = 'writer'");
            var backends = new List<int>();
            await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    backends.Add(reader.GetInt32(0));
                }
            }

            PostgresCluster.Kill(backends[random.Next(backends.Count)]);
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Proves", "F-10")]
    public Task A_server_that_is_killed_and_started_again_has_kept_everything_that_was_acknowledged(int seed) =>
        CrashServerAsync("kill the server", seed, async (cluster, _, random) =>
        {
            await cluster.KillAsync();
            await Task.Delay(random.Next(1_000));
            await cluster.ResumeAsync();
        });

    private static async Task CrashServerAsync(string name, int seed, Func<PostgresCluster, RigStore, Random, Task> crashAsync)
    {
        using IDisposable part = Report.Part(name, seed);
        await using PostgresCluster cluster = await StartDurableAsync();
        // What looks on has no connections that a crash could have broken before.
        await using RigStore store = await RigStore.CreateAsync(cluster.With("Pooling=false"), Streams);
        await using IEventStore opened = RigStore.Open(cluster.With("Application Name=writer"), store.Schema);
        var seeds = new Random(seed);
        var history = new ConcurrentQueue<Intent>();
        var errors = new ConcurrentDictionary<string, int>();
        var stopping = new TaskCompletionSource();
        var writersStop = new TaskCompletionSource();
        long noticed = long.MaxValue;
        long firstSuccess = 0;
        void Succeed(Intent intent)
        {
            // What began before the crash may have been answered before it.
            if (intent.Began > Volatile.Read(ref noticed))
            {
                Interlocked.CompareExchange(ref firstSuccess, Stopwatch.GetTimestamp(), 0);
            }
        }

        Task[] writes =
        [
            .. Enumerable.Range(1, Writers).Select(number => new CrashWriter(opened, Streams, history, errors, new Random(seeds.Next()), number) { Succeeded = Succeed })
                .Select(writer => Task.Run(() => writer.RunAsync(writersStop.Task))),
        ];
        var followers = new QueryFollower[] { new(opened, null, Restart.Never, seeds) { Forgives = IsOutage }, new(opened, null, Restart.BehindPosition, seeds) { Forgives = IsOutage } };
        Task[] follows = [.. followers.Select(follower => Task.Run(() => follower.RunAsync(stopping.Task)))];
        var recoveries = new List<TimeSpan>();
        var outages = new List<TimeSpan>();
        int crashes = Rig.Share(Crashes);
        for (int crash = 0; crash < crashes; crash++)
        {
            await Task.Delay(seeds.Next(100, 600));
            await using NpgsqlConnection session = await OpenSessionAsync(cluster);
            Task<long> accepts = Task.Run(async () =>
            {
                await WaitForTheEndOfAsync(session);
                Volatile.Write(ref firstSuccess, 0);
                Volatile.Write(ref noticed, Stopwatch.GetTimestamp());
                return await cluster.WaitUntilItAcceptsAsync();
            });
            await crashAsync(cluster, store, seeds);
            long accepted = await accepts.WaitAsync(Patience);
            await WaitUntilAsync(() => Task.FromResult(Volatile.Read(ref firstSuccess) != 0 || writes.Any(write => write.IsFaulted)));
            outages.Add(Stopwatch.GetElapsedTime(noticed, firstSuccess));
            recoveries.Add(Stopwatch.GetElapsedTime(Math.Min(accepted, firstSuccess), firstSuccess));
        }

        writersStop.SetResult();
        await Task.WhenAll(writes);
        stopping.SetResult();
        await Task.WhenAll(follows);
        IReadOnlyList<StoredRow> rows = await store.ReadRowsAsync();
        var check = new HistoryCheck(history, rows);
        Report.Line($"{crashes} kills; {check}");
        Report.Line($"errors: {string.Join(", ", errors.Select(error => $"{error.Value} {error.Key}"))}; first success at most {outages.Max().TotalMilliseconds:F0} ms after the crash, and {recoveries.Max().TotalMilliseconds:F0} ms after the server accepted connections");
        AssertFaithful(check);
        Assert.All(recoveries, recovery => Assert.InRange(recovery, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        foreach (QueryFollower follower in followers)
        {
            var delivery = DeliveryCheck.Of(follower.Name, follower.Deliveries, rows, new Dictionary<Guid, long>());
            Assert.True(delivery.IsFaithful, delivery.ToString());
        }
    }

    private static void AssertFaithful(HistoryCheck check)
    {
        Assert.True(check.IsFaithful, check.ToString());
        Assert.NotEqual(0, check.Stored);
    }

    /// <summary>A server that survives what its machine survives: the other clusters save that time.</summary>
    private static Task<PostgresCluster> StartDurableAsync() => PostgresCluster.StartAsync("fsync = on", "full_page_writes = on");

    private static bool IsOutage(Exception exception) => exception is StoreUnavailableException;

    private static async Task<NpgsqlConnection> OpenSessionAsync(PostgresCluster cluster)
    {
        var session = new NpgsqlConnection(cluster.With("Pooling=false"));
        await session.OpenAsync();
        return session;
    }

    private static async Task WaitForTheEndOfAsync(NpgsqlConnection session)
    {
        try
        {
            await using var command = new NpgsqlCommand("select pg_sleep(60)", session);
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            return;
        }

        throw new TimeoutException("The server was not harmed.");
    }

    private static async Task<long> CountAsync(RigStore store, string sql)
    {
        await using NpgsqlCommand command = store.Source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        long began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "What was waited for does not happen.");
            await Task.Delay(1);
        }
    }
}
