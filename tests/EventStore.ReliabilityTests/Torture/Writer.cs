using System.Collections.Concurrent;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>
/// Appends alone or within a transaction of its own that may have written something before, stays open for a while,
/// and is committed or rolled back. Its aggregates, one for each stream, have versions without a hole.
/// </summary>
internal sealed class Writer(RigStore store, Workload workload, ConcurrentQueue<Intent> history, Random random, int number)
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(1);

    private readonly Guid _aggregate = Guid.CreateVersion7();
    private Dictionary<string, long> _versions = store.Streams.ToDictionary(stream => stream, _ => 0L);
    private long _step;

    /// <summary>A table that a user's transaction writes to before it appends.</summary>
    public static string UserTable(RigStore store) => $"{store.Schema}_user";

    public int RolledBack { get; private set; }

    public async Task RunAsync(Task stopping)
    {
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync();
        while (!stopping.IsCompleted)
        {
            if (random.Next(4) == 0)
            {
                await AppendAloneAsync();
            }
            else
            {
                await AppendInTransactionAsync(connection);
            }
        }
    }

    private async Task AppendAloneAsync()
    {
        var versions = new Dictionary<string, long>(_versions);
        Intent[] intents = Next(versions, streams: random.Next(3) == 0 ? 2 : 1);
        AppendUnit unit = Intent.Unit(intents);
        Begin(intents);
        AppendResult result = await store.Store.AppendAsync(unit);

        // Positions come part after part.
        Acknowledge(unit.Parts.SelectMany(part => intents.Where(intent => intent.Stream == part.StreamName)), result.Positions);
        _versions = versions;
    }

    private async Task AppendInTransactionAsync(NpgsqlConnection connection)
    {
        var versions = new Dictionary<string, long>(_versions);
        var appended = new List<(Intent[] Intents, IReadOnlyList<long> Positions)>();
        try
        {
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.Unspecified);
            if (random.Next(3) == 0)
            {
                await using var command = new NpgsqlCommand($"insert into {UserTable(store)} values (1)", connection);
                await command.ExecuteNonQueryAsync();
                await Task.Delay(random.Next(8));
            }

            for (int appends = random.Next(4) == 0 ? 2 : 1; appends > 0; appends--)
            {
                Intent[] intents = [.. Next(versions, streams: 1)];
                Begin(intents);
                appended.Add((intents, []));
                appended[^1] = (intents, (await store.Store.Within(transaction).AppendAsync(Intent.Unit(intents))).Positions);
                await Task.Delay(random.Next(2) * random.Next(12));
            }

            await Task.Delay(workload.Holds && random.Next(40) == 0 ? Hold : workload.LongestDelay * random.NextDouble());
            if (random.Next(10) == 0)
            {
                await transaction.RollbackAsync();
                Refuse(appended.SelectMany(append => append.Intents));
                return;
            }

            await transaction.CommitAsync();
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.SerializationFailure)
        {
            Refuse(appended.SelectMany(append => append.Intents));
            return;
        }

        foreach ((Intent[] intents, IReadOnlyList<long> positions) in appended)
        {
            Acknowledge(intents, positions);
        }

        _versions = versions;
    }

    /// <summary>One to three events for each stream, some of them of the writer's aggregate.</summary>
    private Intent[] Next(Dictionary<string, long> versions, int streams)
    {
        int first = random.Next(store.Streams.Count);
        var intents = new List<Intent>();
        for (int i = 0; i < streams; i++)
        {
            string stream = store.Streams[(first + i) % store.Streams.Count];
            for (int events = random.Next(1, 4); events > 0; events--)
            {
                intents.Add(random.Next(2) == 0 ? new Intent(stream, number, ++_step) : new Intent(stream, number, ++_step, _aggregate, ++versions[stream]));
            }
        }

        return [.. intents];
    }

    private void Begin(Intent[] intents)
    {
        foreach (Intent intent in intents)
        {
            intent.Begin();
            history.Enqueue(intent);
        }
    }

    private static void Acknowledge(IEnumerable<Intent> intents, IReadOnlyList<long> positions)
    {
        foreach ((Intent intent, long position) in intents.Zip(positions))
        {
            intent.Position = position;
            intent.End(Verdict.Stored);
        }
    }

    private void Refuse(IEnumerable<Intent> intents)
    {
        RolledBack++;
        foreach (Intent intent in intents)
        {
            intent.End(Verdict.Refused);
        }
    }
}
