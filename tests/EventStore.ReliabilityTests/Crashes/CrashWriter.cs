using System.Collections.Concurrent;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>Appends through crashes, notes what it is told, and asks again where that is nothing.</summary>
internal sealed class CrashWriter(IEventStore store, IReadOnlyList<string> streams, ConcurrentQueue<Intent> history, ConcurrentDictionary<string, int> errors, Random random, int number)
{
    private readonly Guid _aggregate = Guid.CreateVersion7();
    private readonly Dictionary<string, long> _versions = streams.ToDictionary(stream => stream, _ => 0L);

    /// <summary>Called after each append that succeeded.</summary>
    public required Action<Intent> Succeeded { get; init; }

    public async Task RunAsync(Task stopping)
    {
        for (long step = 1; !stopping.IsCompleted; step++)
        {
            string stream = streams[random.Next(streams.Count)];
            Intent intent = random.Next(2) == 0 ? new Intent(stream, number, step) : new Intent(stream, number, step, _aggregate, _versions[stream] + 1);
            intent.Begin();
            history.Enqueue(intent);
            await AppendAsync(intent, asksAgain: intent.Version > 0 || random.Next(2) == 0);
        }
    }

    private async Task AppendAsync(Intent intent, bool asksAgain)
    {
        for (bool isInDoubt = false; ;)
        {
            try
            {
                AppendResult result = await store.AppendToAsync(intent.Stream, [intent.ToEvent()]);
                intent.Position = result.Positions[0];
                intent.End(Verdict.Stored);
                if (intent.Version > 0)
                {
                    _versions[intent.Stream] = intent.Version;
                }

                Succeeded(intent);
                return;
            }
            catch (AppendOutcomeUnknownException)
            {
                Count("outcome unknown");
                if (!asksAgain)
                {
                    return;
                }

                isInDoubt = true;
            }
            catch (StoreUnavailableException exception) when (exception.WroteNothing)
            {
                // Nothing was written by this call, says the library. Of the calls before it that says nothing.
                Count(exception.InnerException is PostgresException server ? $"server says {server.SqlState}" : "no connection");
                if (!isInDoubt)
                {
                    intent.End(Verdict.Refused);
                    return;
                }
            }
        }
    }

    private void Count(string error) => errors.AddOrUpdate(error, 1, (_, count) => count + 1);
}
