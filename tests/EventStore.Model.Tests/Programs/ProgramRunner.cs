using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace EventStore.Model.Tests.Programs;

/// <summary>Runs programs on memory, on PostgreSQL and on the referee, one after the other. Not thread-safe.</summary>
internal sealed class ProgramRunner : IAsyncDisposable
{
    private readonly PostgresServer _server = new();
    private readonly StoreUnderTest _postgres;

    private ProgramRunner() => _postgres = new StoreUnderTest(_server.Use);

    /// <summary>What operations ended in, by their first words: "AppendUnits stored".</summary>
    public ConcurrentDictionary<string, int> Seen { get; } = new();

    public static async Task<ProgramRunner> CreateAsync()
    {
        var runner = new ProgramRunner();
        await runner._postgres.Store.InstallAsync();
        return runner;
    }

    /// <summary>What every operation gave up to the first difference; null if there is none.</summary>
    public async Task<string?> FindDifferenceAsync(IEnumerable<Operation> program)
    {
        var referee = new ListStore();
        var planner = new Planner(referee);
        var storage = new InMemoryStorage();
        await using var memory = new StoreUnderTest(builder => builder.UseInMemory(storage));
        await memory.Store.InstallAsync();
        try
        {
            var story = new StringBuilder();
            foreach (Operation operation in program.Concat(Histories(referee)).Select(planner.Make))
            {
                string expected = await referee.RunAsync(operation);
                string inMemory = await memory.RunAsync(operation);
                string onPostgres = await _postgres.RunAsync(operation);
                if (expected != inMemory || expected != onPostgres)
                {
                    return story.AppendLine(CultureInfo.InvariantCulture, $"{operation}\n  referee:  {expected}\n  memory:   {inMemory}\n  postgres: {onPostgres}").ToString();
                }

                Seen.AddOrUpdate($"{operation.GetType().Name} {expected.Split(' ', '\n')[0]}", 1, (_, count) => count + 1);
                story.AppendLine(CultureInfo.InvariantCulture, $"{operation}\n  {expected}");
            }

            return null;
        }
        finally
        {
            await _postgres.ResetAsync(await _postgres.Store.FetchAllStreamNamesAsync());
        }
    }

    /// <summary>Leaves out one operation after the other for which the difference stays.</summary>
    public async Task<string> ShrinkAsync(IReadOnlyList<Operation> program)
    {
        List<Operation> smallest = [.. program];
        string difference = await FindDifferenceAsync(smallest) ?? "The difference does not come again.";
        for (int i = smallest.Count - 1; i >= 0; i--)
        {
            List<Operation> smaller = [.. smallest.Where((_, index) => index != i)];
            if (await FindDifferenceAsync(smaller) is { } still)
            {
                smallest = smaller;
                difference = still;
            }
        }

        return difference;
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>What every program ends with: everything that is there, read.</summary>
    private static IEnumerable<Operation> Histories(ListStore referee)
    {
        yield return new ListNames(false, null, null, null, 0);
        yield return new Merge([.. referee.Streams.Select(stream => new Source(stream, new Place(1, 0, 0), []))], null);
    }
}
