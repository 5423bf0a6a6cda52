using System.Diagnostics;
using System.Globalization;

namespace EventStore.ReliabilityTests;

/// <summary>This program as a client that is killed. It says what it wants, and what it was told, line by line.</summary>
internal static class ClientProcess
{
    /// <summary>The first argument of a process that is such a client.</summary>
    public const string Argument = "--client";

    private const int Writers = 8;

    public static Process Start(string connectionString, RigStore store, int seed) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Argument, connectionString, store.Schema, seed.ToString(CultureInfo.InvariantCulture), .. store.Streams]) { RedirectStandardOutput = true })!;

    /// <summary>Appends until it is killed.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        (string connectionString, string schema, int seed, string[] streams) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture), args[3..]);
        await using IEventStore store = RigStore.Open(connectionString, schema);
        await Task.WhenAll(Enumerable.Range(1, Writers).Select(number => Task.Run(() => WriteAsync(store, streams, new Random(seed + number), number))));
        return 0;
    }

    /// <summary>Reads what such a client says. A line comes before what it announces and after what it reports.</summary>
    public static void Read(string line, Dictionary<Guid, Intent> history)
    {
        string[] words = line.Split('\t');
        var id = Guid.Parse(words[1]);
        if (words[0] == "wants")
        {
            var intent = new Intent(words[2], 0, 0, Guid.Parse(words[3]), long.Parse(words[4], CultureInfo.InvariantCulture)) { EventId = id };
            intent.Begin();
            history.Add(id, intent);
        }
        else
        {
            history[id].Position = long.Parse(words[2], CultureInfo.InvariantCulture);
            history[id].End(Verdict.Stored);
        }
    }

    private static async Task WriteAsync(IEventStore store, string[] streams, Random random, int number)
    {
        var aggregate = Guid.CreateVersion7();
        var versions = streams.ToDictionary(stream => stream, _ => 0L);
        for (long step = 1; ; step++)
        {
            string stream = streams[random.Next(streams.Length)];
            Intent intent = random.Next(2) == 0 ? new Intent(stream, number, step) : new Intent(stream, number, step, aggregate, ++versions[stream]);
            Console.Out.WriteLine($"wants\t{intent.EventId}\t{stream}\t{intent.AggregateId}\t{intent.Version}");
            AppendResult result = await store.AppendToAsync(stream, [intent.ToEvent()]);
            Console.Out.WriteLine(FormattableString.Invariant($"has\t{intent.EventId}\t{result.Positions[0]}"));
        }
    }
}
