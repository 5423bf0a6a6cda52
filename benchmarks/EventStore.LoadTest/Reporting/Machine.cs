using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;
using Npgsql;

namespace EventStore.LoadTest.Reporting;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    private const int Flushes = 200;

    public static async Task<string> DescribeAsync(Connection connection, bool isOwn, int seed, IReadOnlyDictionary<int, int> poolSizes)
    {
        await using NpgsqlDataSource source = connection.BuildSource();
        string settings = string.Join(", ", await Task.WhenAll(((string[])["fsync", "synchronous_commit", "full_page_writes", "shared_buffers"]).Select(async name => $"{name} {await ShowAsync(source, name)}")));
        string server = await ShowAsync(source, "server_version");
        string pools = string.Join(", ", poolSizes.OrderBy(size => size.Key).Select(size => $"{size.Value} connections for {size.Key} caller{(size.Key == 1 ? "" : "s")}"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            - Taken on {DateTimeOffset.UtcNow:yyyy-MM-dd}: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}{(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "" : $", {RuntimeInformation.ProcessArchitecture}")}
            - PostgreSQL {server}, {(isOwn ? "started for this run, on the same machine, by its unix socket" : "a given server")}: {settings}; {Flush()}
            - Pools of the limit's best size: {pools}; both sides use them
            - Seed {seed}

            """);
    }

    private static async Task<string> ShowAsync(NpgsqlDataSource source, string setting)
    {
        await using NpgsqlCommand command = source.CreateCommand($"show {setting}");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static string Processor()
    {
        const string information = "/proc/cpuinfo";
        string? model = File.Exists(information) ? File.ReadLines(information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return model?.Split(':')[1].Trim() ?? "a processor without a name";
    }

    /// <summary>How long the disk takes for what a commit waits for.</summary>
    private static string Flush()
    {
        string path = Path.Combine("/var/tmp", $"eventstore-load-flush-{Environment.ProcessId}");
        try
        {
            using FileStream file = File.Create(path);
            byte[] block = new byte[8192];
            var times = new List<double>();
            for (int i = 0; i < Flushes; i++)
            {
                file.Position = 0;
                file.Write(block);
                long began = Stopwatch.GetTimestamp();
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            }

            return string.Create(CultureInfo.InvariantCulture, $"writing 8 kB through to /var/tmp takes {Spread.Of(times).Median:0} µs");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
